"""What sort of thing a name names: told by its own words and by its neighbours in the sentence."""

from collections.abc import Sequence

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.verbs import SPEECH_VERBS
from corroborate.extract.lexicon import DETERMINERS, FUNCTION_WORDS, words
from corroborate.extract.parties.names import BODIES, COMPANY_TAILS, GIVEN_NAMES, KNOWN_BODIES, SUFFIXES, is_outlet
from corroborate.extract.parties.places import PEOPLES, PLACE_NOUNS, place_named

ROLE_NOUNS = words("""
director spokesman spokeswoman spokesperson mayor minister captain analyst professor lawyer attorney economist engineer president
chairman chairwoman chief manager officer secretary inspector superintendent commissioner governor senator judge prosecutor head
founder co-founder resident witness leader scientist researcher harbourmaster coroner investor trader strategist author editor
reporter driver pilot owner farmer doctor surgeon nurse teacher coach chair executive
""")
PLACE_OPENERS = words("Port Lake Mount Cape Isle Gulf River Fort Saint St. San Santa Los Las Bay Lower Upper Great North South East West")
IN_PLACE = words("in near at off outside around across throughout")
# "Shares in Castell" are of a company.
HOLDINGS = words("share shares stake stakes holding holdings interest investment investments investor investors confidence stock")
FIRM_NOUNS = words("""
maker operator carrier retailer lender insurer manufacturer developer supplier brewer publisher broadcaster provider producer
grower builder chain firm company group start-up startup bank airline utility number member former other larger smaller quarter
newspaper centre center paper leader water power order river border harbour harbor
""")
PERSON_ENDINGS = ("er", "or", "ist", "ian", "ant", "man", "woman", "ee", "ive")
QUOTES = frozenset("\"”’'")


def label_of(tokens: TokenSpan, *, titled: bool = False) -> str:
    """PERSON, ORG, PLACE, NORP or PRODUCT; empty where nothing tells."""
    parts = [token.text for token in tokens]
    known = _label_by_lexicon(tokens.text, parts)
    if known is not None and not (titled and known == "PLACE" and len(parts) > 1):
        return known
    if titled or (parts[0] in GIVEN_NAMES and 2 <= len(parts) <= 4):
        return "PERSON"
    if _is_place_by_form(tokens, parts) or _opens_dateline(tokens):
        return "PLACE"
    if len(parts) > 1 and parts[-1] in COMPANY_TAILS:
        return "ORG"
    if 2 <= len(parts) <= 4 and (_is_described_person(tokens) or _is_quoted_person(tokens)):
        return "PERSON"
    return ""


def _label_by_lexicon(name: str, parts: Sequence[str]) -> str | None:
    if place_named(name) is not None:
        return "PLACE"
    if name in PEOPLES:
        return "NORP"
    if name in KNOWN_BODIES or is_outlet(name) or parts[-1] in SUFFIXES or (len(parts) > 1 and any(part in BODIES for part in parts)):
        return "ORG"
    if parts[-1].isdigit():
        return "PRODUCT"
    return None


def _is_place_by_form(tokens: TokenSpan, parts: Sequence[str]) -> bool:
    if len(parts) > 1 and (parts[-1] in PLACE_NOUNS or parts[0] in PLACE_OPENERS):
        return True
    doc = tokens.doc
    before = doc[tokens.start - 1].lower_ if tokens.start else ""
    after = doc[tokens.end] if tokens.end < len(doc) else None
    describes = after is not None and (
        after.text in ("'s", "’s") or (after.is_lower and after.is_alpha and after.lower_ not in FUNCTION_WORDS)
    )
    owned = tokens.start > 1 and before == "in" and doc[tokens.start - 2].lower_ in HOLDINGS
    return len(parts) <= 3 and before in IN_PLACE and not owned and not describes and parts[-1] not in COMPANY_TAILS


def _opens_dateline(tokens: TokenSpan) -> bool:
    """Capitals at the head of a line before a dash: "NORHAVEN, Oct 14 (Meridian Wire) —"."""
    doc = tokens.doc
    if not all(token.is_upper or not token.is_alpha for token in tokens):
        return False
    if tokens.start and "\n" not in doc[tokens.start - 1].text:
        return False
    return any(token.text in ("–", "—", "-", "--") for token in doc[tokens.end : tokens.end + 12])


def _is_described_person(tokens: TokenSpan) -> bool:
    """An age, a role or "who" follows after a comma: "Ilse Varga, 37," or "Ilse Varga, a lecturer at"."""
    ahead = tokens.doc[tokens.end : tokens.end + 8]
    if len(ahead) < 3 or ahead[0].text != ",":
        return False
    if (ahead[1].is_digit and len(ahead[1]) == 2 and ahead[2].text in ",.") or ahead[1].lower_ == "who":
        return True
    return any(_is_role(tokens.doc, token.i) for token in ahead[1:])


def _is_role(doc: Doc, index: int) -> bool:
    """The word names what a person does: a known role, or the head of "a ... -er" that is no firm."""
    word = doc[index].lower_
    if word in ROLE_NOUNS:
        return True
    if (
        not word.endswith(PERSON_ENDINGS)
        or word in FIRM_NOUNS
        or word in FUNCTION_WORDS
        or not doc[index].is_alpha
        or index + 1 >= len(doc)
    ):
        return False
    ends = doc[index + 1].is_punct or doc[index + 1].lower_ in FUNCTION_WORDS
    return ends and any(token.lower_ in DETERMINERS for token in doc[max(0, index - 3) : index])


def _is_quoted_person(tokens: TokenSpan) -> bool:
    """Speech stands beside a plain name: '"Be patient," advised Petra Lund', "Petra Lund said"."""
    doc, start = tokens.doc, tokens.start
    if len(tokens) == 2 and tokens.end < len(doc) and doc[tokens.end].lower_ in ("said", "says", "told", "added"):
        return True
    return start > 1 and (doc[start - 1].lower_ in SPEECH_VERBS or doc[start - 1].lower_.endswith("ed")) and doc[start - 2].text in QUOTES
