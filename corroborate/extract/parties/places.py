"""Places and peoples by name: countries, what their people are called, large cities, states of the United States."""

from corroborate.extract.lexicon import phrases, words

COUNTRY_NAMES = phrases("""
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh,
Barbados, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia and Herzegovina, Botswana, Brazil, Brunei, Bulgaria,
Burkina Faso, Burundi, Cambodia, Cameroon, Canada, Cape Verde, Central African Republic, Chad, Chile, China, Colombia, Comoros,
Congo, Costa Rica, Croatia, Cuba, Cyprus, Czech Republic, Denmark, Djibouti, Dominica, Dominican Republic, Ecuador, Egypt,
El Salvador, Equatorial Guinea, Eritrea, Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Georgia, Germany,
Ghana, Greece, Greenland, Grenada, Guatemala, Guinea, Guinea-Bissau, Guyana, Haiti, Honduras, Hong Kong, Hungary, Iceland, India,
Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kiribati, Kosovo, Kuwait,
Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Luxembourg, Madagascar, Malawi, Malaysia,
Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Micronesia, Moldova, Monaco, Mongolia, Montenegro, Morocco, Mozambique,
Myanmar, Namibia, Nauru, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Norway, Oman,
Pakistan, Palau, Palestine, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Puerto Rico, Qatar, Romania,
Russia, Rwanda, Samoa, San Marino, Saudi Arabia, Senegal, Serbia, Seychelles, Sierra Leone, Singapore, Slovakia, Slovenia,
Solomon Islands, Somalia, South Africa, South Korea, South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria,
Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tonga, Trinidad and Tobago, Tunisia, Turkey, Turkmenistan, Tuvalu, Uganda, Ukraine,
United Arab Emirates, United Kingdom, United States, Uruguay, Uzbekistan, Vanuatu, Vatican City, Venezuela, Vietnam, Yemen,
Zambia, Zimbabwe, England, Scotland, Wales, Northern Ireland
""")

COUNTRY_ALIASES: dict[str, str] = {
    "US": "United States",
    "U.S.": "United States",
    "U.S": "United States",
    "USA": "United States",
    "U.S.A.": "United States",
    "United States of America": "United States",
    "America": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Britain": "United Kingdom",
    "Great Britain": "United Kingdom",
    "UAE": "United Arab Emirates",
    "U.A.E.": "United Arab Emirates",
    "Czechia": "Czech Republic",
    "Holland": "Netherlands",
    "Burma": "Myanmar",
    "Türkiye": "Turkey",
    "Turkiye": "Turkey",
    "Bosnia": "Bosnia and Herzegovina",
    "DRC": "Congo",
}

CITIES = phrases("""
Abidjan, Abu Dhabi, Accra, Addis Ababa, Ahmedabad, Algiers, Almaty, Amman, Amsterdam, Ankara, Antwerp, Athens, Atlanta, Auckland,
Austin, Baghdad, Baku, Baltimore, Bangalore, Bengaluru, Bangkok, Barcelona, Beijing, Beirut, Belfast, Belgrade, Berlin, Bern,
Birmingham, Bogota, Bologna, Bordeaux, Boston, Brasilia, Bratislava, Brisbane, Bristol, Brussels, Bucharest, Budapest,
Buenos Aires, Busan, Cairo, Calgary, Canberra, Cape Town, Caracas, Cardiff, Casablanca, Charlotte, Chennai, Chicago, Cleveland,
Cologne, Colombo, Copenhagen, Dakar, Dallas, Damascus, Dar es Salaam, Delhi, Denver, Detroit, Dhaka, Doha, Dubai, Dublin, Durban,
Dusseldorf, Edinburgh, Frankfurt, Geneva, Genoa, Glasgow, Gothenburg, Guadalajara, Guangzhou, Hamburg, Hanoi, Havana, Helsinki,
Ho Chi Minh City, Honolulu, Houston, Hyderabad, Islamabad, Istanbul, Jakarta, Jerusalem, Johannesburg, Kabul, Kampala, Karachi,
Kathmandu, Khartoum, Kolkata, Krakow, Kuala Lumpur, Kyiv, Kyoto, Lagos, Lahore, Las Vegas, Leeds, Leipzig, Lima, Lisbon,
Liverpool, Ljubljana, London, Los Angeles, Luanda, Lusaka, Lyon, Madrid, Manchester, Manila, Marseille, Mecca, Medellin,
Melbourne, Memphis, Mexico City, Miami, Milan, Minneapolis, Minsk, Mogadishu, Monterrey, Montevideo, Montreal, Moscow, Mumbai,
Munich, Nairobi, Naples, Nashville, New Delhi, New Orleans, New York, New York City, Nice, Osaka, Oslo, Ottawa, Panama City,
Paris, Perth, Philadelphia, Phnom Penh, Phoenix, Pittsburgh, Port-au-Prince, Porto, Prague, Pretoria, Pyongyang, Quito, Rabat,
Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Rotterdam, San Antonio, San Diego, San Francisco, San Jose, Santiago, Sao Paulo,
São Paulo, Sarajevo, Seattle, Seoul, Seville, Shanghai, Shenzhen, Sofia, St. Louis, St. Petersburg, Stockholm, Stuttgart, Sydney,
Taipei, Tallinn, Tampa, Tashkent, Tbilisi, Tehran, Tel Aviv, The Hague, Tokyo, Toronto, Tripoli, Tunis, Turin, Ulaanbaatar,
Valencia, Vancouver, Venice, Vienna, Vientiane, Vilnius, Warsaw, Washington, Wellington, Wuhan, Yangon, Yerevan, Yokohama, Zagreb,
Zurich, Silicon Valley, Wall Street, Hollywood
""")

STATES = phrases("""
Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa,
Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska,
Nevada, New Hampshire, New Jersey, New Mexico, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island,
South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, West Virginia, Wisconsin, Wyoming, Ontario, Quebec,
British Columbia, Alberta, Queensland, Victoria, New South Wales, Tasmania, Bavaria, Saxony, Catalonia, Andalusia, Lombardy,
Sicily, Crimea, Punjab, Kerala, Gujarat, Maharashtra
""")

STATE_ALIASES: dict[str, str] = {
    "Ala.": "Alabama",
    "Ariz.": "Arizona",
    "Ark.": "Arkansas",
    "Calif.": "California",
    "Colo.": "Colorado",
    "Conn.": "Connecticut",
    "Del.": "Delaware",
    "Fla.": "Florida",
    "Ga.": "Georgia",
    "Ill.": "Illinois",
    "Ind.": "Indiana",
    "Kan.": "Kansas",
    "Ky.": "Kentucky",
    "La.": "Louisiana",
    "Mass.": "Massachusetts",
    "Md.": "Maryland",
    "Mich.": "Michigan",
    "Minn.": "Minnesota",
    "Miss.": "Mississippi",
    "Mo.": "Missouri",
    "Mont.": "Montana",
    "N.C.": "North Carolina",
    "N.D.": "North Dakota",
    "N.H.": "New Hampshire",
    "N.J.": "New Jersey",
    "N.M.": "New Mexico",
    "N.Y.": "New York",
    "Neb.": "Nebraska",
    "Nev.": "Nevada",
    "Okla.": "Oklahoma",
    "Ont.": "Ontario",
    "Ore.": "Oregon",
    "Pa.": "Pennsylvania",
    "R.I.": "Rhode Island",
    "S.C.": "South Carolina",
    "S.D.": "South Dakota",
    "Tenn.": "Tennessee",
    "Va.": "Virginia",
    "Vt.": "Vermont",
    "W.Va.": "West Virginia",
    "Wash.": "Washington",
    "Wis.": "Wisconsin",
    "Wyo.": "Wyoming",
}

REGIONS = phrases("""
Africa, Asia, Europe, Antarctica, North America, South America, Latin America, Central America, Middle East, Far East,
Southeast Asia, Central Asia, East Asia, South Asia, West Africa, East Africa, North Africa, Scandinavia, Balkans, Caribbean,
Mediterranean, Pacific, Atlantic, Arctic, Baltic, Black Sea, Red Sea, North Sea, Gulf, Persian Gulf, South China Sea, West Bank,
Gaza, Gaza Strip, Midwest
""")

PEOPLES = words("""
Afghan Afghans African Africans Albanian Algerian American Americans Angolan Arab Arabs Argentine Argentinian Armenian Asian
Asians Australian Australians Austrian Austrians Azerbaijani Bangladeshi Belarusian Belgian Belgians Bolivian Bosnian Brazilian
Brazilians British Briton Britons Bulgarian Burmese Cambodian Cameroonian Canadian Canadians Chilean Chinese Colombian Congolese
Croatian Cuban Cypriot Czech Dane Danes Danish Dutch Ecuadorian Egyptian Egyptians Emirati English Estonian Ethiopian European
Europeans Filipino Filipinos Finn Finnish French Frenchman Georgian German Germans Ghanaian Greek Greeks Greenlandic Guatemalan
Haitian Honduran Hungarian Icelandic Indian Indians Indonesian Iranian Iranians Iraqi Iraqis Irish Israeli Israelis Italian
Italians Jamaican Japanese Jewish Jews Jordanian Kazakh Kenyan Korean Koreans Kosovar Kurdish Kurds Kuwaiti Latvian Lebanese
Libyan Lithuanian Macedonian Malaysian Maltese Mexican Mexicans Moldovan Mongolian Moroccan Mozambican Muslim Muslims Christian
Christians Hindu Catholic Namibian Nepalese Nicaraguan Nigerian Nigerians Norwegian Norwegians Omani Pakistani Pakistanis
Palestinian Palestinians Panamanian Paraguayan Peruvian Polish Pole Poles Portuguese Qatari Romanian Russian Russians Rwandan
Saudi Saudis Scot Scots Scottish Senegalese Serb Serbian Serbs Singaporean Slovak Slovenian Somali Spaniard Spanish Sri-Lankan
Sudanese Swede Swedes Swedish Swiss Syrian Syrians Taiwanese Tanzanian Thai Tibetan Tunisian Turk Turkish Turks Ugandan
Ukrainian Ukrainians Uruguayan Uzbek Venezuelan Venezuelans Vietnamese Welsh Western Yemeni Zambian Zimbabwean Republican
Republicans Catholics Lutheran Lutherans Anglican Anglicans Protestant Protestants Evangelical Evangelicals Methodist Methodists
Baptist Baptists Mormon Mormons Sunni Sunnis Shia Shiite Shiites Buddhist Buddhists Sikh Sikhs Hindus Jew Islamic Islamist
Islamists Socialist Socialists Communist Communists Nationalist Nationalists Marxist Marxists Democrat Democrats Democratic
Conservative Conservatives Labour Liberal Liberals Green Greens Californian Texan
""")

PLACE_NOUNS = words("""
River Bay Island Islands Lake Mount Mountain Mountains Valley Street Road Avenue Square Bridge Tunnel Harbour Harbor Port Airport
Station County Province District Parish Region Peninsula Coast Beach Cape Canal Strait Sea Ocean Desert Forest Park Hill Hills
Heights Village Town City Borough Quay Pier Delta Gulf Sound Fjord Pass Plateau Dam Lock Reef
""")

_NAMES: dict[str, str] = {name: name for name in (*COUNTRY_NAMES, *CITIES, *STATES, *REGIONS)} | COUNTRY_ALIASES | STATE_ALIASES
LONGEST_PLACE = max(len(name.split()) for name in _NAMES)


def place_named(name: str) -> str | None:
    """The usual name of a known place, None where the name is not one: "U.S." is "United States"."""
    return _NAMES.get(name)
