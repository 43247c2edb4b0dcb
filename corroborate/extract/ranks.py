"""Places in an order: "one of the largest known attacks", "the second-largest port", "the deadliest fire since 1998"."""

import re
from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.lexicon import FUNCTION_WORDS, words
from corroborate.extract.spans import mark, register_extensions
from corroborate.model.claims import Span
from corroborate.model.figures import Kind, Rank

SUPERLATIVES = words("""
largest biggest smallest deadliest longest shortest strongest weakest heaviest lightest oldest youngest richest poorest fastest
slowest busiest costliest priciest cheapest tallest deepest hottest coldest wettest driest warmest coolest fewest broadest widest
steepest sharpest bloodiest fiercest gravest safest dirtiest cleanest loudest rarest
""")
# These rank only behind an article or an owner: "the worst storm", not "at worst", "best known".
WEAK_SUPERLATIVES = words("best worst highest lowest greatest earliest newest")
ORDINALS: dict[str, int] = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
SEEN = "known|recorded|confirmed|reported|detected|documented|registered|measured|observed|seen|discovered|disclosed|experienced|identified"
QUALIFIERS = frozenset({*SEEN.split("|"), "ever", "single", "publicly"})
VERBS = words("""
killed hit struck won lost took came went began broke sank left made saw held rose fell grew closed opened has had is was were
will would could
""")
LONGEST_HEAD = 6

_MOST = (
    r"(?:most|least) (?!recent|likely|important|senior|common\b|of\b)(?:[a-z]{3,16}ly )?"
    r"[a-z]{3,16}(?:ful|ous|ive|able|ible|ent|ant|al|ical|ly|ed|ing|rse|rd|ar|ct)"
)
_NOT_COMPOUND = r"(?!-known\b|(?<=best) known\b|[- ](?:hit|paid|selling|off|affected|placed|dressed|performing|rated|ranked)\b)"
_OWNER = r"(?:the|a|an|its|his|her|their|our|this|[\w.-]{1,30}['’]s|[\w.-]{1,30}s['’])"
_RANK = re.compile(
    rf"(?:\b(?P<shared>one of|among|some of|ranks? among)\s+)?(?:\b(?P<owner>{_OWNER})\s+)?"
    rf"\b(?:(?P<ordinal>{'|'.join(ORDINALS)})[- ])?"
    rf"(?P<superlative>{'|'.join(sorted(SUPERLATIVES))}|(?P<weak>(?:{'|'.join(sorted(WEAK_SUPERLATIVES))}){_NOT_COMPOUND}|{_MOST}))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?:[ \t]|-(?=\w))?([A-Za-z][\w’'-]{0,30})")
_TAIL = re.compile(
    r"[ \t]?,?[ \t]?(?:"
    r"(?P<seen>(?:(?:it|they|that|which|anyone|[A-Za-z]\w{1,20}) (?:has|have|had) )?(?:ever )?(?:been )?"
    rf"(?:publicly )?(?:{SEEN})\b|ever\b)|"
    r"(?P<date>to date|so far|yet|on record|of all time|of its kind|in (?:living )?memory|since records began)\b|"
    r"(?P<history>in (?:the )?(?:(?:modern|recorded|recent) )?(?:history|[\w’']{1,20}(?: [\w’']{1,20})?['’]s history)"
    r"(?: of (?:the )?\w{1,20})?)\b|"
    r"(?P<since>since (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:1[5-9]|20)\d\d)\b|"
    r"(?P<span>in (?:(?:more than|over|nearly|almost|about|at least|the last|the past) )?"
    r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) "
    r"(?:years?|decades?|century|centuries|generations?|months?))\b)",
    re.IGNORECASE,
)


class RankReader:
    """Fill `doc.spans["ranks"]`."""

    def __call__(self, doc: Doc) -> Doc:
        """Read every superlative with what it ranks."""
        doc.spans["ranks"] = [mark(doc, chars, Kind.RANK, "ranks.superlative", rank) for chars, rank in read_ranks(doc.text)]
        return doc


@Language.factory("corroborate_ranks")
def make_ranks(nlp: Language, name: str) -> RankReader:
    """The component that reads ranks."""
    register_extensions()
    return RankReader()


def read_ranks(text: str) -> Iterator[tuple[Span, Rank]]:
    """Every rank of a text with its characters, from left to right.

    The characters begin at "one of the" or the superlative and end with the noun ranked or what narrows its field.
    """
    for found in _RANK.finditer(text):
        if found["weak"] and not found["owner"]:
            continue
        before, head, end = _ranked(text, found.end())
        if not head:
            continue
        behind, end = _narrowed(text, end)
        place = ORDINALS.get((found["ordinal"] or "").lower(), 1)
        rank = Rank(found["superlative"].lower(), head, _unique(before + behind), place, found["shared"] is not None)
        yield Span(_begin(found), end), rank


def _begin(found: re.Match[str]) -> int:
    if found["shared"] is not None:
        return found.start("shared")
    return found.start("ordinal") if found["ordinal"] else found.start("superlative")


def _unique(qualifiers: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(qualifiers))


def _ranked(text: str, start: int) -> tuple[list[str], str, int]:
    """Qualifiers, noun phrase and end of what follows a superlative."""
    qualifiers: list[str] = []
    nouns: list[str] = []
    end = start
    while len(nouns) < LONGEST_HEAD and (found := _WORD.match(text, end)):
        word = found[1]
        if word.lower() in QUALIFIERS and not nouns:
            qualifiers.append(word.lower())
        elif _ends_phrase(text, found, nouns):
            break
        else:
            nouns.append(word)
        end = found.end()
    return qualifiers, " ".join(nouns), end


def _ends_phrase(text: str, found: re.Match[str], nouns: list[str]) -> bool:
    """The word cannot belong to the noun phrase: a function word, a verb, a participle with nothing to describe."""
    word = found[1].lower()
    if word in FUNCTION_WORDS or word in QUALIFIERS or word.endswith(("'s", "’s", "n't")):
        return True
    if not nouns:
        return False
    if word in VERBS or word in SPEECH_VERBS:
        return True
    if not word.endswith(("ed", "ing")) or len(word) < 5:
        return False
    after = _WORD.match(text, found.end())
    return after is None or not after[1].islower() or after[1].lower() in FUNCTION_WORDS


def _narrowed(text: str, end: int) -> tuple[list[str], int]:
    """What stands behind the noun and narrows the field: "ever recorded", "since 1998", "in a decade"."""
    qualifiers: list[str] = []
    while (found := _TAIL.match(text, end)) is not None and found.end() > end:
        words_seen = found["seen"]
        if words_seen:
            qualifiers.extend(word for word in words_seen.lower().split() if word in QUALIFIERS)
        else:
            qualifiers.append(" ".join(found[0].lower().replace(",", " ").split()))
        end = found.end()
    return qualifiers, end
