"""What a trained pipeline took for names, cut as newspapers cut names, and what becomes of both beside the capitals."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from corroborate.extract.labels import entity_label
from corroborate.extract.lexicon import CALENDAR, COMMON_ACRONYMS, FUNCTION_WORDS
from corroborate.extract.parties.capitals import LONGEST_NAME, ROLES, is_no_name
from corroborate.extract.parties.edges import (
    OPENING_ROLES,
    before_day,
    before_title,
    is_numeral,
    number_of_name,
    without_common_tail,
)
from corroborate.extract.parties.labels import DASHES, sort_of
from corroborate.extract.parties.mentions import UNTOLD, Mention, Sort
from corroborate.extract.parties.names import GIVEN_NAMES, TITLE_MODIFIERS, TITLES
from corroborate.extract.parties.nouns import is_common_noun
from corroborate.extract.parties.places import PEOPLES
from corroborate.extract.parties.writing import PROPER, Writing
from corroborate.extract.quantities.currencies import SIGNS

SENTENCE_ENDS = frozenset(".!?\"”“'’:\n")
BREAKS = frozenset(SIGNS) | {";"}
OF_PLACE = frozenset({"in", "from", "at", "near", "across", "outside"})


def entities_of(doc: Doc, text: Writing) -> Iterator[Mention]:
    """The entity spans of a document that name parties, in order."""
    for entity in doc.ents:
        label = entity_label(entity.label_)
        if label is None:
            continue
        start, end = _trimmed(text, entity.start, entity.end, label)
        if not (start < end <= start + LONGEST_NAME and _may_be_name(text, start, end)):
            continue
        sort = sort_of(text, start, end, Sort("PERSON", "role before it") if start and text.lower[start - 1] in ROLES else None)
        alone = end - start == 1 and (start == 0 or text.words[start - 1][-1] in SENTENCE_ENDS)
        # What holds for half of a double name does not hold for the whole: "Trans-Balt" is no people.
        half = label == "NORP" and (start < entity.start or end > entity.end)
        # A figure in the span made a version of it: "Kelby 92, Ullerdale 88".
        half = half or (label == "PRODUCT" and end < entity.end and is_numeral(text.words[end]))
        yield Mention(start, end, text.text(start, end), sort, not alone, UNTOLD if half else _guess(text, start, end, label))


def _guess(text: Writing, start: int, end: int, label: str) -> Sort:
    """Trained pipelines take much for places and works that is neither: they are trusted behind "in" and with several words."""
    weak = label in ("PRODUCT", "PERSON") if end - start == 1 else False
    weak = weak or (label == "PLACE" and (not start or text.lower[start - 1] not in OF_PLACE))
    return Sort(label, "trained pipeline, weakly" if weak else "trained pipeline")


def _trimmed(text: Writing, start: int, end: int, label: str) -> tuple[int, int]:
    """The span without its article, titles, numbers before it, and marks at its ends."""
    if end - start > 2 and text.lower[start] in ROLES and (start == 0 or not text.capital[start - 1]):
        start += 1
    while start < end and _is_no_start(text, start, label):
        start += 1
    end = before_title(text, start, before_day(text, start, end))
    # An election is named by its year: "2031 Norland general election".
    whole = label == "PRODUCT" and start < end and text.words[start].isdigit()
    while start < end and not whole and _is_no_end(text, end - 1, label):
        end -= 1
    end = without_common_tail(text, start, end)
    end = next((index for index in range(start, end) if text.words[index] in BREAKS or _is_dash(text, index)), end)
    while end + 1 < len(text) and _is_hyphen(text, end):
        end += 2
    while start > 1 and _is_hyphen(text, start - 1):
        start -= 2
    return start, end


def _is_dash(text: Writing, index: int) -> bool:
    return text.words[index] in DASHES and text.spaced[index] and text.spaced[index - 1]


def _is_hyphen(text: Writing, index: int) -> bool:
    """A hyphen between two words with capitals: "Osei-Bonsu"."""
    if text.words[index] != "-" or text.spaced[index] or text.spaced[index - 1]:
        return False
    return text.capital[index - 1] and text.capital[index + 1]


def _is_no_start(text: Writing, index: int, label: str) -> bool:
    word = text.words[index]
    if text.lower[index] in FUNCTION_WORDS and not word.isupper():
        return word not in GIVEN_NAMES
    if word.isdigit():
        return label != "PRODUCT"
    if text.lower[index] in OPENING_ROLES:
        return True
    return not word[0].isalnum() or (label == "PERSON" and (word in TITLES or word in TITLE_MODIFIERS))


def _is_no_end(text: Writing, index: int, label: str) -> bool:
    word = text.words[index]
    if word in ("'s", "’s"):
        return True
    if not (word[-1].isalnum() or word[-1] in ".)!"):
        return True
    return text.is_small(index) or (is_numeral(word) and (label in ("PERSON", "PLACE") or not number_of_name(text, index)))


def _may_be_name(text: Writing, start: int, end: int) -> bool:
    if not any(text.capital[start:end]):
        return False
    name = text.words[start]
    return end - start > 1 or not (name in CALENDAR or name in COMMON_ACRONYMS or is_no_name(name))


def combined(ruled: Sequence[Mention], trained: Sequence[Mention], text: Writing) -> Iterator[Mention]:
    """One set of names out of both, none over another."""
    for rules, entities in _groups(ruled, trained):
        if not entities:
            yield from (mention if _stands_alone(mention, text) else replace(mention, sure=False) for mention in rules)
        elif not rules:
            yield from entities
        else:
            yield from _settled(rules, entities, text)


def _groups(ruled: Sequence[Mention], trained: Sequence[Mention]) -> Iterator[tuple[list[Mention], list[Mention]]]:
    """Names of both kinds that lie over each other, from left to right."""
    both = sorted(
        [(one.start, one.end, 0, one) for one in ruled] + [(one.start, one.end, 1, one) for one in trained], key=lambda one: one[:3]
    )
    group: tuple[list[Mention], list[Mention]] = ([], [])
    reach = 0
    for start, end, kind, one in both:
        if start >= reach and any(group):
            yield group
            group = ([], [])
        group[kind].append(one)
        reach = max(reach, end)
    if any(group):
        yield group


def _stands_alone(mention: Mention, text: Writing) -> bool:
    """A name that the trained pipeline passed over is one where it at least took its words for proper nouns."""
    if not text.is_tagged(mention.start) or (mention.sure and mention.sort.reason):
        return True
    return all(
        tag in PROPER
        for tag, capital in zip(text.tags[mention.start : mention.end], text.capital[mention.start : mention.end], strict=True)
        if capital
    )


def _settled(ruled: Sequence[Mention], trained: Sequence[Mention], text: Writing) -> Sequence[Mention]:
    """The better cut of names that lie over each other: mostly the trained one, which sees the whole sentence."""
    if [one.start for one in ruled] == [one.start for one in trained] and [one.end for one in ruled] == [one.end for one in trained]:
        return [
            replace(one, sure=one.sure or not is_common_noun(one.name), guess=other.guess)
            for one, other in zip(ruled, trained, strict=True)
        ]
    if len(ruled) > 1 and all(one.sort.reason == "known people" for one in ruled):
        return ruled
    if _is_from_place(ruled, trained, text):
        return [replace(ruled[0], sure=True, guess=trained[0].guess), replace(ruled[1], sure=True)]
    if _is_owned(ruled, trained, text):
        return [replace(one, sure=True, guess=trained[0].guess if one is ruled[-1] else UNTOLD) for one in ruled]
    if any(_is_cut_better(one, trained, text) for one in ruled) or _is_person_with_people(trained, text):
        return [replace(one, sure=True, guess=_guess_over(one, trained)) for one in ruled]
    return trained


def _is_from_place(ruled: Sequence[Mention], trained: Sequence[Mention], text: Writing) -> bool:
    """One span for a company or person and where it is from: "Tessel Electric of Norway"; "Friends of Norway" are nowhere."""
    if len(ruled) != 2 or len(trained) != 1 or ruled[1].sort.reason != "known place":
        return False
    first, place = ruled
    return first.end - first.start > 1 and text.lower[first.end] in ("of", "in") and place.start == first.end + 1


def _is_owned(ruled: Sequence[Mention], trained: Sequence[Mention], text: Writing) -> bool:
    """One span for a thing and whose it is: "Castell's Kestrel"; bodies may have owners in their names, "People's Party"."""
    if len(ruled) < 2 or len(trained) > 1 or trained[0].guess.label != "PRODUCT":
        return False
    return any(text.words[one.end] in ("'s", "’s") for one in ruled[:-1])


def _is_cut_better(mention: Mention, trained: Sequence[Mention], text: Writing) -> bool:
    """The rules know where names end and begin around a title, and how far those of bodies and double names go."""
    first, last = trained[0], trained[-1]
    if mention.start == first.start and mention.end < first.end and text.words[mention.end] in TITLES:
        return True
    if mention.sort.reason == "title before it":
        return mention.start > first.start and first.guess.label != "PLACE"
    wider = mention.start <= first.start and last.end <= mention.end
    if mention.sort.reason == "dateline":
        return wider
    if "&" in mention.name or (
        mention.sort.reason == "word of a body" and not {",", "'s", "’s"}.isdisjoint(text.words[mention.start : mention.end])
    ):
        return wider
    if mention.sort.reason == "word of a body":
        return wider and len(trained) == 1 and first.guess.label in ("ORG", "PLACE")
    return wider and len(trained) == 1 and (mention.sort.reason == "given name" or ("-" in mention.name and first.guess.label == "PERSON"))


def _is_person_with_people(trained: Sequence[Mention], text: Writing) -> bool:
    """ "Liberal Bela Strand" is a party's word and a person."""
    return len(trained) == 1 and trained[0].guess.label == "PERSON" and text.words[trained[0].start] in PEOPLES


def _guess_over(mention: Mention, trained: Sequence[Mention]) -> Sort:
    """The trained label of what lies over the end of a name, where its head stands."""
    return next((other.guess for other in trained if other.start < mention.end <= other.end), UNTOLD)
