"""A small edition for the store's tests: a ferry that ran aground, as two outlets tell it. All of it is invented."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Attribution, Deed
from corroborate.model.figures import Granularity, Kind, Participation
from corroborate.model.findings import Agreement, Assessment, Discrepancy, DiscrepancyType, Side, Support, Verdict
from corroborate.model.ids import content_id, digest
from corroborate.model.pages import ArchiveLink, Revision, Visit
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Reuse, Story, Suggestion
from corroborate.store import Store
from tests.factory import NOON, article, claim, period, quantity, reading

HERALD = "Harbour Herald"
GAZETTE = "Tarn Gazette"
HERALD_URL = "https://harbour-herald.example/ferry"
GAZETTE_URL = "https://tarn-gazette.example/ferry"


@dataclass(frozen=True, slots=True)
class Matched:
    """What the matching stage gives, as the store sees it."""

    stories: tuple[Story, ...] = ()
    groups: tuple[ClaimGroup, ...] = ()
    origins: tuple[Origin, ...] = ()
    reuses: tuple[Reuse, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()


def ferry_article(outlet: str, url: str, injured: str, seen: datetime = NOON) -> Article:
    text = f"The ferry Marisol ran aground off Tarn Point. Police said {injured} passengers were injured."
    return article(outlet, text, url=url, title="Ferry Marisol runs aground", seen=seen, published=NOON)


def ferry_reading(outlet: str = HERALD, url: str = HERALD_URL, injured: str = "42", seen: datetime = NOON) -> Reading:
    version = ferry_article(outlet, url, injured, seen)
    count = claim(
        version,
        injured,
        quantity(injured, counted="injured passengers"),
        parties=("Marisol",),
        attribution=Attribution("police"),
        deed=Deed("Marisol", None),
        period=period("2026-10-12", None, Granularity.DAY, "since"),
    )
    party = claim(version, "Marisol", Participation("vessel", ("Marisol",)), kind=Kind.PARTY, parties=("Marisol", "Tarn Point"))
    return reading(version, party, count)


def revision_of(version: Article) -> Revision:
    return Revision(
        id=version.revision,
        article=version.id,
        url=version.url,
        outlet=version.outlet,
        digest=digest(version.text),
        seen=version.seen,
        archived=ArchiveLink("2026-10-14.warc.gz", 0, 512),
        title=version.title,
        published=version.published,
    )


def later_edition() -> Reading:
    """The Herald's page an hour later, its figure silently changed."""
    return ferry_reading(injured="57", seen=NOON + timedelta(hours=1))


def ferry_matching(left: Reading, right: Reading) -> tuple[Matched, tuple[Assessment, ...]]:
    """One story, one disputed group of the last claim of each reading, and a group of its own for the vessel."""
    story = Story(content_id("s", left.article.id), "Ferry Marisol runs aground", (left.article.id, right.article.id), NOON, NOON)
    ours, theirs, vessel = left.claims[-1], right.claims[-1], left.claims[0]
    group = ClaimGroup(content_id("g", story.id), story.id, "How many passengers were injured?", Kind.COUNT, None, (ours.id, theirs.id))
    alone = ClaimGroup(content_id("g", story.id, "vessel"), story.id, "Which vessel was it?", Kind.PARTY, None, (vessel.id,))
    origins = tuple(
        Origin(
            content_id("o", group.id, one.article.outlet),
            group.id,
            OriginKind.UNKNOWN,
            one.article.outlet,
            (one.claims[-1].id,),
            (one.article.outlet,),
            ("no source is named",),
        )
        for one in (left, right)
    )
    sides = tuple(
        Side(
            one.claims[-1].surface, (one.article.outlet,), (origin.id,), (one.claims[-1].id,), one.claims[-1].sentence.text, one.article.url
        )
        for one, origin in zip((left, right), origins, strict=True)
    )
    discrepancy = Discrepancy(
        id=content_id("d", group.id),
        group=group.id,
        story=story.id,
        type=DiscrepancyType.CONFLICT,
        about="injured passengers",
        rule="quantities",
        reason=f"{sides[0].value} against {sides[1].value}",
        sides=sides,
        first_seen=NOON,
    )
    disputed = Assessment(
        group=group.id,
        agreement=Agreement.DIFFER,
        verdict=Verdict.DISPUTED,
        low=sides[0].value,
        high=sides[0].value,
        values=tuple(side.value for side in sides),
        discrepancies=(discrepancy,),
        support=Support(Verdict.SINGLE, sides[0].value, sides[0].value),
    )
    single = Assessment(alone.id, Agreement.ALONE, Verdict.SINGLE, None, None, ("Marisol",))
    suggested = Suggestion(*sorted((group.id, alone.id)), "only one says what befell those counted", ("Both name the Marisol.",))
    reuses = (Reuse(left.article.id, right.article.id, 0.75, ((sides[0].value, sides[1].value),)),)
    return Matched((story,), (group, alone), origins, reuses, (suggested,)), (disputed, single)


def without_text(version: Article) -> Article:
    return replace(version, text="")


EDITION = 12
"""Articles of the edition that `publish` brings out one by one."""


def publish(store: Store, number: int) -> None:
    """Keep an article as crawled and as read, and every now and then match what there is."""
    one = ferry_reading(f"Outlet {number}", f"https://outlet-{number}.example/ferry", str(40 + number))
    store.visits.save(Visit(one.article.id, one.article.url, one.article.outlet, "feed", NOON, None), revision_of(one.article))
    store.readings.save(one, "1")
    if number % 3 == 2:
        first, last, *_ = store.readings.current()
        store.matches.save(*ferry_matching(first, last), now=NOON)
