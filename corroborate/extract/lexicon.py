"""Closed word lists that several readers share, how they are written down, and how patterns are looked for fast."""

import re
from collections.abc import Iterable, Iterator


def words(listing: str) -> frozenset[str]:
    """Words separated by blanks."""
    return frozenset(listing.split())


def phrases(listing: str) -> frozenset[str]:
    """Phrases separated by commas."""
    return frozenset(" ".join(phrase.split()) for phrase in listing.split(","))


def small(text: str) -> str:
    """The text in small letters, each where it stood: patterns without capitals find words in it several times as fast.

    >>> small("Five Dead")
    'five dead'
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(one if len(one.lower()) > 1 else one.lower() for one in text)


def matches_at(pattern: re.Pattern[str], places: Iterable[int], text: str) -> Iterator[re.Match[str]]:
    """The matches that begin at some places of a text, from left to right and without overlap."""
    end = 0
    for place in places:
        if place >= end and (match := pattern.match(text, place)) is not None:
            end = match.end()
            yield match


PARENTS = words("mother father mum mom dad parent parents grandmother grandfather widow widower")
DETERMINERS = words("a an the this that these those its his her their our my your some any each every no another such both either neither")
PREPOSITIONS = words("""
about above across after against ahead along amid among around as at before behind below beneath beside between beyond by despite
down during except for from in inside into near of off on onto opposite out outside over past per since through throughout till to
toward towards under until up upon via with within without regarding following including like unlike
""")
CONJUNCTIONS = words("and or but nor so yet because although though while whereas if unless whether when where as than that once")
PRONOUNS = words("""
i you he she it we they me him us them himself herself itself themselves who whom whose which what someone anyone everyone nobody
nothing something everything anything mine yours hers ours theirs there here
""")
AUXILIARIES = words("""
is are was were be been being am has have had having do does did will would shall should can could may might must ought 's 're 've
'd 'll n't not
""")
ADVERBS = words("""
also then later earlier now still just only even already again further once soon often never always since recently previously
separately initially repeatedly publicly today yesterday first
""")
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | ADVERBS

MONTHS = words("""
January February March April May June July August September October November December Jan Jan. Feb Feb. Mar Mar. Apr Apr. Jun Jun.
Jul Jul. Aug Aug. Sep Sep. Sept Sept. Oct Oct. Nov Nov. Dec Dec.
""")
WEEKDAYS = words("""
Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays Mon Mon.
Tue Tue. Tues. Wed Wed. Thu Thu. Thurs. Fri Fri. Sat Sat. Sun Sun.
""")
CALENDAR = (
    MONTHS
    | WEEKDAYS
    | words("Christmas Easter Ramadan Spring Summer Autumn Winter GMT UTC EST EDT PST PDT IST BST CET CEST AM PM a.m. p.m.")
)

# Capitals that name a thing or an office, not a party.
COMMON_ACRONYMS = words("""
AI IT IP API APIs LLM LLMs CEO CFO COO CTO IPO GDP TV PC FAQ ID URL PDF HR PR VAT GPS DNA DVD SUV EV EVs GPU GPUs CPU CPUs AM PM
Q1 Q2 Q3 Q4 H1 H2 M&A R&D ESG ETF ETFs UFO COVID COVID-19 HIV VIP NGO NGOs MP MPs MEP MEPs SMS LED LNG LPG CO2 CCTV SIM OK USD EUR
GBP PhD AC DC ATM ATMs PIN VPN WiFi OS iOS
""")

# What begins sentences and headings without being a name. A capital there says nothing.
STARTERS = words("""
rival rivals giant fellow neighbouring neighboring veteran bosses according additionally after afterwards all almost alongside
although among amid analysts another anyone around asked authorities because before besides between both but buyers by campaigners
citing claims clearly climate combined commenting commuters companies compared consumers contrary critics crews customers data
despite detectives developers during each earlier economists eight eighteen eighty either eleven elsewhere emergency employees
engineers even eventually every everyone everything exactly experts farmers few fewer fifteen fifty figures finally firefighters
first five following for former forty four fourteen friends from full further given government half he her here high his
homeowners hospitals households however hundreds if in including indeed industry inflation inside inspectors instead investigators
investors is it its journalists judges just last late later lawmakers lawyers leaders less like likewise local long low major
managers many market markets meanwhile members millions ministers more moreover most much my national nearby nearly neighbours
neighbors neither nevertheless new news next nine nineteen ninety no nobody none nonetheless not nothing now of officers officials
often old on once one only operators opposition organisers organizers other others our out outside over overall owners paramedics
parents part particularly passengers patients people perhaps photo pilots police politicians power previously prices private
prosecutors protesters public read record regulators related relatives relief reporters rescue rescuers researchers residents
sales school schools scientists second separately seven seventeen seventy several shareholders shares she since six sixteen sixty
so some someone sometimes soon sources staff state still students subscribe such survivors teachers ten tens that the their then
there therefore these they third thirteen thirty this those though thousands three through throughout thus tickets to today
together tomorrow tonight total tourists trade trading traders traffic trains twelve twenty two ultimately under union unions
unlike until up users vehicles victims villagers visitors volunteers voters was water we weather what whatever when where whereas
whether which while who whoever why with within without witnesses workers world year yesterday yet you your zero access account
accounts adding advertisement advice allegations anger annual approval arrests article attacks attempts attention author
background bank banks below best big bills black blue bonds breaking brief briefly briefing bring business businesses can case
cases cash central change changes chart check chief children city civil click close closing comment comments common community
competition computer concerns conclusion conditions consider construction contact contents copyright corporate cost costs could
council court courts credit crime current cyber damage day days deaths debt demand department detection details discover
distillation district doctors does dozens drivers economic economy editor editorial education elections energy environmental
equity evidence exports extraction extra facts fans federal files film finance financial find fire firms fishermen floods flooding
follow food footage foreign free fresh fuel fund funds general get global gold good great green ground group groups growth guests
health heavy help home homes hospital hotel hours house housing human image images impact imports in-depth independent individuals
information injuries insurers intellectual interest internal international investigation investment item job jobs key kids labour
land large latest law leave legal legislative lessons letters level live loading look loss losses mainland make making
manufacturers mass materials mayor media medical men mental methodology military mobile model models money monitor mortgage
mothers moving name natural net night note nuclear nurses obtaining oil online opponents opposite orders organisations
organizations original output outlook past payments penalty performance phone pictured pictures plans players points policy poor
population port possible pressure price primary prime product production products profit profits property proposals protection
quarterly questions quick rail railway rain rates real recent regional regulatory remaining repeated report reported reporting
reports representatives research residential response results retail revenue revenues review rising risk risks road roads rules
running safety same savings science search security see senior separate services share short similar small social society software
source spending spokespeople sport start startups statistics steps stock stocks stories storm story strategic streets strong
studies study suppliers supporters surveys tax taxes tech technical technology temperatures tension terms testing thanks think
tips top tough town traditional training transport travel travellers treatment trends trust try turnout understanding unemployment
updated updates urban use using value video view violence vote votes wages waiting warning watch ways well wholesale wildlife wind
winds winning winter women work working worse worst writing wrong young
""")
