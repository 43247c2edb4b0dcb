"""Whether words make a clause: by their tags, or by forms that verbs have in the past tense."""

from collections.abc import Iterable

from spacy.tokens import Token

from corroborate.extract.labels import CONTENT_CLAUSES, FINITE_TAGS, is_parsed
from corroborate.extract.lexicon import AUXILIARIES, words

# Past forms without -ed that head a clause, where no tagger tells.
PAST = words("""
fell rose sank broke left went came grew lost won cut hit killed ran held began became built brought bought caught cost drew drove
flew gave got kept knew led lay lit made met paid read sat saw sold sent set shot shut spent stood struck took tore told understood
woke wore wrote did slid swept burst shrank sprang swam threw hurt spread burns needs
""")


def is_finite(token: Token) -> bool:
    """The token may be the verb of a clause."""
    if token.tag_:
        return token.tag_ in FINITE_TAGS
    lower = token.lower_
    return lower in AUXILIARIES or lower in PAST or (lower.endswith("ed") and len(lower) > 4)


def has_clause(tokens: Iterable[Token]) -> bool:
    """The words make a statement of their own, not only a place or a time."""
    return any(is_finite(token) for token in tokens)


def content_precedes(verb: Token) -> bool | None:
    """The clause that a verb of saying closes stands before it; None where no parse tells."""
    if not is_parsed(verb):
        return None
    clauses = [child for child in verb.children if child.dep_ in CONTENT_CLAUSES]
    behind = any(child.i > verb.i and child.tag_ != "VBG" for child in clauses)
    before = any(child.i < verb.i for child in clauses) or (verb.dep_ == "parataxis" and verb.head.i < verb.i)
    return None if before == behind else before
