"""How the components of the language pipeline leave what they read in a `Doc`.

Each component fills one group of `doc.spans`; the value read hangs on each span:

| group          | span._.figure  | what else                                                        |
|----------------|----------------|------------------------------------------------------------------|
| quantities     | Quantity       | span.label_ is the kind: count, money, percent, measure, duration |
| victims        | Quantity       | people counted because they are named or listed; span.label_ is count |
| ballots        | Quantity       | the two sides of a vote; span.label_ is count                     |
| listed         | None           | several people in a row: a number in it is of some of them        |
| dates          | Period         | span.label_ is date or period                                    |
| ranks          | Rank           |                                                                  |
| participations | Participation  |                                                                  |
| parties        | None           | span.label_ PERSON, ORG, PLACE, NORP or PRODUCT; `span._.party` the full name |
| attributions   | None           | the content attributed; `span._.attribution` who says so         |
| boilerplate    | None           | text of the page that is no article: nothing is read there       |

`span._.chars` has the exact characters, since figures such as "$2.9bn" need not end where tokens end; `span._.rule`
names the rule that read it. `doc._.published` is the day against which dates are resolved, None where unknown.
"""

from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.model.claims import Attribution, Span
from corroborate.model.figures import Figure

TEXT = "corroborate_text"
GROUPS = ("quantities", "victims", "listed", "ballots", "dates", "ranks", "participations", "parties", "attributions", "boilerplate")


def register_extensions() -> None:
    """Declare the attributes; safe to call again."""
    if Doc.has_extension("published"):
        return
    Doc.set_extension("published", default=None)
    for name in ("figure", "chars", "attribution", "party"):
        TokenSpan.set_extension(name, default=None)
    TokenSpan.set_extension("rule", default="")


def text_of(doc: Doc) -> str:
    """The document's text, put together once: spaCy joins it anew from its tokens each time it is asked."""
    known = doc.user_data.get(TEXT)
    last = doc[-1] if len(doc) else None
    if known is not None and last is not None and len(known) == last.idx + len(last.text_with_ws):
        return str(known)
    text: str = doc.text
    doc.user_data[TEXT] = text
    return text


def mark(doc: Doc, chars: Span, label: str, rule: str, figure: Figure | None = None) -> TokenSpan:
    """The token span around `chars`, carrying what was read there; add it to its group in `doc.spans`."""
    span = doc.char_span(chars.start, chars.end, label=label, alignment_mode="expand")
    assert span is not None
    kept = span._
    kept.chars, kept.rule, kept.figure = chars, rule, figure
    return span


def chars_of(span: TokenSpan) -> Span:
    """The exact characters of a marked span."""
    found: Span | None = span._.chars
    return found if found is not None else Span(span.start_char, span.end_char)


def attribution_of(span: TokenSpan) -> Attribution:
    """Who says what stands in a span of the attributions group."""
    found: Attribution | None = span._.attribution
    return found if found is not None else Attribution()
