"""What people settled about articles and claims, in a form that survives reading and crawling again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corroborate.model.claims import Claim
from corroborate.model.ids import content_id


@dataclass(frozen=True, slots=True)
class Decisions:
    """What belongs together and what does not, in a person's judgement.

    Each set of `together` is about one thing; of each pair of `apart` nothing on the left is about the same as anything
    on the right. Members are article ids where stories are decided, and claim keys where groups are. A later decision
    that says otherwise has been taken into account by whoever hands these over: nothing here contradicts itself.
    """

    together: tuple[frozenset[str], ...] = ()
    apart: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()

    def among(self, members: Iterable[str]) -> "Decisions":
        """Only what concerns these members."""
        known = frozenset(members)
        together = (one & known for one in self.together)
        apart = ((left & known, right & known) for left, right in self.apart)
        return Decisions(
            tuple(one for one in together if len(one) > 1),
            tuple(pair for pair in apart if all(pair)),
        )


UNDECIDED = Decisions()


def claim_key(article: str, claim: Claim) -> str:
    """Names a claim by its article and sentence, whichever version of the article it was read from."""
    return content_id("k", article, claim.kind, claim.surface, " ".join(claim.sentence.text.split()))


def keys_of(claims: Iterable[Claim], article: str) -> Mapping[str, str]:
    """The keys of an article's claims, by claim id."""
    return {claim.id: claim_key(article, claim) for claim in claims}
