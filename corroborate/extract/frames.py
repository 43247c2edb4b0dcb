"""Verbs and nouns that tell who does what to whom: the words that `deeds` knows, one set for each way of telling."""

from corroborate.extract.lexicon import words

# From the subject to somebody: "paid Velt Freight $3m", "exported 3m tonnes to Sorland".
GIVING = words("""
give gives gave given giving pay pays paid paying lend lends lent lending sell sells sold selling export exports exported exporting
ship ships shipped shipping send sends sent sending donate donates donated donating award awards awarded awarding grant grants granted
granting provide provides provided providing supply supplies supplied supplying owe owes owed owing offer offers offered offering loan
loaned transfer transfers transferred transferring hand hands handed handing deliver delivers delivered delivering pledge pledges
pledged pledging promise promises promised promising refund refunds refunded refunding reimburse reimbursed repay repays repaid
repaying return returned allocate allocates allocated approve approves approved contribute contributes contributed wire wired
""")
# To the subject from somebody: "received $3m from Tern Lines".
RECEIVING = words("""
receive receives received receiving get gets got getting obtain obtains obtained secure secures secured securing raise raises raised
raising borrow borrows borrowed borrowing inherit inherits inherited face faces faced facing collect collects collected
""")
# By the subject out of somebody: "stole 28m records from Meridian Bank".
DRAWING = words("""
steal steals stole stolen stealing withdraw withdraws withdrew withdrawn take takes took taken seize seizes seized recover recovers
recovered demand demands demanded import imports imported order orders ordered claim claims
""")
BUYING = words("buy buys bought buying acquire acquires acquired acquiring purchase purchases purchased purchasing")
# Done to somebody, who is the subject of the passive: "was fined", "was ordered to pay".
TO_TARGET = (
    GIVING
    | BUYING
    | words("""
fine fines fined fining sue sues sued suing charge charges charged charging beat beats beaten defeat defeats defeated cost
costs compensate compensated tax taxed jail jails jailed sentence sentences sentenced imprison imprisoned arrested convicted
detained penalise penalised penalize penalized sanction sanctioned bail bailed
""")
)
PUNISHED = words("fined jailed sentenced imprisoned arrested charged convicted detained sued ordered awarded penalised penalized")
HAVING = words("has have had having")
# What else somebody does to what is counted.
DOING = (
    TO_TARGET
    | RECEIVING
    | DRAWING
    | BUYING
    | HAVING
    | words("""
arrest arrests arrested build builds built building carry carries carried carrying close closes closed closing cut cuts cutting earn
earns earned employ employs employed employing evacuate evacuated fire fired forge forged hire hires hired hiring invest invests
invested investing lay laid lose loses lost losing make makes made making need needs needed open opens opened operate operates
operated own owns owned owning produce produces produced producing recall recalls recalled recruit recruited repair repaired rescue
rescues rescued run runs ran save saves saved scrap scraps scrapped serve serves served shed sheds shedding spend spends spent
spending test tests tested train trained treat treats treated treating use uses used win wins won winning cancel cancels cancelled
canceled manufacture manufactured plant planted detain detained deploy deployed elect elected evict evicted freeze froze frozen
ignore ignored hide hid hidden hiding launder laundered launch launched post posts posted book booked store stores stored treat
transport transports transported raise write wrote
""")
)
# Forms that are verbs whatever a tagger takes them for.
SURE = words("""
stole gave sold bought sued lent spent took sent received owes owed earned hired arrested rescued donated withdrew forged seized employs
paid received raised carried acquired
""")
# "accused Velt Freight of forging", "charged Mara Quist with hiding".
ACCUSING = words("""
accuse accuses accused accusing charge charges charged convict convicts convicted suspect suspects suspected blame blames blamed clear
clears cleared acquit acquitted fine fines fined jail jailed
""")
# "ordered Tern Lines to pay".
BLAMING = words("""
order orders ordered tell told ask asks asked force forces forced require requires required allow allows allowed expect expects
expected urge urges urged want wants wanted help helps helped compel compelled enable enabled permit permitted
""")
# Lead from a subject to its deed: "plans to build".
INTO_DEED = words("""
plan plans planned agree agrees agreed expect expects expected want wants wanted aim aims aimed intend intends intended hope hopes
hoped seek seeks sought try tries tried offer offers offered vow vows vowed pledge pledges pledged promise promises promised begin
begins began start starts started continue continues continued manage managed fail fails failed refuse refuses refused ready set due
able unable likely bound about ordered forced told required allowed expected decide decides decided prepare prepares prepared need
needs needed propose proposes proposed threaten threatens threatened have has had
""")
# With these somebody tells a measure of their own: "reported a loss of $71 million".
REPORTING = words("reported reports report posted posts post announced announces forecast forecasts expects expected projected")
MEASURES = words("""
revenue revenues profit profits loss losses sales earnings turnover income debt debts deficit surplus budget economy output exports
imports inflation unemployment gdp shares stock stake workforce population headcount valuation margin capitalisation capitalization
assets liabilities reserves orders deliveries production shipments spending payroll wages salary fortune jobless unemployment rate
fleet membership market-share costs
""")
PENALTIES = words("fine fines penalty penalties lawsuit sanction sanctions")
_TO = frozenset({"to", "for"})
# A noun for a deed, and the prepositions behind which stands whom it was done to.
EVENT_NOUNS: dict[str, frozenset[str]] = {
    **dict.fromkeys(PENALTIES, frozenset({"on", "against", "for"})),
    **dict.fromkeys(words("takeover acquisition purchase buyout bid"), frozenset({"of", "for"})),
    **dict.fromkeys(words("loan payment donation grant gift bailout refund subsidy award transfer"), _TO),
    **dict.fromkeys(words("claim lawsuit suit"), frozenset({"against"})),
}
