"""What befell those counted: killed, hurt, missed, brought out; and who of them did it to the others."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from corroborate.match.groups.clauses import WITHIN, words_after, words_before
from corroborate.match.groups.passages import Passage
from corroborate.match.groups.thesaurus import FATE_RING, PARTICIPLES, UNFATED
from corroborate.match.groups.tolls import summed_up, whom_tallied
from corroborate.match.words import STOPWORDS, stem, stems, tokens
from corroborate.model.claims import Claim
from corroborate.model.figures import Kind, Quantity

REACH = 7
"""Words after or before a figure in which its fate is looked for."""

FATAL = re.compile(
    r"\b(?:shot|stabbed|beaten|burn(?:ed|t)|crushed|hacked|trampled|run over|bludgeoned|blown up|strangled)\s+"
    r"(?:dead\b|to death\b|and (?:then )?killed\b)|\bfatally\s+\w+|\bmortally\s+\w+|\bfound dead\b|\bgunned down\b|"
    r"\b(?:did not|didn['’]t|failed to) survive\b|\bpronounced dead\b|\bsuccumbed\b|\bfatally\b",
    re.IGNORECASE,
)
"""What tells of a death in words that alone tell of a wound, or of nothing."""

ENUMERATED = {"people killed": "dead", "people injured": "injured", "people shot": "shot"}
"""What is counted where the reader counted people who are listed: "a man and a woman were killed"."""

GRIM = ("dead", "death", "killed", "tally", "gunned", "surviv", "succumb", "wounded", "injured", "hurt")
"""Without any of these no death and no wound is told in several words."""

LIVING = re.compile(r"\b(?:who|he|she|they) lives?\b", re.IGNORECASE)
WOUNDING = re.compile(r"\b(?:shot|stabbed|beaten) and (?:\w+ly )?(?:wounded|injured|hurt)\b", re.IGNORECASE)
SHOT_DOWN = re.compile(
    r"\b(?:shooting|gunning down|opening fire on|fired (?:on|at))\s+(?:(?:and \w+|at least|about|some|the)\s+)*$", re.IGNORECASE
)
BOARDS = re.compile(r"\b(?:[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[A-Z][\w’'-]+) [Bb]oard\b(?! (?:the|a|an)\b)|\b[Bb]oards? of\b")
"""Those who decide or watch over something: nobody is aboard."""

RESCUERS = re.compile(
    r"\brescue (?=(?:teams?|workers?|crews?|services?|efforts?|operations?|parties|boats?|helicopters?|squads?|units?)\b)", re.IGNORECASE
)
HELPERS = re.compile(
    r"\b(?:soldiers?|troops|reservists|guardsmen|firefighters?|officers?|rescuers?|medics|paramedics|volunteers|divers|engineers|personnel)$",
    re.IGNORECASE,
)
SENT = re.compile(
    r"\b(?:sends?|sent|sending|deploy\w*|dispatch\w*|mobili[sz]\w*|call(?:ed|s|ing) (?:in|up|out)|drafted in)\s+"
    r"(?:(?:about|some|another|the|at least|more than|up to)\s+)*$",
    re.IGNORECASE,
)
JOINED = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}?(?:joined|joining|took part in|helped|(?:were|are|have been|had been|being) (?:\w+ )?"
    r"(?:sent|deployed|dispatched|mobili[sz]ed|drafted|called (?:in|up|out)))\b",
    re.IGNORECASE,
)
"""Those who were sent to help: nothing befell them."""

HURT = re.compile(r"\b(?:hurt|injur\w+|wound\w*)\b", re.IGNORECASE)
NUMBER = re.compile(r"\b(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.IGNORECASE)
GRAVE = re.compile(
    r"\b(?:critical|serious|grave|severe|bad(?=ly))(?:ly)?\b|(?<!non-)\blife-threatening\b|"
    r"\b(?:in intensive care|on (?:a )?ventilators?|on life support|fighting for (?:his|her|their) li(?:fe|ves))\b",
    re.IGNORECASE,
)
HARMLESS = re.compile(r"\b(?:not|n['’]t|none|neither|nor)\b[^,;#]{0,50}$", re.IGNORECASE)
"""Before "life-threatening" and the like: "wounds that were not considered life-threatening"."""
CASES = re.compile(r"\b(?:confirmed|new|suspected) cases?$", re.IGNORECASE)
DISEASE = re.compile(
    r"\b(?:outbreaks?|epidemics?|pandemic|infections?|\w*virus\w*|disease|cholera|measles|ebola|dengue|malaria|polio|mpox|influenza|flu|"
    r"meningitis|diphtheria|typhoid|plague|fever|covid\S*|salmonella|e\. ?coli|listeria|whooping cough|pertussis|tuberculosis)\b",
    re.IGNORECASE,
)
TAKEN_IN = re.compile(
    r"\b(?:hospitals?|infirmary|infirmaries|clinics?|medical cent(?:er|re)s?|doctors|medics|paramedics|surgeons|ambulance\w*)\b[^;#]{0,60}"
    r"\b(?:took in|taken in|takes in|admitted|received|treat(?:ed|ing|s)|seen|carried|took|taken)\s+"
    r"(?:(?:at least|about|some|up to|more than|nearly|the|a further|another)\s+)*$",
    re.IGNORECASE,
)
"""Right before patients: "the infirmary says it took in eight people"."""

DEED_OF_ITS_OWN = re.compile(r"\band (?:\w+ly )?\w+(?:ing|ed)\b[^#]{0,25}$", re.IGNORECASE)
"""A verb of its own before a figure: in "killing two and trapping 11" the 11 are not killed."""

HARMING = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?P<deed>killed|killing|kills|wounded|wounding|wounds|injured|injuring|injures)\s+"
    r"(?:(?:at least|about|some|another|more than|as many as|the|his|her|their)\s+)*$",
    re.IGNORECASE,
)
PREDICATE = re.compile(
    r" ?(?:(?!(?:who|which|that|when|where|while|as|after|before|said|say|says|since|if)\b)[\w’'.-]+ ){1,12}?"
    r"(?:were|was|are|have been|had been|has been)(?= )",
    re.IGNORECASE,
)
DONE = 4
"""Words behind "were" that tell what was done."""

JOINING = re.compile(r"\band\s+(?:(?:at least|about|some|another|more than)\s+)*$", re.IGNORECASE)
OF_THEIR_OWN = re.compile(r"\s*(?:[\w’'-]+ ){0,3}?(?:were|was|are|is)\b(?! (?:also|among|too)\b)", re.IGNORECASE)

KILLED_AROUND = re.compile(
    r"\b(?:shot|shooting|stabbed|stabbing|beat|beaten|hacked|clubbed|burned|burnt|trampled)\s+(?:[a-z]+ ){0,3}$", re.IGNORECASE
)
DEAD_BEHIND = re.compile(r"\s*(?:[\w’'-]+ ){0,3}?(?:dead|to death)\b", re.IGNORECASE)
""" "Shot three people dead"."""

COORDINATED = re.compile(
    r"\s*(?:[\w’'-]+ ){1,3}and (?:at least |about |some |another |more than )*(?:\d[\d,.]*|[a-z]+)\s+(?:[\w’'-]+ ){1,3}?"
    r"(?:were|was|are|have been|had been|has been)\s+(?:\w+ly )?(?P<done>\w+)",
    re.IGNORECASE,
)
""" "Eleven officers and at least 20 demonstrators were injured": so were the first."""

_HOSPITAL = r"(?:the |a |an )?(?:[\w’'.-]+ ){0,2}(?:hospitals?|infirmar(?:y|ies)|clinics?|intensive care|medical cent(?:er|re)s?)\b"
_TOLD = r"(?:told|ordered|asked|urged|forced|made|had|have|has|having|advised|instructed)"
PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (fate, re.compile(pattern, re.IGNORECASE))
    for fate, pattern in (
        (
            "unhurt",
            r"\b(?:unhurt|unharmed|uninjured|unscathed)\b|\bescaped? (?:without|injury)\b|"
            r"\bno(?:t|ne)? (?:was |were )?(?:seriously )?(?:hurt|injured)\b",
        ),
        (
            "missing",
            r"\b(?:not|never|nor|yet to|still to)\b(?: yet)? ?(?:been |be )?(?:traced|found|located|accounted)\b|"
            r"\bno trace\b|\bunaccounted\b",
        ),
        (
            "evacuated",
            r"\b(?:brought|taken|moved|led) to safety\b|\b(?:leave|left|fled|flee|from|out of) (?:their|the) (?:homes|houses)\b|"
            rf"\b{_TOLD} (?:now |been )*(?:to (?:leave|go|get out|move|flee|evacuate)|out)\b|"
            r"\bmoved (?:out|from|away)\b|\bha(?:ve|d) (?:left|fled)\b",
        ),
        (
            "rescued",
            r"\b(?:dug|pulled|plucked|winched|lifted|cut|carried|hauled|brought|fished)\b[^,;#]{0,12}?"
            r"\b(?:free|alive|ashore|out(?! dead)|from the (?:rubble|water|wreck\w*|sea|river|snow|mud|debris))\b|"
            r"\b(?:survived|(?:is|are|were) (?:still )?alive|came out alive)\b",
        ),
        (
            "infected",
            r"\bcaught (?:the |a )?(?:[\w-]+ )?(?:\w*virus|flu|bug|infection|disease|fever|covid\S*|measles|cholera|ebola|it)\b|"
            r"\b(?:contracted|come down with|came down with|gone down with|fallen ill|tested positive)\b",
        ),
        ("homeless", r"\b(?:los(?:t|e|ing)|without) (?:their |a )homes?\b|\bhomeless\b|\bdisplaced\b"),
        ("recaptured", r"\b(?:back (?:behind bars|in custody|in prison|in jail)|re-?arrested|re-?captured|(?:been|were|was) caught)\b"),
        ("arrested", r"\b(?:in custody|behind bars|under arrest|being held|in (?:police )?cells|(?:been|were|are|was) charged)\b"),
        (
            "injured",
            rf"\bto {_HOSPITAL}|\b(?:is|are|was|were|remain(?:s|ed)?|still|being|them) (?:\w+ )?in {_HOSPITAL}|\bgunshot wounds?\b|"
            r"\bhospitali[sz]ed\b|\b(?:is|are|was|were|remained) (?:now |still )?recovering\b|"
            r"\b(?:was|were) cut (?:in an? (?:\w+ )?(?:fight|attack|brawl|stabbing|robbery)|with an?|on (?:the|his|her|their))\b|"
            r"\btreated and released\b|\bexpected to (?:survive|live|recover|be (?:ok|okay|all right)|make a (?:full )?recovery)\b|"
            r"\b(?:fighting|fought) for (?:their|his|her)? ?li(?:fe|ves)\b|\bclinging to life\b",
        ),
    )
)
"""What several words together say behind a figure, each tried in this order."""

TELLING = re.compile(
    r"hurt|harmed|injur|scathed|escape|traced|found|located|accounted|no trace|safety|leave|left|fled|flee|from |out\b|"
    r"homes?\b|homeless|displaced|told|ordered|asked|urged|forced|move|surviv|alive|free|ashore|caught|contracted|down with|ill\b|positive|"
    r"bars|custody|prison|jail|arrest|captured|being held|cells|charged|hospital|recover|treated|expected|were cut|was cut|"
    r"infirmary|clinic|medical|intensive|gunshot|"
    r"fighting for|clinging",
    re.IGNORECASE,
)
"""Without any of these no phrase tells; most clauses have none."""

AMONG = re.compile(
    r"[^,;:#.]{1,40}? (?:is|are|was|were) among (?:the|those)(?: \w+)?(?: who| to)?(?: have| had| be| were| was)? (?P<done>\w+)\b",
    re.IGNORECASE,
)
""" "Three sailors were among those who died"."""

OR_MISSING = re.compile(
    r"\s*(?:[\w’'-]+ ){0,4}?(?:dead|killed|deaths?|died) (?:or|and/or) (?:are |were |is |was |remain |still |presumed )*"
    r"(?:missing|unaccounted)\b",
    re.IGNORECASE,
)
""" "Twelve people are dead or missing": a count of both together."""

RELATED = re.compile(
    r"^\s*(?:[\w’'-]+ ){0,3}?,?\s*(?:who|that|whom)\s+(?:have |had |has |later |also |then |since )*"
    r"(?:(?:were|was|are|is|been) (?:later |also |then |fatally )*(\w+)|"
    r"(die[ds]?|drowned|perished|escaped|survived|fled|disappeared|vanished))\b",
    re.IGNORECASE,
)
"""Behind those counted: "the five people who were hurt left the hospital"."""


ACTING = re.compile(
    r"\s*(?:[\w’'-]+ ){0,3}?(?:(?<!was )(?<!were )(?<!been )(?<!being )fired|"
    r"opened fire|(?:were|was) armed|robbed|held up|burst in|broke in(?:to)?|drove (?:off|away)|"
    r"(?:fled|left|leaving|escaped|escaping|running|ran|driving|drove) (?:off |away |from the scene )?(?:in|on|by) (?:an?|the) (?:\w+ )?"
    r"(?:car|van|suv|truck|vehicle|motorcycle|motorbike|moped|scooter|taxi|sedan|pickup)|"
    r"(?:in|wearing) (?:\w+ )?(?:masks?|balaclavas?|hoods|hoodies)|suspected of|on the run|at large|"
    r"believed to (?:have|be(?! (?:on|aboard|in|inside|under|among|dead|missing|trapped|alive|buried|still)\b)))\b",
    re.IGNORECASE,
)
SOUGHT = re.compile(
    r"\b(?:looking for|search(?:ing|ed)? for|hunt(?:ing|s|ed)?(?: for)?|seek(?:ing|s)?|speak to|(?:are|is|still) after|masked|armed)\s+"
    r"(?:(?:at least|about|up to|the|as many as|still)\s+)*$",
    re.IGNORECASE,
)


LAW = re.compile(r"\b(?:police|officers?|detectives?|cops|deput(?:y|ies)|sheriff|investigators?|manhunt|fbi|prosecutors?)\b", re.IGNORECASE)
"""Who looks for those who did it; rescuers look for the missing."""


def acts(passage: Passage) -> bool:
    """Those counted did it, or are sought for it: "two men in ski masks", "police are looking for two men"."""
    clause = passage.clause
    is_sought = (
        SOUGHT.search(clause, max(0, passage.start - WITHIN), passage.start + 1) is not None and LAW.search(passage.sentence) is not None
    )
    return is_sought or ACTING.match(clause, passage.end) is not None


def fate_told(claim: Claim, passage: Passage) -> frozenset[str]:
    """What befell those counted, from the nearest words that say so."""
    figure = claim.figure
    if not isinstance(figure, Quantity) or claim.kind not in (Kind.COUNT, Kind.PERCENT):
        return frozenset()
    counted = (figure.counted or "").replace("-", " ")
    if (listed := ENUMERATED.get(counted) or ("infected" if CASES.search(counted) else None)) is not None:
        return frozenset({listed})
    if not UNFATED.isdisjoint(tokens(counted)):
        return frozenset()
    if (summed := summed_up(claim, passage)) is not None:
        return frozenset({summed})
    return _told_beside(passage, counted)


def _told_beside(passage: Passage, counted: str) -> frozenset[str]:
    """What the words around the figure tell."""
    before, after = beside(passage)
    named = "deployed" if _are_helpers(counted, passage) else _of_counted(counted) or _befallen(passage)
    if named:
        return frozenset({named})
    if OR_MISSING.match(f" {counted}{after}"):
        return frozenset({"dead", "missing"})
    phrase = next((fate for fate, pattern in PHRASES if pattern.search(after)), None) if TELLING.search(after) else None
    if phrase is not None:
        return frozenset({"injured" if phrase == "rescued" and HURT.search(after) else phrase})
    if DEAD_BEHIND.match(passage.clause, passage.end) and KILLED_AROUND.search(passage.clause, 0, passage.start + 1):
        return frozenset({"dead"})
    if SHOT_DOWN.search(passage.clause, max(0, passage.start - WITHIN), passage.start + 1):
        return frozenset({"shot"})
    if TAKEN_IN.search(passage.clause, 0, passage.start + 1):
        return frozenset({"injured"})
    return _fate_nearby(passage, before, after, counted)


def _fate_nearby(passage: Passage, before: str, after: str, counted: str) -> frozenset[str]:
    """What single words beside the figure tell."""
    nearest = _tallied(passage) or _nearest(passage, (before, after), frozenset(stems(counted)))
    if nearest is not None:
        return frozenset({nearest})
    if is_grave(after):
        return frozenset({"injured"})
    among = AMONG.match(passage.sentence, passage.stop)
    if among is not None and (theirs := FATE_RING.get(stem(among["done"].lower()))) is not None:
        return frozenset({theirs})
    joined = COORDINATED.match(passage.clause[passage.end :])
    if joined is not None and (shared := FATE_RING.get(stem(joined["done"].lower()))) is not None:
        return frozenset({shared})
    return frozenset({"rescued"}) if "survivor" in counted else frozenset()


def _befallen(passage: Passage) -> str | None:
    """What the verb right before those counted does to them, whatever is told behind: "the crash that killed three of his friends"."""
    found = HARMING.search(passage.clause, max(0, passage.start - WITHIN), passage.start + 1)
    return None if found is None else "dead" if found["deed"].lower().startswith("kill") else "injured"


def is_case(claim: Claim) -> bool:
    """What is counted are cases, and nothing tells of what: "the ministry has recorded 1,140 cases"."""
    figure = claim.figure
    return isinstance(figure, Quantity) and (figure.counted or "").lower() in ("cases", "case", "new cases", "total cases")


def _are_helpers(counted: str, passage: Passage) -> bool:
    """ "The army sent 2,600 soldiers", "300 firefighters joined the search"."""
    if HELPERS.search(counted) is None:
        return False
    start = passage.start + 1
    return SENT.search(passage.clause, max(0, start - WITHIN), start) is not None or JOINED.match(passage.clause, passage.end) is not None


@lru_cache(maxsize=4)
def beside(passage: Passage) -> tuple[str, str]:
    """The words before and after a figure up to the next comma, "and", "after" or figure, in plain words."""
    after, before = plain(passage.clause[passage.end :]), plain(passage.clause[: passage.start])
    stop = min((place for mark in (" and ", ",", "#") if (place := after.find(mark)) >= 0), default=len(after))
    since = max(before.rfind(mark) for mark in (" and ", ",", "#", " after ", " when "))
    return before[max(0, since) :], after[:stop]


def plain(words: str) -> str:
    """What tells of a death in several words says "killed", of a wound "wounded"; whom rescuers join, nobody rescued."""
    lower = words.lower()
    if "board" in lower:
        words = BOARDS.sub(" ", words)
    if "rescue " in lower:
        words = RESCUERS.sub(" ", words)
    if "live" in lower:
        words = LIVING.sub(" ", words)
    if not any(cue in lower for cue in GRIM):
        return words
    return WOUNDING.sub("wounded", FATAL.sub("killed", words))


def is_grave(words: str) -> bool:
    """The words up to the next number say that those counted are badly hurt."""
    found = GRAVE.search(words)
    if found is None or NUMBER.search(words, 0, found.start()) is not None:
        return False
    return HARMLESS.search(words[: found.start()]) is None


def _of_counted(counted: str) -> str | None:
    """What the counted thing is by its own name: "63 injured", "two arrests", "three injured firefighters"; not "rescue workers"."""
    words = [word for word in tokens(counted.partition(" of ")[0]) if word not in STOPWORDS]
    told = [stem(word) for word in words[:-1] if word in PARTICIPLES] + [
        stem(word) for word in words[-1:] if not word.startswith("survivor")
    ]
    return next((FATE_RING[word] for word in [*reversed(told), *stems(counted.partition(" of ")[2])] if word in FATE_RING), None)


def _tallied(passage: Passage) -> str | None:
    """What befell those whose number is told at the end of its clause."""
    whom = whom_tallied(passage)
    return None if whom is None else next((FATE_RING[word] for word in stems(plain(whom)) if word in FATE_RING), None)


def _nearest(passage: Passage, near: tuple[str, str], counted: frozenset[str]) -> str | None:
    """The fate that the nearest words tell, beside the figure first; the counted thing itself tells none."""
    before, after = near
    clause, end = passage.clause, passage.end
    places: tuple[Callable[[], Sequence[str]], ...] = (
        lambda: list(words_before(before, len(before)))[:4],
        lambda: list(words_after(after, 0))[:REACH],
        lambda: _predicated(after),
        lambda: _related(passage),
        lambda: () if DEED_OF_ITS_OWN.search(before) or _begins(passage) else _before(passage)[:REACH],
        lambda: list(words_after(plain(clause[end:]), 0))[:REACH] if not before.strip() else (),
    )
    for words in places:
        told = [FATE_RING[word] for word in words() if word in FATE_RING and word not in counted]
        if told:
            # "Shot and wounded" says more than "shot".
            return next((fate for fate in told[:2] if fate != "shot"), "shot")
    return None


def _predicated(after: str) -> Sequence[str]:
    """The words of the verb of those counted: "four employees of a Drayton furniture warehouse were shot"."""
    found = PREDICATE.match(after)
    return list(words_after(after, found.end()))[:DONE] if found else ()


def _begins(passage: Passage) -> bool:
    """Those counted have a clause of their own: "a man was stabbed to death and two others were cut"."""
    return JOINING.search(passage.clause, 0, passage.start + 1) is not None and OF_THEIR_OWN.match(passage.clause, passage.end) is not None


def _before(passage: Passage) -> Sequence[str]:
    words = passage.clause[: passage.start]
    said = plain(words)
    return passage.before if said == words else list(words_before(said, passage.start))


def _related(passage: Passage) -> Sequence[str]:
    found = RELATED.match(passage.sentence[passage.stop : passage.stop + 120])
    return [stem(word.lower()) for word in found.groups() if word] if found else ()
