"""What is read in each sentence and by which rule, and which numbers are read as no figure: for whoever maintains the rules."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.claims import read_claims
from corroborate.extract.quantities.nonfigures import masked
from corroborate.extract.reader import Reader, published_day
from corroborate.extract.spans import chars_of
from corroborate.extract.stretches import stretches
from corroborate.model.articles import Article
from corroborate.model.claims import Claim, Sentence, Span

NUMBER = re.compile(
    r"[$€£¥]?\d(?:[\w.,:/%-]{0,40}[\w%])?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|scores|half|thirds?|quarters?)\b",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
FURNITURE = "in page furniture, which is not read"
OPEN_DATE = "in a date that the text does not settle"
MASK = "in a date, a time, a telephone number, a score, a version or a set phrase"
YEARS = "a year"
UNTOLD = "it counts and measures nothing that is told here"


@dataclass(frozen=True, slots=True)
class Unread:
    """A number that is no figure, and why it is none."""

    surface: str
    span: Span
    reason: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A sentence, the claims in it in order, and the numbers in it that are read as no figure."""

    sentence: Sentence
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...]


def explain(reader: Reader, article: Article) -> tuple[Explained, ...]:
    """Every sentence of an article that has a claim or a number in it."""
    doc = reader.annotate(article.text, published_day(article))
    text = doc.text
    claims = read_claims(doc, article)
    taken = [claim.span for claim in claims]
    numbers = [one for one in _unread(doc, text) if not any(_meet(one.span, span) for span in taken)]
    made = (_explained(sentence, claims, numbers) for sentence in _sentences(doc, text))
    furniture = (_skipped(span, text, numbers) for span in doc.spans["boilerplate"])
    told = [one for one in (*made, *furniture) if one.claims or one.unread]
    return tuple(sorted(told, key=lambda one: one.sentence.start))


def _sentences(doc: Doc, text: str) -> Iterator[Sentence]:
    for stretch in stretches(doc):
        yield Sentence(text[stretch.start_char : stretch.end_char], stretch.start_char)


def _explained(sentence: Sentence, claims: Sequence[Claim], numbers: Sequence[Unread]) -> Explained:
    end = sentence.start + len(sentence.text)
    return Explained(
        sentence,
        tuple(claim for claim in claims if sentence.start <= claim.span.start < end),
        tuple(one for one in numbers if sentence.start <= one.span.start < end),
    )


def _skipped(span: TokenSpan, text: str, numbers: Sequence[Unread]) -> Explained:
    chars = chars_of(span)
    return _explained(Sentence(chars.cut(text), chars.start), (), numbers)


def _unread(doc: Doc, text: str) -> Iterator[Unread]:
    """Every number of the text, with the reason for which it would be no figure."""
    reasons = [
        (FURNITURE, [chars_of(span) for span in doc.spans["boilerplate"]]),
        (OPEN_DATE, [chars_of(span) for span in doc.spans["dates"]]),
        (MASK, [Span(start, end) for start, end in masked(text)]),
        ("in the name of a party", [chars_of(span) for span in doc.spans["parties"]]),
    ]
    for found in NUMBER.finditer(text):
        span = Span(*found.span())
        fallback = YEARS if YEAR.fullmatch(found[0]) else UNTOLD
        yield Unread(found[0], span, next((reason for reason, spans in reasons if any(_meet(span, one) for one in spans)), fallback))


def _meet(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end
