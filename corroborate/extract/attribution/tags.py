"""Whose a quotation is without any verb known to speak: a name behind it, a dash and a name, the person just spoken of."""

from collections.abc import Sequence

from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import PERSON_NOUNS, Cast
from corroborate.extract.attribution.clauses import is_finite
from corroborate.extract.attribution.quotes import Quotation
from corroborate.extract.attribution.speakers import Phrases
from corroborate.extract.attribution.told import Told
from corroborate.extract.lexicon import AUXILIARIES
from corroborate.model.claims import Attribution

DASHES = frozenset(("-", "–", "—", "--"))
# So many words behind a quotation may its speaker stand, so near to its head what a sentence is about.
TAG_REACH = 12
TOPIC_REACH = 6
TOPIC_STARTS = 4


def signed(quoted: Sequence[Quotation], told: Sequence[Told], phrases: Phrases) -> list[Told]:
    """The speeches of quotations that a name follows: "— Ada Krol, shopkeeper", ",” Ada Krol sighed"."""
    cues = sorted(one.cue_at for one in told if one.is_own)
    found = []
    for quotation in quoted:
        if not (quotation.is_speech and quotation.is_closed):
            continue
        start = _token_behind(quotation, phrases)
        if start is None or any(quotation.chars.end <= cue < quotation.chars.end + 120 for cue in cues):
            continue
        speaker = _signature(start, phrases) or _tag(quotation, start, phrases)
        if speaker is not None:
            attribution = Attribution(speaker=speaker, cue="quotation")
            found.append(Told(quotation.chars, attribution, "name behind a quotation", cue_at=quotation.chars.end))
    return found


def _token_behind(quotation: Quotation, phrases: Phrases) -> int | None:
    position = quotation.chars.end
    while position < len(phrases.text) and phrases.text[position].isspace():
        position += 1
    if position >= len(phrases.text):
        return None
    span = phrases.doc.char_span(position, position + 1, alignment_mode="expand")
    return None if span is None else int(span.start)


def _signature(start: int, phrases: Phrases) -> str | None:
    """A dash and a name that ends its line or is followed by an office."""
    doc = phrases.doc
    if doc[start].text not in DASHES or start + 1 not in phrases.party_at:
        return None
    party = phrases.party_at[start + 1]
    ends = party.end >= len(doc) or doc[party.end].text == "," or "\n" in doc[party.end].text
    return str(party._.party) if ends else None


def _tag(quotation: Quotation, start: int, phrases: Phrases) -> str | None:
    """The person behind a quotation that ends in a comma: there a verb of saying is expected, whichever it is."""
    inner = phrases.text[quotation.chars.end - 2]
    doc = phrases.doc
    if inner not in ",?!" or (inner != "," and not doc[start].is_lower) or "\n" in phrases.text[quotation.chars.end : doc[start].idx]:
        return None
    for place in range(start, min(start + TAG_REACH, len(doc))):
        if doc[place].text in '.;"“' or doc[place].lower_ in AUXILIARIES:
            return None
        party = phrases.party_at.get(place)
        if party is not None and (party.label_ == "PERSON" or place == start):
            return str(party._.party)
    return None


def topic_of(sentence: TokenSpan, phrases: Phrases, cast: Cast) -> str | None:
    """The person that a sentence is about: the name, description or pronoun right before its first verb."""
    starts = [token.i + 1 for token in sentence if token.text in ",;" and token.i + 1 < sentence.end]
    found = (_topic_from(sentence, start, phrases, cast) for start in (sentence.start, *starts[:TOPIC_STARTS]))
    return next((topic for topic in found if topic is not None), None)


def _topic_from(sentence: TokenSpan, start: int, phrases: Phrases, cast: Cast) -> str | None:
    """The person that the words from a token on are about."""
    doc = sentence.doc
    for place in range(start, min(start + TOPIC_REACH, sentence.end)):
        party = phrases.party_at.get(place)
        if party is not None:
            return str(party._.party) if party.label_ in ("PERSON", "ORG") and not phrases.is_outlet(party._.party) else None
        lower = doc[place].lower_
        if place == start and lower in ("he", "she"):
            return cast.called(lower)
        if lower in PERSON_NOUNS and place > start and not _is_modifier(sentence, place):
            found = phrases.ending(place, sentence.start, cast)
            return found.name if found is not None else None
        if is_finite(doc[place]) or doc[place].is_punct:
            return None
    return None


def _is_modifier(sentence: TokenSpan, place: int) -> bool:
    """The noun stands before a name or another noun that it describes."""
    following = sentence.doc[place + 1] if place + 1 < sentence.end else None
    return following is not None and (following.text in ("'s", "’s") or following.text[0].isupper() or following.tag_ in ("NN", "NNS"))
