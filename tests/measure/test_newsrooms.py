"""Editions of the simulated newsroom measured from text to findings."""

import json

from corroborate.extract.reader import Reader
from corroborate.measure.newsrooms import NEWSROOM_ASKS, Edited, measure_newsroom
from corroborate.measure.report import newsroom_rows, newsroom_table
from corroborate.newsroom import generate, score
from tests.commands import corroborate

EDITION = generate(4, events=3, outlets=6)


def test_an_edition_is_read_matched_checked_and_scored() -> None:
    found = measure_newsroom(EDITION, Reader(), None, map)

    assert found.articles == len(EDITION.visible(EDITION.moments[-1]))
    assert found.scores.claims.f1 > 0.9
    assert found.scores.groups.recall > 0.5
    assert {one.measure for one in found.measures} >= set(NEWSROOM_ASKS)


def test_nothing_found_falls_short_of_what_is_asked() -> None:
    empty = Edited(4, 9, score(EDITION.truth, [], [], []))

    short = {row["measure"] for row in newsroom_rows([empty]) if row["reached"] is False}

    assert short == {"discrepancies, recall", "origins exact"}
    assert "short" in newsroom_table([empty], width=120)


def test_an_edition_is_measured_on_the_command_line() -> None:
    done = corroborate("evaluate", "--newsroom", 4, "--events", 1, "--outlets", 4, "--json")

    rows = [json.loads(line) for line in done.out.splitlines()]
    assert done.status == 0, done.err
    assert {row["seed"] for row in rows} == {4}
    assert {row["measure"] for row in rows} >= set(NEWSROOM_ASKS)
