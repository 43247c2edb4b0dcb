"""Crawling for weeks, in seconds: nothing is lost, doubled, hurried or overlooked, whatever goes wrong."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from corroborate.rehearsal import month
from corroborate.rehearsal.month import Course, Outcome, live_through
from corroborate.rehearsal.web import FAULTS


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """An outlet for each fault, for four days."""
    return live_through(Course(outlets=len(FAULTS), days=4), tmp_path_factory.mktemp("week"))


def test_days_with_every_fault_go_as_asked(week: Outcome) -> None:
    assert week.problems == ()
    assert len(week.articles) > 80
    assert week.edits >= 2


def test_a_program_that_is_killed_again_and_again_comes_to_the_same(tmp_path: Path) -> None:
    outcome = live_through(Course(outlets=len(FAULTS), days=2, kills=16), tmp_path)

    assert outcome.killed >= 5
    assert outcome.problems == ()


def test_a_crawler_in_a_hurry_is_found_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(month, "SETTINGS", replace(month.SETTINGS, gap=1.0))

    (problem,) = live_through(Course(outlets=1, days=2), tmp_path).problems

    assert problem.startswith("paper0.example was asked")


def test_an_edit_that_is_not_found_in_time_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(month, "SOONEST_CHECKS", ((timedelta(days=9), timedelta(0)),))

    problems = live_through(Course(outlets=4, days=5), tmp_path).problems

    assert problems
    assert all("was not found" in problem for problem in problems)
