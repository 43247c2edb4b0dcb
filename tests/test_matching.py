"""Article by article, in batches or all at once, in whatever order: the same stories, groups and discrepancies."""

import io
import json
import random
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from corroborate.check import check_stories
from corroborate.extract import Reader
from corroborate.match import match_readings
from corroborate.matching import Matcher, MatchTally, Session
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id, digest
from corroborate.newsroom import Edition, generate
from corroborate.publish.export import export
from corroborate.publish.rows import TABLES
from corroborate.store import Store
from corroborate.store.matches import Settled
from tests.factory import NOON

SEED = 4713
ORDERS = 4
HISTORY = {"first_seen", "last_changed"}
"""Columns that tell when something was found: they depend on the order by nature."""

Tables = dict[str, list[dict[str, Any]]]


@cache
def edition() -> Edition:
    return generate(SEED, events=3, outlets=6)


@cache
def readings() -> tuple[Reading, ...]:
    """Every version of every article of the edition, in the order in which a crawler meets them."""
    reader, found = Reader("blank"), dict[str, Reading]()
    for moment in edition().moments:
        for page in edition().visible(moment):
            identity = content_id("a", page.url)
            version = Article(
                id=identity,
                revision=content_id("r", identity, page.version),
                url=page.url,
                outlet=page.outlet,
                title=page.title,
                text=page.text,
                text_digest=digest(page.text),
                seen=moment,
                published=page.published,
                modified=page.modified,
                credits=page.credits,
            )
            if version.revision not in found:
                found[version.revision] = reader.read_article(version)
    return tuple(found.values())


def session(store: Store) -> Session:
    return Session(store, map, NOON, lambda _: None)


def matched(store: Store, parts: Iterable[Sequence[Reading]], matcher: Matcher | None = None) -> Tables:
    """What stands in the end when the readings come in these parts."""
    store.outlets.sync(edition().outlets)
    matcher = matcher or Matcher(None)
    for part in parts:
        for reading in part:
            store.readings.save(reading, "1")
        matcher.match_due(session(store))
    return tables(store)


def tables(store: Store) -> Tables:
    return {name: rows(store, name) for name in ("stories", "groups", "discrepancies")}


def rows(store: Store, name: str) -> list[dict[str, Any]]:
    stream = io.BytesIO()
    export(name, TABLES[name](store), stream, form="jsonl")
    found = [json.loads(line) for line in stream.getvalue().splitlines()]
    return sorted(({key: value for key, value in row.items() if key not in HISTORY} for row in found), key=str)


@cache
def all_at_once() -> Tables:
    with Store.open("sqlite://") as store:
        return matched(store, [readings()])


def parts_of(chance: random.Random, size: int) -> list[Sequence[Reading]]:
    mixed = list(readings())
    chance.shuffle(mixed)
    return [mixed[start : start + size] for start in range(0, len(mixed), size)]


@pytest.mark.parametrize("order", range(ORDERS))
def test_the_order_and_the_size_of_the_batches_change_nothing(order: int) -> None:
    chance = random.Random(order)
    size = 1 if order == 0 else chance.randint(2, len(readings()) // 2)

    with Store.open("sqlite://") as store:
        found = matched(store, parts_of(chance, size))
        wrong = store.check()

    assert found == all_at_once()
    assert wrong == ()
    assert found["discrepancies"]


def test_programs_that_take_turns_find_the_same_as_one(tmp_path: Path) -> None:
    url, matchers = str(tmp_path / "news.db"), (Matcher(None), Matcher(None))
    for number, part in enumerate(parts_of(random.Random(SEED), 7)):
        with Store.open(url) as store:
            found = matched(store, [part], matchers[number % 2])

    assert found == all_at_once()


def test_what_is_kept_is_what_a_computation_from_scratch_gives() -> None:
    with Store.open("sqlite://") as store:
        matched(store, parts_of(random.Random(SEED), 9))
        current = tuple(store.readings.current())
        groups = {record.group for record in store.groups.all()}
        stories = set(store.stories.all())
    outlets = {outlet.name: outlet for outlet in edition().outlets}

    matching = match_readings(current, outlets)

    assert (stories, groups) == (set(matching.stories), set(matching.groups))
    readings = {reading.article.id: reading for reading in current}
    checked = check_stories(matching.stories, matching.groups, matching.origins, readings, matching.reuses)
    assert sum(len(assessments) for assessments in checked) == len(groups)


def test_with_nothing_new_nothing_is_matched_and_nothing_written(tmp_path: Path) -> None:
    class Refusing(Matcher):
        def _match_articles(self, *_: object) -> None:
            raise AssertionError("an article was matched again")

        _revisit = _match_articles

    with Store.open(str(tmp_path / "news.db")) as store:
        before = matched(store, [readings()])
        writing = store.sketches.generation()

        tally = Refusing(None).match_due(session(store))

        assert store.sketches.generation() == writing
        assert tables(store) == before
        assert tally == MatchTally(**store.matches.counts())


def test_a_new_article_touches_no_other_story() -> None:
    first, *others = readings()
    with Store.open("sqlite://") as store:
        matched(store, [others])
        saved, save = list[int](), store.matches.save

        def noting(matching: Any, *rest: Any, now: Any, settled: Settled) -> int:
            saved.append(len(matching.stories))
            return save(matching, *rest, now=now, settled=settled)

        store.matches.save = noting  # type: ignore[method-assign]
        matched(store, [[first]])

        assert saved == [1]
        assert len(list(store.stories.all())) > 2


def test_a_new_outlet_has_only_those_stories_gone_through_again_that_may_name_it() -> None:
    with Store.open("sqlite://") as store:
        before = matched(store, [readings()])
        visited = list[int]()

        class Noting(Matcher):
            def _revisit(self, session: Session, due: Sequence[str]) -> None:
                visited.append(len(due))
                super()._revisit(session, due)

        store.outlets.ensure("Zwickmuehle Xylograph")
        unnamed = matched(store, [[]], Noting(None)), list(visited)
        named = readings()[-1].article.text.split()[0].strip(",.;:").lower()
        store.outlets.ensure(f"{named} {named}")
        again = matched(store, [[]], Noting(None))

        assert unnamed == (before, [])
        assert 0 < sum(visited) <= len(before["stories"])
        assert again == before


def test_an_article_matched_by_another_program_meanwhile_is_matched_all_the_same(tmp_path: Path) -> None:
    halves = readings()[::2], readings()[1::2]

    def match_half(half: Sequence[Reading]) -> None:
        with Store.open(str(tmp_path / "news.db"), timeout=60) as store:
            matched(store, [half])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(match_half, halves))

    with Store.open(str(tmp_path / "news.db")) as store:
        assert tables(store) == all_at_once()
        assert store.check() == ()


def test_another_method_matches_everything_anew_and_finds_the_same() -> None:
    with Store.open("sqlite://") as store:
        matched(store, [readings()])
        store.due.begin_anew("matching method", "another")

        assert len(store.due.articles(1000)) == len({reading.article.id for reading in readings()})
        assert matched(store, [[]]) == all_at_once()


def test_every_id_ever_told_leads_somewhere() -> None:
    told = set[str]()
    with Store.open("sqlite://") as store:
        for part in parts_of(random.Random(3), 4):
            matched(store, [part])
            told |= {story.id for story in store.stories.all()} | {record.group.id for record in store.groups.all()}

        for identity in told:
            store.find_any(identity)

        assert set(store.aliases.all()) <= told
