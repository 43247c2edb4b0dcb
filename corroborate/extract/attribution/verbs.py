"""Verbs with which news says that somebody said something."""

from corroborate.extract.lexicon import words

_VOWELS = frozenset("aeiou")


def inflected(listing: str) -> frozenset[str]:
    """The finite forms of verbs: regular ones by rule, others with their past behind a stroke.

    >>> sorted(inflected("deny write/wrote"))
    ['denied', 'denies', 'deny', 'write', 'writes', 'wrote']
    """
    forms: set[str] = set()
    for entry in listing.split():
        verb, _, past = entry.partition("/")
        forms |= {verb, _third(verb), past or _past(verb)}
    return frozenset(forms)


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return verb + ("d" if verb.endswith("e") else "ed")


SAYING = inflected("""
say/said tell/told announce report state add write/wrote note confirm reveal disclose explain argue warn estimate predict
forecast/forecast insist acknowledge admit/admitted concede declare testify recall recount describe call characterise characterize
term show indicate suggest find/found conclude calculate count tally stress emphasise emphasize highlight detail outline tweet post
quote cite maintain contend pledge promise vow rule reiterate repeat project expect put/put believe think/thought reckon assert
claim comment inform notify advise caution boast brag/bragged counter remark observe reply respond retort confide hint
imply mention anticipate assess guess affirm assure brief pronounce proclaim specify clarify text surmise speculate lament
swear/swore fume hope aver/averred opine posit profess quip/quipped rejoin underline underscore attest divulge relay bemoan
concur/concurred fear foresee/foresaw presume assume deduce theorise theorize hypothesise peg/pegged grumble whisper mutter exclaim
grouse stipulate confess threaten
""") | words("forecasted said says")
# They speak before "that" or beside a quotation alone.
THAT_ONLY = inflected("""
allow urge reason rage moan gasp shrug/shrugged muse warrant certify volunteer venture yell gush suppose imagine protest remind signal
plead snap/snapped joke scoff sneer thunder bellow chuckle agree accept feel/felt know/knew remember sense judge learn discover notice
realise realize understand/understood sigh shout cry beg/begged quibble vouch wonder worry complain
""")
# The word itself says that what follows is not established.
ALLEGING = inflected("allege accuse suspect") | {"alleging", "accusing"}
DENYING = inflected("deny dispute refute rebut/rebutted contest disavow debunk") | {"denying", "disputing", "refuting"}
# Denials where the thing denied is named: "rejected the figure of 900", not "rejected 40 applications".
REJECTING = inflected("reject dismiss challenge question deride ridicule") | {"rejecting", "dismissing"}
# Verbs that reject with their particle: "brushed aside talk of 90 layoffs".
PHRASAL_DENIALS = {
    "brushed": "aside off", "brushes": "aside off", "laughed": "off at", "laughs": "off at", "scoffed": "at", "scoffs": "at",
    "waved": "away aside off", "shrugged": "off", "shot": "down", "cast": "doubt", "casts": "doubt", "poured": "scorn cold",
    "took": "issue", "takes": "issue", "hit": "back", "pushed": "back", "swatted": "away", "batted": "away",
}  # fmt: skip
CLAIM_NOUNS = words("""
figure figures claim claims report reports estimate estimates number numbers allegation allegations suggestion suggestions assertion
accusation accusations charge count tally toll rumour rumours rumor rumors talk idea notion assessment calculation statement sum
story stories speculation account version assertions insinuation
""")
# "Called the figure of 900 a fantasy" denies, too.
UNTRUE = words("""
false wrong untrue incorrect inaccurate nonsense rubbish absurd baseless unfounded exaggerated inflated fantasy fiction fabrication
misleading preposterous ridiculous invention invented lie lies myth ludicrous fanciful overblown outlandish groundless mistaken
nonsensical exaggeration bogus fabricated laughable garbage hogwash tosh fake propaganda smear slander gossip imaginary misreported
figment unrealistic implausible
""")
SPEAKING = SAYING | (ALLEGING - {"alleging", "accusing"}) | (DENYING - {"denying", "disputing", "refuting"})
EVERYDAY = words("""
said says say told tells tell announced announces announce reported reports report stated states state added adds wrote writes
write noted notes confirmed confirms confirm revealed reveals reveal disclosed discloses disclose explained explains argued argues
argue warned warns warn estimated estimates estimate predicted predicts predict forecast forecasts insisted insists acknowledged
acknowledges admitted admits conceded concedes declared declares testified testifies recalled recalls described describes describe
called calls characterised characterises characterized characterizes termed showed shows show indicated indicates indicate
suggested suggests found finds concluded concludes calculated counted tallied stressed stresses emphasised emphasized highlighted
detailed details outlined tweeted quoted cited cites maintained maintains contended contends pledged pledges promised promises
ruled rules reiterated repeated projected projects expected expects expect put puts believes believe thinks asserts asserted
claimed claims claim commented comments informed notified
""")
SPEECH_VERBS = EVERYDAY | words(
    "alleged alleges allege accused accuses accuse suspected suspects suspect denied denies deny disputed disputes refuted refutes"
)
"""The verbs that hardly ever mean anything but speech: other readers tell by them that a verb is no deed."""

# They speak of figures where a court, a forecaster or an inquirer is their subject.
REVISING = words("revised raised lowered cut trimmed increased reduced upgraded downgraded nudged slashed lifted doubled halved")
FORECASTS = words("forecast forecasts estimate estimates outlook guidance projection projections prediction predictions toll tally")
HEARING = words("heard hears")
COURTS = words("court inquest jury jurors tribunal inquiry hearing trial committee")
FORECASTING = words("sees see saw seen guided guides targets targeted modelled models")
FORECASTERS = words("analysts economists forecasters investors traders brokers analyst economist market markets bank")
FORECAST_NOUNS = words("""
growth inflation output profit profits sales revenue revenues earnings demand prices loss losses deficit rates rate unemployment
margins production income turnover risk toll
""")
FINDING = inflected("discover identify detect document establish record determine uncover unearth")
SPEAKING_OF = words("spoke speaks speak spoken talked talks talk written writes complained")
LEAKING = words("shared leaked supplied provided passed disclosed handed shown described given")
# Beside a quotation alone.
QUOTING_ONLY = words("continued continues asked asks went laughed shouted sighed cried smiled nodded began")
GERUNDS = words("""
saying alleging claiming adding announcing reporting stating noting warning confirming revealing arguing insisting estimating
accusing explaining describing calling denying writing telling putting predicting forecasting admitting acknowledging expecting
disputing promising conceding pledging complaining vowing declaring asserting suggesting indicating stressing hinting testifying
boasting recalling
""")
# Often nouns or verbs of other meaning: they speak only behind a name, a pronoun or "the company".
AMBIGUOUS = inflected("""
report state claim note estimate forecast/forecast project detail rule comment promise pledge expect call describe put/put show cite
quote count repeat recall highlight outline maintain conclude inform notify post observe assess specify stress mention
counter remark tally calculate advise brief pronounce respond guess boast hint vow lament hope fear question challenge text term peg/pegged
""") - {"reported", "stated", "noted", "said", "remarked", "responded", "warned"}
# These speak only where a document or figures are their subject, or "that" follows.
SHOWING = inflected("show indicate suggest find/found reveal")
LISTING = words("lists list listed gives give gave contains names named")
PLAIN = words("said says say told tells tell added adds warns warned reported")
# Before "that" any verb speaks but these: they tell of acts, or of what is so.
NOT_SAYING = words("""
meant means mean ensured ensures ensure made makes make proved proves prove ordered required requires happened happens helped
helps see sees saw was is were are had has have did does so given provided means learned learnt learns wished wishes forgot forgets
seemed seems appeared appears turned resulted demanded demands decided decides decide
""")
# "Is confident that" speaks as "believes that" does.
SURE = words("confident sure certain convinced adamant hopeful worried afraid optimistic pessimistic concerned clear")
PASSIVE_HEDGES = words("alleged believed suspected thought said reported understood feared presumed rumoured rumored assumed")
HEDGES = words("allegedly alleged reportedly purportedly purported supposedly apparently presumed unconfirmed rumoured rumored")
# "Did not say whether", "declined to confirm": nothing is said.
NEGATIONS = words("not n't n’t never without nor neither cannot")
REFUSALS = words("declined declines refused refuses decline refuse unable unwilling failed")
CUES = (
    SPEAKING
    | GERUNDS
    | REJECTING
    | HEARING
    | FORECASTING
    | FINDING
    | SPEAKING_OF
    | QUOTING_ONLY
    | LISTING
    | LEAKING
    | SURE
    | REVISING
    | THAT_ONLY
    | {"looking"}
    | PHRASAL_DENIALS.keys()
)
