"""Events that share people, places and days with one another, as several outlets tell them: (title, text) by event."""

EVENTS = {
    "dam": (
        (
            "Cracks found in Fenwick dam",
            "Engineers found three cracks in the Fenwick dam on Thursday, the water ministry of Carrow said. Some 2,300 "
            "people below the dam were told to leave. Minister Olga Brandt said the lake would be lowered by four metres.",
        ),
        (
            "Thousands told to leave as dam cracks in Carrow",
            "About 2,300 people had to leave their homes below the dam of Fenwick after cracks appeared. Olga Brandt, the "
            "minister, promised that the lake level would go down four metres within days.",
        ),
        (
            "Fenwick: lake to be lowered after cracks",
            "The lake at Fenwick in Carrow will be lowered to relieve its damaged dam. Residents of two villages spent "
            "the night in schools. Engineer Paul Strand spoke of three cracks.",
        ),
    ),
    "tariff": (
        (
            "Carrow raises water tariffs by 12 percent",
            "Households in Carrow will pay 12 percent more for water from January, the water ministry announced on "
            "Thursday. Minister Olga Brandt said pipes had to be replaced. Consumer groups protested in Fenwick.",
        ),
        (
            "Water bills to rise in Carrow",
            "Olga Brandt, the water minister, defended higher prices. Bills in Carrow go up by 12 percent in the new year "
            "to pay for new pipes. A family will pay $74 more a year.",
        ),
    ),
    "resign": (
        (
            "Minister's aide resigns over contracts",
            "An aide to Carrow's water minister Olga Brandt stepped down on Friday after a newspaper reported that his "
            "brother had won contracts worth $1.8 million. Brandt said she had known nothing of it.",
        ),
        (
            "Aide to Olga Brandt steps down",
            "Viktor Halm, adviser to the water minister of Carrow, has resigned. His brother's firm received orders for "
            "$1.8 million, prosecutors said. The opposition wants Brandt to go as well.",
        ),
    ),
    "trial": (
        (
            "Banker goes on trial in Ostby",
            "The former head of Ostby Savings, Henrik Vale, went on trial on Monday accused of hiding losses of $96 "
            "million. Prosecutor Ines Kolb asked the court in Ostby to hear 31 witnesses.",
        ),
        (
            "Henrik Vale denies hiding losses",
            "At the start of his trial Henrik Vale told judges in Ostby he had hidden nothing. Prosecutors say the banker "
            "covered up losses of $96 million at Ostby Savings.",
        ),
    ),
    "robbery": (
        (
            "Masked men rob bank in Ostby",
            "Four masked men robbed a branch of Ostby Savings in Ostby on Monday and fled with about $230,000, police "
            "said. A guard was hurt. Prosecutor Ines Kolb opened an inquiry.",
        ),
        (
            "Guard hurt in bank raid",
            "A guard was injured when robbers raided Ostby Savings on Monday morning. Police in Ostby are looking for "
            "four men and a white van. The loot is put at $230,000.",
        ),
    ),
    "result": (
        (
            "Ostby Savings profit falls 17 percent",
            "Ostby Savings earned $54 million in the third quarter, 17 percent less than a year earlier, the bank said on "
            "Tuesday. Chief executive Clara Menz blamed bad loans.",
        ),
        (
            "Bad loans weigh on Ostby Savings",
            "Profit at Ostby Savings dropped to $54 million as more borrowers failed to pay. Clara Menz, who runs the "
            "bank, expects a better year ahead. Shares lost five percent.",
        ),
    ),
    "vote": (
        (
            "Parliament of Tarnland approves new budget",
            "Lawmakers in Tarnland approved a budget of 88 billion crowns on Wednesday. Prime Minister Erik Sund won by "
            "four votes. Spending on defence rises to 2.4 percent of output.",
        ),
        (
            "Sund wins budget vote by a whisker",
            "Erik Sund can breathe: parliament in Tarnland has passed his budget with a margin of four votes. Defence "
            "gets more, schools get less.",
        ),
    ),
    "visit": (
        (
            "Sund meets Osmark's president",
            "Tarnland's prime minister Erik Sund met the president of Osmark, Ada Krol, on Wednesday to talk about "
            "fishing rights. They agreed on a quota of 14,500 tonnes of cod.",
        ),
        (
            "Tarnland and Osmark settle cod dispute",
            "Osmark and Tarnland have ended a quarrel over cod. Ada Krol and Erik Sund signed a deal on a quota of 14,500 "
            "tonnes. Fishermen in Lower Brack were relieved.",
        ),
    ),
    "storm": (
        (
            "Storm cuts power in Tarnland",
            "A storm left 36,000 homes in Tarnland without power on Wednesday night. Prime Minister Erik Sund thanked the "
            "crews. Two ferries to Osmark were cancelled.",
        ),
        (
            "36,000 homes dark after storm",
            "Fallen trees cut power lines across Tarnland. Some 36,000 households were without electricity on Thursday "
            "morning and trains stood still. Ferries to Osmark stayed in port.",
        ),
    ),
    "launch": (
        (
            "Orvane shows new pump at fair",
            "Orvane presented a pump that uses 22 percent less power at a fair in Harrowgate on Tuesday. Chief executive "
            "Lise Hartog said 600 had been ordered.",
        ),
        (
            "Harrowgate fair: thrifty pump from Orvane",
            "At the trade fair in Harrowgate Orvane drew crowds with a pump that saves 22 percent of the power. Customers "
            "have ordered 600, said Lise Hartog.",
        ),
    ),
    "layoff": (
        (
            "Orvane to cut 850 jobs",
            "Orvane will cut 850 jobs and close its works in Harrowgate by the summer, chief executive Lise Hartog said "
            "on Tuesday. Unions called it a declaration of war.",
        ),
        (
            "Works in Harrowgate to close",
            "The pump maker Orvane is giving up its works in Harrowgate. Lise Hartog told staff that 850 posts would go. "
            "The union plans protests.",
        ),
    ),
    "flu": (
        (
            "Flu fills hospitals in Norrland",
            "Hospitals in Norrland treated 4,120 people for flu last week, the health office said on Monday. Doctor Hanna "
            "Roth called on the old to get vaccinated.",
        ),
        (
            "Norrland: flu wave earlier than usual",
            "The flu has come early to Norrland. The health office counted 4,120 patients in a week. Hanna Roth of the "
            "office spoke of full wards.",
        ),
    ),
    "measles": (
        (
            "Measles outbreak at school in Norrland",
            "Nineteen pupils of a school in Norrland have measles, the health office said on Monday. Doctor Hanna Roth "
            "said most were not vaccinated. The school is closed.",
        ),
        (
            "School closes after 19 measles cases",
            "A school in Norrland was shut because of measles. The health office has confirmed 19 cases, according to "
            "Hanna Roth. Parents can get free vaccinations.",
        ),
    ),
    "gdp": (
        (
            "Osmark's economy grows 0.6 percent",
            "Osmark's economy grew 0.6 percent in the third quarter, the statistics office said on Friday, helped by "
            "exports. The labour minister Iva Brandt was pleased.",
        ),
        (
            "Exports lift growth in Osmark",
            "Growth in Osmark beat forecasts. Output rose by 0.6 percent from the quarter before as exports of machines "
            "jumped, figures from the statistics office show.",
        ),
    ),
    "housing": (
        (
            "House prices in Osmark drop again",
            "House prices in Osmark fell 1.7 percent in September, the statistics office said. It was the fifth fall in a "
            "row. Flats in Brackwater lost most.",
        ),
        (
            "Flats get cheaper in Osmark",
            "Buyers of homes in Osmark pay less: prices were down 1.7 percent on the month. In Brackwater a flat now "
            "costs $310,000 on average.",
        ),
    ),
    "budget": (
        (
            "Aldervale council passes budget after long night",
            "Aldervale's city council passed a budget of $412 million early on Wednesday after a debate of eleven hours. "
            "Mayor Petra Lindholm called the vote a relief. The budget raises the property tax by 2.1 percent and closes "
            "two libraries. The opposition, led by Jonas Ekdal, voted against it.",
        ),
        (
            "Libraries to close as council votes 31 to 24",
            "Two public libraries will close in Aldervale under a spending plan adopted by councillors. The $412 million "
            "plan was carried by 31 votes to 24. Petra Lindholm, the mayor, defended the rise in property tax. Jonas "
            "Ekdal of the opposition said families would pay the bill.",
        ),
        (
            "Mayor Lindholm survives budget fight",
            "Petra Lindholm had feared for her majority. In the end seven dissenters came round and the budget of more "
            "than $400 million was adopted in Aldervale on Wednesday. Homeowners will pay 2.1 percent more.",
        ),
    ),
    "strike": (
        (
            "Bus drivers in Aldervale walk out",
            "Bus drivers in Aldervale stopped work on Wednesday in a dispute over pay. The union said 1,140 drivers took "
            "part and that no bus had left the depots. Mayor Petra Lindholm appealed to both sides. The transport company "
            "Sella Lines offered a rise of 3.5 percent.",
        ),
        (
            "Commuters stranded as Sella Lines strike begins",
            "Thousands of commuters in Aldervale walked to work as a strike at Sella Lines began. Union leader Marit Oske "
            "said more than 1,100 drivers had joined. The company has offered 3.5 percent; the union wants six.",
        ),
    ),
    "take": (
        (
            "Orvane to buy Pellworth for $3.2 billion",
            "Orvane, the maker of pumps, said on Tuesday it would buy its rival Pellworth for $3.2 billion in cash. "
            "Shareholders of Pellworth will receive $41.50 a share, a premium of 28 percent. Orvane's chief executive "
            "Lise Hartog said the deal would close by March.",
        ),
        (
            "Pellworth agrees to takeover by rival",
            "Pellworth has agreed to be taken over by Orvane at $41.50 per share. The offer values the company at about "
            "$3.2 billion. Analysts at Brannock said regulators may ask for plants to be sold.",
        ),
    ),
    "swoop": (
        (
            "Dunmore agrees to $3.1 billion takeover by Kestwick",
            "Kestwick, a maker of valves, said on Tuesday it would buy its rival Dunmore for $3.1 billion in cash. "
            "Shareholders of Dunmore will receive $18.20 a share, a premium of 31 percent. Kestwick's chief executive "
            "Aron Voll said the deal would close by April.",
        ),
        (
            "Kestwick swoops on Dunmore",
            "Valve maker Kestwick has made a $3.1 billion bid for Dunmore that the board recommends. At $18.20 a share "
            "the premium is close to a third, said Aron Voll.",
        ),
    ),
    "match": (
        (
            "Harrowgate beat Tilbury in cup final",
            "Harrowgate beat Tilbury 3-1 in the final of the Norrland Cup on Saturday before 41,208 spectators. Captain "
            "Sven Rask scored twice.",
        ),
        (
            "Cup glory for Harrowgate as Rask strikes twice",
            "Sven Rask scored two goals as Harrowgate won the Norrland Cup against Tilbury. A crowd of 41,208 saw the "
            "match. It is the club's first title in 22 years.",
        ),
    ),
    "clash": (
        (
            "Tilbury fans clash with police before final",
            "Police in Aldervale arrested 64 supporters before the cup final between Harrowgate and Tilbury on Saturday. "
            "Eleven officers were hurt, a spokesman said.",
        ),
    ),
    "econ": (
        (
            "Jobless rate in Osmark falls to 4.3 percent",
            "Unemployment in Osmark fell to 4.3 percent in September, the statistics office said on Wednesday. Employers "
            "added 62,000 jobs. The labour minister Iva Brandt spoke of a turning point.",
        ),
        (
            "Osmark adds 62,000 jobs",
            "Employers in Osmark hired more people than expected, official figures showed. The unemployment rate slipped "
            "to 4.3 percent from 4.6. Economists at Brannock expect the central bank to wait.",
        ),
    ),
    "price": (
        (
            "Inflation in Osmark slows to 2.9 percent",
            "Consumer prices in Osmark rose 2.9 percent in September from a year earlier, the statistics office said on "
            "Tuesday. Energy was 4.3 percent cheaper. The central bank meets next week.",
        ),
        (
            "Cheaper energy brings relief to Osmark shoppers",
            "Inflation slowed to 2.9 percent in Osmark last month, the lowest in two years. Energy prices fell by 4.3 "
            "percent, said the statistics office. Food remained dear.",
        ),
    ),
}
