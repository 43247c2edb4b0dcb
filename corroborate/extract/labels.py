"""The one table of labels: what trained pipelines call things, and what the readers understand by it.

Two schemes are known: ours (entities as in WikiGold, Universal Dependencies) and that of `en_core_web_*` (OntoNotes,
ClearNLP). Tags are those of the Penn Treebank in both.
"""

from types import MappingProxyType

from spacy.tokens import Doc, Token

from corroborate.extract.lexicon import words

ENTITIES = MappingProxyType(
    {
        "PERSON": "PERSON", "ORG": "ORG", "LOC": "PLACE", "NORP": "NORP", "MISC": "PRODUCT",
        "GPE": "PLACE", "FAC": "PLACE", "PRODUCT": "PRODUCT", "WORK_OF_ART": "PRODUCT", "LAW": "PRODUCT", "EVENT": "PRODUCT",
    }
)  # fmt: skip
"""Entity labels to PERSON, ORG, PLACE, NORP, PRODUCT; dates, sums and numbers are read by rules and left out."""

SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj", "nsubjpass", "nsubj:pass", "csubj:pass", "csubjpass"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "nsubj:pass", "csubjpass", "csubj:pass"})
OBJECTS = frozenset({"obj", "dobj"})
RECIPIENTS = frozenset({"iobj", "dative"})
AGENTS = frozenset({"obl:agent", "agent"})
OBLIQUES = frozenset({"obl", "obl:unmarked", "obl:tmod", "prep", "npadvmod"})
NOUN_COMPLEMENTS = frozenset({"nmod", "nmod:of", "nmod:unmarked", "prep"})
CONTENT_CLAUSES = frozenset({"ccomp", "parataxis"})
NUMBERS = frozenset({"nummod"})
COMPOUNDS = frozenset({"compound", "flat", "nn"})
MODIFIERS = frozenset({"amod", "compound", "nn", "flat", "nmod:poss", "poss", "nummod", "advmod"})
RELATIVE_CLAUSES = frozenset({"acl:relcl", "relcl"})
CASE_MARKS = frozenset({"case"})
"""Universal Dependencies hang a preposition under its noun; ClearNLP hangs the noun under it (`prep`, `pobj`)."""

PREPOSITION_OBJECTS = frozenset({"pobj", "pcomp"})

NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
FINITE_TAGS = frozenset({"VBD", "VBP", "VBZ", "MD"})
PAST_TAGS = frozenset({"VBD"})

AUXILIARY_WORDS = words("""
be is are was were am been being 's 're 'm ’s ’re ’m have has had having 've 'd ’ve ’d do does did to will would shall should may
might can could must ca wo 'll ’ll
""")
_PARTS = MappingProxyType(
    {
        "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "CD": "NUM", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ",
        "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
        "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "DT": "DET", "PDT": "DET", "WDT": "PRON", "PRP": "PRON", "PRP$": "PRON",
        "WP": "PRON", "WP$": "PRON", "EX": "PRON", "IN": "ADP", "RP": "ADP", "TO": "PART", "POS": "PART", "CC": "CCONJ",
        "UH": "INTJ", "FW": "X", "LS": "X", "GW": "X", "XX": "X", "ADD": "X", "AFX": "X", "SYM": "SYM", "$": "SYM", "#": "SYM",
    }
)  # fmt: skip


def part_of_speech(tag: str, word: str) -> str:
    """The universal part of speech of a word with a Penn Treebank tag; PUNCT for all marks.

    >>> part_of_speech("VBD", "were"), part_of_speech("VBD", "sank")
    ('AUX', 'VERB')
    """
    found = _PARTS.get(tag, "PUNCT")
    return "AUX" if found == "VERB" and word in AUXILIARY_WORDS else found


def is_tagged(token: Token) -> bool:
    """A trained pipeline has looked at the token."""
    return bool(token.tag)


def is_parsed(token: Token) -> bool:
    """The token's sentence has a parse; the head of another token tells nothing."""
    return bool(token.dep)


def entity_label(label: str) -> str | None:
    """PERSON, ORG, PLACE, NORP or PRODUCT for a trained pipeline's label, None for what names no party."""
    return ENTITIES.get(label)


def has_syntax(doc: Doc) -> bool:
    """Some sentence of the document was parsed."""
    return bool(doc.has_annotation("DEP"))
