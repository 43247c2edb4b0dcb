"""Words that news uses for one another. Stems, as `words.stem` gives them; rings are general English, no event's own words."""

from collections.abc import Mapping

from corroborate.match.words import listed, stem
from corroborate.model.synonyms import COUNTED

MONEY = {
    "fine": "fine penalty sanction punishment levy fined",
    "price": "price deal takeover acquisition offer bid purchase buyout merger transaction consideration acquire buy bought taking hands",
    "valuation": "valuation value valued worth",
    "funding": "round funding financing fundraising raise raised investment capital backer backers putting provided injected",
    "damage": "damage repair rebuild destroy",
    "loss": "loss lost lose deficit",
    "cost": "cost charge expense severance bill",
    "compensation": "compensation damages payout settlement redress",
    "refund": "refund reimbursement repayment overcharge overcharged refunds",
    "revenue": "revenue sale sales turnover",
    "profit": "profit earning income",
    "budget": "budget spending",
    "aid": "aid relief grant subsidy",
    "ransom": "ransom",
    "theft": "steal stole stolen embezzl embezzlement theft thief defraud swindl swindle skim siphon",
    "seizure": "seizure seize seized confiscate confiscated confiscation forfeit forfeited forfeiture impound impounded",
    "salary": "salary wage",
    "saving": "saving savings save",
    "debt": "debt borrowing owe owing owed",
    "loan": "loan lending",
    "backlog": "backlog",
    "dividend": "dividend",
    "buyback": "buyback repurchase",
}
"""What an amount of money is for."""

FATES = {
    "dead": "dead death kill killing die dies fatality toll perish casualty deceas drown life body fatal fatally lifeless slain slay "
    "murder homicide corpse slaughter massacr butcher",
    "injured": "injury injur hurt wound hospitalis hospitaliz treat maim",
    "missing": "missing unaccount vanish",
    "rescued": "rescue save winch pluck surviv survivor",
    "evacuated": "evacuat evacuee evacuation relocat flee shelter move",
    "aboard": "aboard onboard carry board manifest",
    "arrested": "arrest detain custody detention apprehend charged charg accus indict",
    "trapped": "trap entomb enclos bury stuck",
    "escaped": "escape abscond",
    "recaptured": "recaptur recapture nab",
    "shot": "shot",
    "homeless": "homeless displac",
    "powerless": "power electricity outage blackout grid",
    "dismissed": "layoff redundancy redundant dismiss axe shed sack eliminat",
    "hired": "hire recruit",
    "employed": "employ payroll",
    "exposed": "expos leak breach stolen steal compromis",
    "recalled": "recall withdraw",
    "sold": "sell sold",
    "infected": "infect infection ill sick sicken virus fever",
}
"""What befell or was done with those counted; a different fate is a different count."""

PARTICIPLES = listed(
    "dead killed injured wounded hurt missing trapped displaced arrested infected evacuated rescued homeless drowned charged"
)
"""Words before a counted noun that say what befell it: "injured firefighters"; "rescue workers" are not rescued."""

UNFATED = listed(
    """count counts charge charges term terms sentence sentences warrant warrants casing casings cartridge cartridges round rounds
    shot shots gunshot gunshots bullet bullets gun guns handgun handguns weapon weapons rifle rifles shooting shootings block blocks
    jacket jackets lifeboat lifeboats raft rafts tent tents blanket blankets hospital hospitals vaccine vaccines time times"""
)
"""Counted things that nothing befell, whatever happened beside them: "two counts of murder", "nine shots"."""

EXCLUSIVE = frozenset(
    {
        "dead",
        "injured",
        "missing",
        "rescued",
        "evacuated",
        "aboard",
        "arrested",
        "homeless",
        "powerless",
        "hired",
        "infected",
        "trapped",
        "escaped",
        "recaptured",
        "unhurt",
        "deployed",
        "dismissed",
        "employed",
        "destroyed",
        "damaged",
        "cancelled",
        "in favour",
        "opposed",
        "abstaining",
        "polled",
        "launched",
        "downed",
        "tallied",
        "ordered",
        "operated",
    }
)
"""Fates that tell counts apart: the dead are not the injured."""

EVENTS = {
    "send": "letter send sent write wrote address memo deliver",
    "disclose": "disclos announc reveal publish unveil report say claim blog post statement confirm notify notification",
    "happen": "strike struck hit happen occur quake earthquake accident collision crash collide derail sink capsize fire explosion blast "
    "explode blew blow shooting stabbing collaps wildfir blaz landslid tornado",
    "campaign": "campaign operation activity run ran carry conduct operat generat attack extract active continu",
    "begin": "begin start open launch commence",
    "end": "end finish close closing complet conclu finalis finaliz expire deadline until",
    "vote": "vote election referendum poll ballot",
    "hear": "hearing trial court appear heard testif testify adjourn",
    "meet": "meeting met talk negotiat",
    "resume": "resum restor return normal",
    "sentence": "sentenc jail convict verdict rule ruling judgment",
    "file": "fil filing lawsuit sue complaint",
    "sign": "sign agree agreement",
    "recall": "recall withdraw",
    "made": "made manufactur produc built sold",
    "fine": "fine penal",
    "add": "add list blacklist",
    "acquire": "acquir buy bought takeover",
    "vanish": "disappear vanish missing",
    "leave": "leave left depart sail",
    "resign": "resign step quit",
    "appoint": "appoint nam",
    "find": "discover discovery unearth found",
    "warn": "warn",
    "pay": "pay paid",
    "arrest": "arrest detain apprehend captur surrender",
}
"""What happened on a day."""

SUPERLATIVES = {
    "largest": "largest biggest greatest most-extensive",
    "smallest": "smallest tiniest least",
    "highest": "highest record tallest peak",
    "lowest": "lowest",
    "deadliest": "deadliest most-lethal bloodiest",
    "worst": "worst most-severe gravest",
    "strongest": "strongest most-powerful fiercest",
    "first": "first earliest",
    "oldest": "oldest",
    "longest": "longest",
    "fastest": "fastest quickest",
    "costliest": "costliest most-expensive dearest priciest",
    "wettest": "wettest heaviest rainiest",
    "best": "best finest",
}

EVERYBODY = frozenset(
    stem(word)
    for word in listed(
        """person population resident inhabitant villager citizen individual local body life survivor other victim bystander folk soul
        corpse patient"""
    )
)
"""Nouns that only say "human beings": what befell them tells which are meant."""

SOME_PEOPLE = frozenset(
    stem(word)
    for word in listed(
        """man woman child boy girl adult teenager tourist motorist miner fisherman civilian worker passenger crew visitor customer saver
        officer soldier firefighter medic inmate student teacher brother sister friend neighbour parent mother father driver rider skier
        climber hiker swimmer diver player pilgrim foreigner national holidaymaker
        protester demonstrator migrant refugee pensioner guard camper couple relative"""
    )
)
"""Nouns for some kind of people: "18 passengers" may be the "18 people", and 16 people may not."""

PEOPLE = SOME_PEOPLE
PLACES = frozenset(stem(word) for word in listed("state country county city town village province district nation region island"))
TRADES = frozenset(
    stem(word)
    for word in listed("crew passenger officer soldier firefighter medic inmate teacher miner guard student protester demonstrator")
)
"""Kinds of people that are none of another of these."""

OTHERS = frozenset(
    frozenset(stem(word) for word in pair.split("/"))
    for pair in listed("man/woman child/woman child/man child/adult brother/sister mother/father officer/civilian soldier/civilian")
)
"""Two kinds of people of which none is both."""

BEFALLEN = frozenset(
    stem(word) for word in listed("dead death died fatality casualty injured injury hurt wounded wound missing arrest evacuee killed toll")
)
"""What befell people, counted instead of them: "63 injured", "two arrests", "a death toll of 12"."""

GENERIC = frozenset(
    stem(word)
    for word in listed("number total figure amount count many more unit item product piece case thing member paper device appliance gadget")
)
"""Heads that name nothing by themselves."""


HOLDERS = {
    "suspect": "suspect gunman gunmen shooter attacker assailant killer defendant accused perpetrator",
    "victim": "victim",
    "driver": "driver motorist",
    "pilot": "pilot captain",
    "officer": "officer policeman policewoman deputy",
    "teacher": "teacher",
    "student": "student pupil",
    "mother": "mother mum",
    "father": "father dad",
    "son": "son",
    "daughter": "daughter",
    "wife": "wife widow",
    "husband": "husband widower",
    "mayor": "mayor ex-mayor",
    "minister": "minister",
    "player": "player striker forward midfielder defender goalkeeper",
}
"""Parts that people play in a story: an age may be that of one of them."""


def ring_index(rings: Mapping[str, str]) -> dict[str, str]:
    """Every stem of the rings with the name of its (first) ring."""
    index: dict[str, str] = {}
    for name, words in rings.items():
        for word in words.split():
            index.setdefault(stem(word), name)
            index.setdefault(word, name)
    return index


THINGS = frozenset({"ship", "flight", "vehicle", "carriage", "plant", "shop", "bed", "home", "school"})
"""What is not hurt, however many bodies it brings ashore."""

ABSTRACT = frozenset({"account", "exchange", "incident", "record", "vote", "share", "offence", "hearing", "sample", "seat", "inflation"})
"""What is neither hurt nor held, though people around it may be."""

BEFALL_RECORDS = frozenset({"exposed", "sold", "recalled"})
BEFALL_GOODS = frozenset({"recalled", "sold"})
BEFALL_PEOPLE = frozenset({"dead", "injured", "rescued", "aboard", "arrested", "hired", "infected", "employed"})

COUNTED_RING = ring_index(COUNTED)
HOLDER_RING = ring_index(HOLDERS)
MONEY_RING = ring_index(MONEY)
FATE_RING = ring_index(FATES)
EVENT_RING = ring_index(EVENTS)
SUPERLATIVE_RING = ring_index(SUPERLATIVES)
