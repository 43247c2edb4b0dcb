"""The pipeline component that counts people who are named or listed: "a man and a woman were killed"."""

from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan

from corroborate.extract.lexicon import words
from corroborate.extract.neighbours import words_before
from corroborate.extract.quantities.wording import figure_range, hedge_before
from corroborate.extract.spans import chars_of, mark, register_extensions, text_of
from corroborate.extract.stretches import stretches
from corroborate.extract.victims.people import PLURAL, SINGULAR
from corroborate.extract.victims.persons import MOST_COUNTED
from corroborate.extract.victims.told import Counted, Toll
from corroborate.extract.victims.tolls import read_tolls
from corroborate.model.claims import Span
from corroborate.model.figures import Approx, Kind, Quantity

GROUP, LISTS = "victims", "listed"
COMPONENT = "corroborate_victims"
CASUALTIES = words("dead deaths death died killed injured injuries wounded hurt casualties fatalities homicides others")


@Language.factory(COMPONENT)
def make_victims(nlp: Language, name: str) -> "Victims":
    """Register the component as `corroborate_victims`."""
    register_extensions()
    return Victims()


class Victims:
    """Fills `doc.spans["victims"]`, and "listed" with rows of people in which a number is of some of them only."""

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        sentences = [Span(one.start_char, one.end_char) for one in stretches(doc)]
        counted = [_counted(span) for span in doc.spans.get("quantities", ()) if span.label_ == Kind.COUNT and _is_of_people(span)]
        published = doc._.published
        found = read_tolls(text, sentences, counted, published.year if published is not None else None)
        doc.spans[GROUP] = [mark(doc, one.span, Kind.COUNT.value, one.rule, quantity_of(one, text)) for one in found.tolls]
        # Nothing hangs on these: a row may be a toll as well, and what hangs on a span hangs on its tokens.
        rows = (doc.char_span(one.start, one.end, label=LISTS, alignment_mode="expand") for one in found.lists)
        doc.spans[LISTS] = [row for row in rows if row is not None]
        return doc


def _is_of_people(span: TokenSpan) -> bool:
    """What is counted are people, or what befell them; or it is not told."""
    thing = (span._.figure.counted or "").lower().partition(" of ")[0].split()
    return not thing or any(word in PLURAL or word in SINGULAR or word in CASUALTIES for word in thing)


def _counted(span: TokenSpan) -> Counted:
    value = span._.figure.value
    return Counted(chars_of(span), 0 if value is None else int(min(value, Decimal(MOST_COUNTED))))


def quantity_of(toll: Toll, text: str) -> Quantity:
    """The figure that a row of people comes to."""
    value, one = Decimal(toll.size), Decimal(1)
    hedge = hedge_before([word.lower for word in words_before(text, toll.span.start)]) if toll.hedge else None
    approx = hedge[0] if hedge else Approx.EXACT
    return Quantity(value, figure_range(value, approx, one), approx, one, counted=f"people {toll.fate}")
