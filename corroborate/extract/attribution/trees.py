"""What a parse tells of speech: whose subject a verb has, where there is a parse."""

from spacy.tokens import Token

from corroborate.extract.attribution.cast import Cast
from corroborate.extract.attribution.speakers import Phrases, Subject
from corroborate.extract.labels import PASSIVE_SUBJECTS, SUBJECTS, is_parsed

LONGEST_CHAIN = 4


def subject_joined(verb: Token, phrases: Phrases, cast: Cast) -> Subject | None:
    """The subject of the verb to which this one is joined: "Orrin Rail blamed a cable and said"."""
    if not is_parsed(verb):
        return None
    for _ in range(LONGEST_CHAIN):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS - PASSIVE_SUBJECTS), None)
        if subject is not None:
            return phrases.ending(subject.i, verb.sent.start, cast)
        if verb.dep_ != "conj":
            return None
        verb = verb.head
    return None
