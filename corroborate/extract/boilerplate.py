"""The component that marks page furniture; what is furniture is judged apart, so that whoever reads pages does without spaCy."""

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from corroborate.extract.furniture import boilerplate
from corroborate.extract.spans import mark, text_of


@Language.factory("corroborate_boilerplate", assigns=["doc.spans"])
def make_boilerplate(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component for `nlp.add_pipe("corroborate_boilerplate")`."""
    return mark_boilerplate


def mark_boilerplate(doc: Doc) -> Doc:
    """Fill the group "boilerplate"."""
    doc.spans["boilerplate"] = [mark(doc, span, "boilerplate", "furniture") for span in boilerplate(text_of(doc))]
    return doc
