"""The words around and inside names: titles, what organisations are called, given names, outlets."""

from corroborate.extract.lexicon import phrases, words

# Stand before a person's name and are no part of it.
TITLES = words("""
CEO CFO COO CTO Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Dame Lord Lady Baroness Baron Rev Rev. Reverend Father
Sister Rabbi Imam Archbishop Bishop Cardinal Pope King Queen Prince Princess Sheikh Emir Sultan Count Duke Sen Sen. Senator
Senators Sens Sens. Rep Rep. Reps Reps. Representative Representatives Congressman Congresswoman Congressmen MP MPs MEP MSP
Cllr Cllr. Cllrs Insp Insp. Supt Supt. Det Det. Atty Atty.
Councillor Councillors Councilor Councilman Councilwoman Alderman Gov Gov. Governor Governors Mayor Mayors President Presidents
Chancellor Premier Minister Ministers Secretary Undersecretary Ambassador Envoy Commissioner Commissioners Judge Judges Justice
Justices Magistrate Attorney Prosecutor Sheriff Marshal Constable Inspector Superintendent Sergeant Sgt Sgt. Lieutenant Lt Lt.
Captain Capt Capt. Major Maj Maj. Colonel Col Col. General Gen Gen. Brigadier Admiral Adm Adm. Commander Cmdr Cmdr. Commodore
Corporal Private Officer Detective Chief Director Directors Chairman Chairwoman Chairperson Chair Executive Spokesman Spokeswoman
Spokesperson Editor Founder Co-founder Manager Leader Speaker Whip Treasurer Coroner Registrar Principal Dean Rector Provost Coach
Engineer Doctor Nurse Partner Writer Correspondent Democrat Democrats Republican Republicans Harbourmaster
""")
# Of these alone no company makes a name: "Mr Mills".
COURTESIES = words("Mr Mr. Mrs Mrs. Ms Ms. Miss")
# Whose a body may be as part of its name: "Children's Hospital".
POSSESSORS = words("Children People Women Men Girls Boys King Queen Workers Veterans Farmers Teachers Writers")
# Stand before a title and belong to it: "Deputy Prime Minister", "Commerce Secretary".
TITLE_MODIFIERS = words("""
Deputy Vice Prime First Acting Interim Assistant Associate Former Ex Then Majority Minority Senior Lead Attorney Finance Foreign
Home Interior Defence Defense Commerce Treasury Trade Health Education Energy Environment Transport Transportation Labour Labor
Justice Agriculture Housing Culture Sports Economy Economic Industry Fisheries Shadow Chief Executive Managing Financial Operating
Technology Technical Harbour Harbor Fire Police Medical Press Crown Lord Lady District Regional State Federal National County City
Right Honourable Honorable Interior's Climate Digital
""")

SUFFIXES = words("""
Inc Inc. Corp Corp. Co Co. Ltd Ltd. Limited LLC L.L.C. PLC plc Plc PBC P.B.C. GmbH AG SA S.A. SE NV N.V. BV B.V. AB ASA Oyj SpA
S.p.A. KG KK LP L.P. LLP Pty Pte Bhd Sdn SAS Sarl A/S AS
""")

# What bodies are called; a name with one of these is an organisation and may go on with "of" or "for".
BODIES = words("""
Ministry Department Dept Dept. Office Committee Subcommittee Commission Agency Authority Administration Bureau Board Council Court
Institute Institution Directorate Secretariat Service Services Inspectorate Assembly Parliament Senate Congress House Chamber
University College School Academy Hospital Clinic Museum Library Church Foundation Trust Fund Association Society Federation
Confederation League Union Alliance Coalition Party Movement Front Forum Network Centre Center Laboratory Laboratories Observatory
Bank Exchange Organisation Organization Corporation Company Group Police Constabulary Army Navy Brigade Guard Force Command
Embassy Consulate Tribunal Ombudsman Registry Archive Archives Survey Division Unit Team Club Cooperative Co-operative Guild
Cabinet Treasury Government Municipality Prefecture Patrol Campaign Initiative Programme Program
""")
# Bodies whose name may list topics: "Office of Science and Technology Policy".
LISTING_BODIES = words("""
Ministry Department Dept Dept. Office Committee Subcommittee Commission Agency Authority Administration Bureau Board Council
Institute Directorate Secretariat Service School Faculty Centre Center Association Society Federation Fund Union Organisation
Organization
""")
TOPICS = words("""
Affairs Agriculture Aerospace Arts Atomic Aviation Banking Business Care Child Children Civil Climate Commerce Communications
Community Competition Conservation Consumer Consumers Control Corrections Culture Customs Cybersecurity Data Defence Defense
Development Digital Disaster Drug Drugs Economic Economics Education Emergency Employment Energy Enforcement Engineering
Enterprise Environment Environmental Equality Ethics Exchange Families Family Finance Financial Fisheries Fishing Fishery Food
Foreign Forestry Forests Gas Harbours Harbors Health Heritage Home Homeland Housing Human Humanities Immigration Industry
Information Infrastructure Innovation Insurance Intelligence Interior Investment Irrigation Justice Labour Labor Land Lands Law
Licensing Livestock Local Logistics Manufacturing Marine Maritime Markets Media Medicine Medicines Meteorology Migration Mines
Mining Mobility Natural Navigation Nuclear Nutrition Oceans Oil Parks Pensions Petroleum Planning Policy Ports Power Prevention
Prices Prisons Product Products Protection Public Rail Railways Regulation Relief Religion Rescue Research Resources Revenue
Rights Rivers Roads Rural Safety Sanitation Science Sciences Securities Security Services Shipping Social Space Sport Sports
Standards Statistics Sustainability Tariffs Taxation Technology Telecommunications Tourism Trade Trades Traffic Training Transport
Transportation Treasury Urban Veterans Waste Water Waterways Welfare Wildlife Women Work Works Workers Youth
""")
# Last words of company names: "Varn Shipping" may be called "Varn" later on.
COMPANY_TAILS = (
    words("""
Group Holdings Holding Company Corporation International Industries Technologies Technology Tech Systems Solutions Labs
Laboratories Partners Capital Ventures Brands Foods Dairies Dairy Farms Motors Automotive Airlines Airways Air Aviation Aerospace
Lines Line Ferries Shipping Logistics Freight Rail Railways Transport Energy Power Electric Oil Gas Petroleum Minerals Mining
Metals Steel Chemicals Materials Pharma Pharmaceuticals Therapeutics Biotech Biosciences Health Healthcare Medical Diagnostics
Software Networks Telecom Telecoms Communications Media Entertainment Studios Games Interactive Semiconductor Semiconductors
Electronics Robotics Bank Bancorp Financial Finance Insurance Assurance Securities Investments Properties Realty Homes
Construction Engineering Retail Stores Markets Supermarkets Appliances Toys Textiles Apparel Outfitters Breweries Brewing
Beverages Works AI Water Utilities Hotels Resorts Payments Pay Ceramics Biologics Biopharma Genomics Vaccines Clinics Snacks Cement
Glass Paper Timber Furniture Fashion Clothing Footwear Coffee Wines Cruises Coaches Buses Trucks Cars Tyres Batteries Solar Nuclear
Instruments Optics Photonics Dynamics Analytics Cloud Digital Mobile Wireless Satellite Satellites Space Shipyard Shipyards Yards
Marine Offshore Drilling Exploration Resources Mills Bakery Bakeries Confectionery Cosmetics Nurseries Developments Builders
Contractors Mortgage Lending Savings Wealth Management Consulting Consultants Advisers Advisors Associates Sons Brothers Bros Bros.
Aluminium Aluminum Copper Fertilisers Fertilizers Seeds Seafood Fisheries Meats Poultry Turbines Turbinen Kraft Werke Messenger
""")
    | SUFFIXES
)

# Bodies that are named without any such word.
KNOWN_BODIES = phrases("""
White House, Pentagon, Kremlin, Downing Street, Capitol Hill, Congress, Senate, House of Representatives, House of Commons,
House of Lords, Parliament, Supreme Court, United Nations, European Union, European Commission, European Parliament, Red Cross,
Red Crescent, Interpol, Europol, NATO, UN, EU, WHO, IMF, OPEC, WTO, OECD, UNICEF, UNESCO, FBI, CIA, FDA, SEC, FTC, FCC, EPA, NASA,
NHS, BBC, World Bank, World Health Organization, Federal Reserve, International Monetary Fund, Coast Guard, National Guard,
Home Office, Foreign Office, Treasury, Scotland Yard, Bundestag, Knesset, Duma, Vatican, Amnesty International,
Human Rights Watch, Greenpeace, Oxfam, Doctors Without Borders
""")

# Outlets and agencies by name, for "told", "obtained by", "reported": who carried it, not who says it.
OUTLETS = phrases("""
Reuters, Bloomberg, Bloomberg News, Associated Press, The Associated Press, AP, AFP, Agence France-Presse, UPI, Xinhua, TASS,
Interfax, Kyodo, Yonhap, PTI, ANSA, DPA, EFE, CNBC, CNN, BBC, BBC News, NBC, NBC News, ABC, ABC News, CBS, CBS News, Fox News,
MSNBC, NPR, PBS, Sky News, ITV, ITV News, Channel 4, Al Jazeera, Deutsche Welle, Financial Times, The Guardian, Guardian,
Washington Post, The Washington Post, New York Times, The New York Times, Wall Street Journal, The Wall Street Journal,
Los Angeles Times, USA Today, The Economist, Economist, Politico, Axios, Semafor, The Information, TechCrunch, The Verge, Wired,
Forbes, Fortune, Business Insider, Le Monde, Der Spiegel, El Pais, El País, Nikkei, Nikkei Asia, South China Morning Post,
The Times, The Telegraph, Daily Mail, The Independent, The Sun, Kyiv Independent, Haaretz, Handelsblatt, Bild, Le Figaro,
Corriere della Sera, La Repubblica, Globe and Mail, CBC, MarketWatch, Barron's, ProPublica, Vox, Slate, The Atlantic, Time,
Newsweek, 404 Media, Ars Technica, Engadget, The Register
""")
OUTLET_WORDS = words("""
Times Post Herald Tribune News Wire Press Journal Gazette Chronicle Courier Observer Telegraph Daily Radio Television TV
Broadcasting Newswire Examiner Dispatch Bulletin Ledger Mail Standard Mirror Globe Sentinel Register Reporter Argus Echo Mercury
Record Advertiser Inquirer Enquirer Star Monitor Review Magazine Weekly Reports Broadcaster Channel Newsroom Dailies Evening
Morning Sunday Beacon Clarion Messenger
""")

GIVEN_NAMES = words("""
Aaron Abdul Abigail Adam Ahmed Aisha Alan Albert Alejandro Alex Alexander Alexandra Alice Alison Amanda Amelia Amina Amir Amy Ana
Anders Andrea Andreas Andrew Andrey Andy Angela Anita Anja Ann Anna Anne Annika Anthony Antonio Anton Ari Arthur Asha Astrid
Barbara Beatrice Ben Benjamin Bernard Bernd Beth Betty Bill Birgit Bob Boris Brenda Brian Bruce Carl Carla Carlos Carmen Carol
Caroline Catherine Cecilia Chandra Charles Charlotte Chen Chloe Chris Christian Christina Christine Christopher Claire Clara
Claudia Colin Craig Cynthia Dana Daniel Daniela David Dawn Deborah Denis Dennis Diana Diego Dieter Dmitry Dominic Donald Dorothy
Douglas Edith Edward Elena Eleanor Elias Elif Elisa Elisabeth Elizabeth Ella Ellen Emily Emma Enrique Eric Erik Erika Esther Ethan
Eva Evelyn Farah Fatima Felix Fernando Fiona Frances Francis Francois Frank Frederick Gabriel Gareth Gary Geoffrey George Gerald
Gordon Grace Graham Grant Greg Gregory Greta Hana Hannah Hans Harold Harry Hassan Heather Heidi Helen Helena Henrik Henry Howard
Hugo Ian Ibrahim Ida Igor Ilse Ines Inga Ingrid Irene Isaac Isabel Isla Ivan Ivana Jack Jacob James Jamie Jan Jane Janet Jason
Javier Jean Jeff Jeffrey Jennifer Jens Jessica Jim Joan Joanna Joe Joel Johan Johanna John Jonas Jonathan Jorge Jose José Joseph
Joshua Juan Judith Julia Julian Julie Jun Jurgen Kamal Karen Karim Karin Karl Kate Katherine Kathleen Katja Keith Kelly Ken
Kenneth Kevin Khalid Kim Kofi Kristin Kurt Kwame Lara Larry Lars Laura Lauren Lea Leah Lena Leo Leon Leonard Leyla Liam Lily Linda
Lisa Louis Louise Lucas Lucia Lucy Luis Lukas Lydia Magnus Manuel Marc Marcel Marcia Marco Marcus Margaret Maria Marie Marina
Mario Marisa Mark Marta Martha Martin Mary Mateo Matthew Maureen Maurice Max Maya Mei Melanie Melissa Michael Michelle Miguel Mike
Mila Mina Miriam Mohamed Mohammed Molly Monica Muhammad Nadia Nancy Natalia Natalie Natasha Neil Nicholas Nicola Nicole Niels
Nigel Nikolai Nina Noah Noor Nora Olaf Oleg Olga Oliver Olivia Omar Oscar Otto Pablo Pamela Patricia Patrick Paul Paula Pavel
Pedro Per Peter Petra Philip Pierre Priya Rachel Rafael Raj Ralph Ramon Rana Rebecca Regina Rene Ricardo Richard Rita Robert
Roberto Robin Roger Roland Rosa Rose Rosemary Roy Russell Ruth Ryan Salma Sam Samantha Samir Samuel Sandra Sanjay Sara Sarah Scott
Sean Sebastian Sergei Sergio Sharon Sheila Silvia Simon Sofia Sophia Sophie Stefan Stella Stephanie Stephen Steve Steven Stuart
Susan Svetlana Sven Sydney Sylvia Takeshi Tamara Tanya Tara Tariq Teresa Theo Theresa Thomas Tim Timothy Tina Tobias Tom Tomas
Tony Tove Tracy Ursula Valentina Vanessa Vera Veronica Victor Victoria Vikram Vincent Viktor Vladimir Walter Wanda Wei Wendy
William Wolfgang Xavier Yasmin Yuki Yuri Yusuf Yvonne Zara Zoe Zoya
""")
PARTICLES = words("de da do dos das du del della der den di van von zu zur la le el al bin ibn ben bint ter ten af av")


# Sports clubs: "Real Montescuro", "Castlebray United".
CLUB_OPENERS = words("Real Racing Dynamo Inter Sporting Athletic Atletico Atlético Olympique Borussia Deportivo FC AC SC CD")
CLUB_TAILS = words("United Rovers Wanderers Athletic Albion Hotspur Rangers FC")

OUTLET_OPENERS = words("Radio Television TV Channel Canal Télé Rádio")


def is_outlet(name: str) -> bool:
    """The name is one of a newspaper, agency or broadcaster: known, or with a word such as Herald, Wire, Times."""
    if name in OUTLETS:
        return True
    parts = name.split()
    return len(parts) > 1 and (parts[-1] in OUTLET_WORDS or parts[0] in OUTLET_OPENERS)
