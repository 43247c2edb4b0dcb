"""Claims told in the very same words by two articles, as a wire's copy is: what is known of a pair with the one holds of the other.

What speaks for two claims of different articles answering one question hangs on their words alone, but where days, or places
that an article's opening names, have a part in it. Such claims have no twins.
"""

from collections.abc import Sequence

import numpy as np

from corroborate.match.embedding import Vectors
from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.scopes import IN_PLACE
from corroborate.model.figures import Period

EARLIER = "earlier"


class Twins:
    """For each of some claims in order of time the last one before it that another article tells in the very same words.

    It is looked for when it is asked for: of most claims all is known.
    """

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._alike: list[Mention | None] | None = None
        self._twins: dict[int, Mention | None] = {}

    def odds(self, left: Mention, place: int) -> float | None:
        """The log odds of a claim and the one at a place, where they are known of the latter's twin."""
        twin, right = self._twin(place), self._mentions[place]
        if twin is None or left.article.id in (twin.article.id, right.article.id) or not hangs_on_words(left):
            return None
        return twin.odds.get(left)

    def _twin(self, place: int) -> Mention | None:
        if place not in self._twins:
            if self._alike is None:
                self._alike = _in_like_words(self._mentions)
            before = self._alike[place]
            self._twins[place] = before if before is not None and _are_twins(before, self._mentions[place]) else None
        return self._twins[place]


def _in_like_words(mentions: Sequence[Mention]) -> list[Mention | None]:
    """For each the last one before it with the same figure in the same clause."""
    last: dict[tuple[str, str], Mention] = {}
    found = []
    for one in mentions:
        key = one.clause, one.claim.surface
        found.append(last.get(key))
        last[key] = one
    return found


def _are_twins(left: Mention, right: Mention) -> bool:
    return left.article.id != right.article.id and hangs_on_words(left) and hangs_on_words(right) and _told(left) == _told(right)


def hangs_on_words(one: Mention) -> bool:
    """Nothing but its words tells whether another claim answers the same question."""
    if one.elsewhere or one.within is not None or one.precise or one.claim.period is not None or isinstance(one.claim.figure, Period):
        return False
    return EARLIER not in one.scope and not any(word.startswith(IN_PLACE) for word in one.scope)


def _told(one: Mention) -> tuple[object, ...]:
    """All that pairs are scored by."""
    claim = one.claim
    slots = one.family, one.thing, one.modifiers, one.fates, one.events, one.scope, one.clause, one.words, one.beside, one.numbers
    return (*slots, one.is_sole, one.leads, one.depth, claim.kind, claim.figure, claim.deed, claim.parties, *map(_bytes, _vectors(one)))


def _vectors(one: Mention) -> tuple[Vectors | None, Vectors | None]:
    return one.phrase_vector, one.clause_vector


def _bytes(vector: Vectors | None) -> bytes | None:
    return None if vector is None else np.asarray(vector).tobytes()
