"""Sources that a sentence names beside the verbs of saying: "as measured by the institute", "a court ordered", "the ministry's count"."""

import re

from corroborate.match.origins.documents import Document, document_of
from corroborate.match.origins.phrases import BODY, OFFICES, is_acronym, plain_words, rooted, telling_words
from corroborate.match.words import listed

PUBLIC = frozenset(BODY.values()) | {
    "commis",
    "author",
    "regula",
    "agency",
    "depart",
    "survey",
    "instit",
    "watchd",
    "board",
    "govern",
    "body",
}
BARE = re.compile(r"^(?:an?|the|its|their|his|her)\s+", re.IGNORECASE)
OPENING = re.compile(
    r"^[A-Z][A-Z'’ .-]+,? ?[^()–-]{0,24}(?:\([^)]{1,30}\))?,?\s?(?:\d{1,2} [A-Z][a-z]+\s)?[-–—]\s|^\([A-Z][^)]{1,30}\)\s?(?:[-–—]\s)?"
)
"""A dateline or a tag before the first sentence."""

PHRASE = r"((?:the |an? )?[^\s,.;:“”\"()]+(?: (?!and\b|but\b|which\b|that\b|who\b|in which\b|on [A-Z]|for \w+ing\b)[^\s,.;:“”\"()]+){0,6})"
CITING = re.compile(rf"\bciting {PHRASE}")
SAID_BY = re.compile(
    rf"\b(?:as |been )?(?:measured|counted|recorded|estimated|reported|announced|confirmed|released|published|handed down|imposed|issued"
    rf"|calculated|fined|sentenced|jailed|ordered|read out)\b[^,.;:]{{0,40}}? by {PHRASE}"
)
TOLD_BY = re.compile(
    r"\b(?:was|were|is|are|been|being) (?:also |first |later )?(?:told|informed) by"
    r" ((?:[^\s,.;:“”\"()]+ ){0,6}?[^\s,.;:“”\"()]+)(?=[,.;:]|$)"
)
"""Reporters were told by lawyers for the defendant."""

ACCOUNT = re.compile(rf"\b(?:by|on|according to) {PHRASE}['’]s? (?:own )?(?:count|estimate|reckoning|account|figures|tally|data|numbers)\b")
ACCORDING = re.compile(rf"\b(?:according to|on the numbers of|said|says|confirmed by) {PHRASE}")
REPORTS = re.compile(
    r"(?:^|, )((?:[^\s,.;:]+ ){1,6}?)(?:has |have |had )?(?:reports|confirms?|estimates?|found|reckons|believes|read out)\b"
)
CLOSING = re.compile(
    r", ((?:the|an?) [^\s,.;:]+(?: [^\s,.;:]+){0,5}) (?:reports|says|said|reported|confirmed|confirms|added|adds)"
    r"(?: in an? (?:\w+ )?(?:statement|interview|briefing))?\W*$"
)
"""8,100 people have left, the county reports."""

PENALTIES = ("fine", "penalty", "sentence", "award", "order", "verdict")
PENALTY = re.compile(
    rf"{PHRASE}['’]s? (?:own )?(?:[^\s,.;:]+ )?(?:{'|'.join(PENALTIES)})"
    r" (?:of|for|is|was|comes|came|takes|took|amounts)\b"
)
"""The competition authority's fine of 186 million: what a body imposes, it knows."""

ON_NUMBERS = re.compile(r"\b(?:according to|on the (?:numbers|figures|count|reckoning) of) ((?:the )?[A-Z][^\s,.;:]+(?: [A-Z][^\s,.;:]+)*)")
SENTENCED = re.compile(
    r"\b(?:was|were|been|is|are) (?:then |also |later )?"
    r"(?:sentenced to|jailed for|imprisoned for|given (?:a )?(?:suspended )?(?:jail|prison) )"
)
"""Nobody but a court does this, whether it is named or not."""

WRITTEN = re.compile(
    r"\b(?:[Ii]n|[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?:\w+ ){0,2}?(letter|memo|memorandum|filing|indictment|judgment|ruling|audit)\b"
)
SHOWING = ("letter", "memo", "filing", "indictment", "ruling", "judgment", "report", "audit", "lawsuit")
CITED_DOCUMENT = re.compile(
    r"\b(letter|memo|filing|indictment|ruling|report|audit|email|e-mail|court (?:documents|papers|records)|lawsuit)\b"
)
MAKER = re.compile(
    r"^[“\"']?((?:[^\s,.;:]+ ){1,8}?)(?:has |have |had |also |now |later |then |on \w+ )?"
    r"(counted|measured|recorded|registered|estimated|calculated|tallied|g[ai]ve[sn]? the (?:number|figure|total|toll|count)"
    r"|treated|received|charged|ordered|ruled|sentenced|jailed|fined|recovered|found|rescued|set the (?:penalty|fine))\b"
)
"""Who counts gives the figure; who orders a payment or charges somebody with eight counts does so too."""

WRITTEN_BY = re.compile(
    rf"^(?:an?|the|its|their)? ?(?:[^\s]+ ){{0,5}}?(?:{'|'.join((*SHOWING, 'statement', 'notice', 'release', 'documents?'))})\b"
)

SHOWN = re.compile(
    rf", (?:the|an?|its|their) (?:(\w[^,.;:]{{0,40}}?)['’]s? )?(?:\w+ )?({'|'.join(SHOWING)})"
    r" (?:shows?|showed|says?|said|states?|stated|reads?)\W*$"
)
"""Engineers counted 12,000 accounts, the company's letter shows."""

_NOTICE_BY = r"(?:[\w-]+ ){0,2}?(?:notice|statement|bulletin|announcement|release) (?:\w+ )?(?:by|from|of)"
SHOWN_BY = re.compile(
    rf", (?:as )?(?:the|an?|its|their) {_NOTICE_BY} ([^,.;:]{{2,60}}?)"
    r" (?:shows?|showed|says?|said|states?|stated|notes?|noted|puts it)\W*$"
)
"""Thirty crates are gone; three are found, a notice by the port authority shows."""

NOTICE_BY = re.compile(rf"^(?:(?:an?|the|its|their) )?{_NOTICE_BY} (?:the )?(?=[A-Z])")
"""Before whoever speaks through a notice."""

OUTER = re.compile(
    r"^(?:[^,;:“”\"]{0,40}, )?((?:[^\s,.;:“”\"]+ ){1,7}?)(?:(?:has|have|had|also|later) ){0,2}"
    r"(?:said|says|reported|announced|confirmed|told(?: [^\s,.;:“”\"]+){1,4}?) that\b"
)
AS_TOLD_BY = re.compile(rf"^[Aa]ccording to {PHRASE}, ")
"""Who tells all of a sentence that opens with it, whatever that is."""

DAY = re.compile(r" on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")

DEEDS = {
    "treated": "hospital",
    "received": "hospital coroner",
    "charged": "prosecutor police",
    "ordered": "court",
    "ruled": "court",
    "sentenced": "court",
    "jailed": "court",
    "recovered": "rescue police fire coastguard",
    "found": "rescue police fire coastguard",
    "rescued": "rescue police fire coastguard",
    "fined": "court commis author regula watchd board agency ministry body",
    "set the penalty": "commis author regula watchd board agency court",
    "set the fine": "commis author regula watchd board agency court",
}
"""Deeds whose number the body that does them knows, and which bodies do them."""

AUXILIARIES = listed("a an and was were is are be been being which who that whose where number total it he she they")
ASIDE = re.compile(r" for (?:its|his|her|their|an?|the (?=[a-z]))\b.*$")
"""Why a body did it, behind its name: "the board for its bills"."""

PRONOUNS = listed("it he she they we i this that these those there who which")


def hinted(sentence: str, place: int, *, cited: bool, acted: bool = True) -> tuple[str | None, Document | None]:
    """Whom or what a sentence names as knowing the figure at `place`, without a verb of saying; `cited` where it names an outlet.

    Whoever did a thing knows its figure, but is not who tells that they did it: where that is asked, nothing was `acted`.
    """
    opening = OPENING.match(sentence)
    start = opening.end() if opening is not None else 0
    told, place = sentence[start:], place - start
    citing = CITING.search(told)
    if citing is not None:
        written = CITED_DOCUMENT.search(citing.group(1))
        return (None, document_of(written.group(1), None, told)) if written is not None else (BARE.sub("", citing.group(1)), None)
    if cited:
        return None, None
    told_by = TOLD_BY.search(told)
    if told_by is not None and _tells(told_by.group(1)):
        return BARE.sub("", told_by.group(1)), None
    for pattern in (ACCOUNT, SAID_BY, ACCORDING) if acted else (ACCOUNT, ACCORDING):
        for found in pattern.finditer(told):
            if _names_somebody(found.group(1)):
                return ASIDE.sub("", BARE.sub("", NOTICE_BY.sub("", found.group(1)))), None
    written = WRITTEN.search(told[: max(place, 0)])
    if written is not None:
        return None, document_of(written.group(1), None, told)
    if not acted:
        return _reporting(told), None
    return _maker(told, place) or _reporting(told) or _by_nature(told, place), None


def _reporting(told: str) -> str | None:
    """Who reports at the end of a sentence, or whose numbers they are, whatever body that is: "the county reports"."""
    closing = CLOSING.search(told)
    if closing is not None and telling_words(closing.group(1)):
        return BARE.sub("", closing.group(1))
    numbers = ON_NUMBERS.search(told)
    return BARE.sub("", numbers.group(1)) if numbers is not None else None


def _by_nature(told: str, place: int) -> str | None:
    """The body whose deed the figure is: its own fine, or the court where somebody was sentenced."""
    penalty = PENALTY.search(told) if any(word in told for word in PENALTIES) else None
    if penalty is not None and _roots(penalty.group(1)) & set(DEEDS["fined"].split()):
        return BARE.sub("", penalty.group(1))
    sentenced = SENTENCED.search(told[: max(place, 0)])
    return "the court" if sentenced is not None else None


def _roots(phrase: str) -> set[str]:
    """All words of a phrase by their roots, with those that tell no body from another: "competition authority" has "author"."""
    return {rooted(BODY.get(word, word)) for word in plain_words(phrase)}


def governing(sentence: str, place: int) -> tuple[str | None, Document | None]:
    """Who tells all of a sentence, whoever else is in it: "The ministry said that laboratories confirmed", "the letter shows"."""
    shown = SHOWN.search(sentence)
    if shown is not None and shown.start() >= place:
        return shown.group(1), document_of(shown.group(2), None, sentence)
    shown_by = SHOWN_BY.search(sentence)
    if shown_by is not None and shown_by.start() >= place and _tells(shown_by.group(1)):
        return BARE.sub("", shown_by.group(1)), None
    opening = OPENING.match(sentence)
    start = opening.end() if opening is not None else 0
    told_by = AS_TOLD_BY.match(sentence[start:])
    if told_by is not None and telling_words(told_by.group(1)) and not WRITTEN_BY.match(told_by.group(1)):
        return BARE.sub("", told_by.group(1)), None
    outer = OUTER.match(sentence[start:])
    if outer is None or start + outer.end() > place or not _tells(outer.group(1)) or _has_auxiliary(outer.group(1)):
        return None, None
    return BARE.sub("", outer.group(1).strip()), None


def names_its_place(speaker: str, text: str) -> bool:
    """The dateline's town is where an article was written, and says nothing: "DUNMARROW (Pallas) - "."""
    opening = OPENING.match(text)
    return opening is not None and speaker.upper() in opening.group()


def _tells(phrase: str) -> bool:
    """Whoever it is, it is named: who says that something is so need be no public body."""
    return phrase.split()[0].lower() not in PRONOUNS and bool(telling_words(phrase))


def _names_somebody(phrase: str) -> bool:
    """A body, an acronym, or a name with an office: not "fire" in "destroyed by fire" nor "the end" in "by the end"."""
    words = phrase.split()
    if words[0].lower() in PRONOUNS:
        return False
    public = telling_words(phrase) & (PUBLIC - {"fire"})
    office = any(word.lower() in OFFICES for word in words) and any(word[0].isupper() for word in words)
    return bool(public) or office or is_acronym(phrase)


def _maker(told: str, place: int) -> str | None:
    """Who is said to have done what gives the figure: "Seismologists at the institute measured 6.1"."""
    reports = REPORTS.search(told)
    if reports is not None and _names_somebody(reports.group(1).strip()) and not _has_auxiliary(reports.group(1)):
        return BARE.sub("", reports.group(1).strip())
    found = MAKER.match(told)
    if found is None or found.end() > place or told[found.end() :].lstrip().startswith(("by ", "in ", "at ", "to ")):
        return None
    maker = BARE.sub(
        "", re.sub(r" (?:on|in|from) (?:the )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$", "", found.group(1).strip())
    )
    words = telling_words(maker)
    if _has_auxiliary(maker):
        return None
    if found.group(2) in DEEDS:
        return maker if _roots(maker) & set(DEEDS[found.group(2)].split()) else None
    named = any(word[0].isupper() for word in found.group(1).split()[1:])
    return maker if words and (named or words & PUBLIC or is_acronym(maker)) else None


def _has_auxiliary(phrase: str) -> bool:
    """ "One more body was" ends in a verb: it was found, and found nothing."""
    return any(word in AUXILIARIES for word in phrase.lower().split())
