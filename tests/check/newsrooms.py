"""Stories for tests: what fictional outlets say in answer to one or several questions."""

from datetime import timedelta
from typing import Any

from corroborate.check import check_story
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.figures import Figure
from corroborate.model.findings import Assessment, Discrepancy, DiscrepancyType
from corroborate.model.ids import content_id
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Reuse, Story
from tests.factory import NOON, article, claim

STORY = content_id("s", "story")


class Newsroom:
    """Collects what outlets say and checks it; `says` answers the question asked last."""

    def __init__(self, question: str = "How many people were injured?") -> None:
        self.articles: dict[str, Article] = {}
        self.claims: dict[str, list[Claim]] = {}
        self.groups: dict[str, list[Claim]] = {}
        self.origins: dict[tuple[str, str], list[Claim]] = {}
        self.ask(question)

    def ask(self, question: str) -> None:
        """What is said from now on answers another question."""
        self.question = question
        self.groups.setdefault(question, [])

    def says(self, outlet: str, text: str, surface: str, figure: Figure, **fields: Any) -> Article:
        """`outlet` prints `text`, `hours` after noon, resting on `origin`; the same text again is the same article."""
        hours, origin = fields.pop("hours", 0), fields.pop("origin", outlet)
        moment = NOON + timedelta(hours=hours)
        written = article(outlet, text, published=moment, seen=fields.pop("seen", moment))
        stated = claim(written, surface, figure, **fields)
        self.articles[written.id] = written
        self.claims.setdefault(written.id, []).append(stated)
        self.groups[self.question].append(stated)
        self.origins.setdefault((self.question, origin), []).append(stated)
        return written

    def check(self, *reuses: Reuse) -> dict[str, Assessment]:
        """The assessments by question."""
        readings = {name: Reading(written, tuple(self.claims[name])) for name, written in self.articles.items()}
        groups = [
            ClaimGroup(content_id("g", question), STORY, question, claims[0].kind, None, tuple(one.id for one in claims))
            for question, claims in self.groups.items()
            if claims
        ]
        origins = [
            Origin(
                content_id("o", question, label),
                content_id("g", question),
                OriginKind.UNKNOWN,
                label,
                tuple(one.id for one in claims),
                (),
                (),
            )
            for (question, label), claims in self.origins.items()
        ]
        found = check_story(Story(STORY, "The story", tuple(readings), NOON, NOON), groups, origins, readings, reuses)
        questions = {content_id("g", question): question for question in self.groups}
        return {questions[assessment.group]: assessment for assessment in found}

    def only(self, *reuses: Reuse) -> Assessment:
        """The assessment of the only question."""
        (assessment,) = self.check(*reuses).values()
        return assessment

    def discrepancies(self, *reuses: Reuse) -> list[Discrepancy]:
        """Everything found."""
        return [found for assessment in self.check(*reuses).values() for found in assessment.discrepancies]

    def types(self, *reuses: Reuse) -> list[DiscrepancyType]:
        """The types of everything found."""
        return [found.type for found in self.discrepancies(*reuses)]
