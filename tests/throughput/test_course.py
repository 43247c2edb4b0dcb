from pathlib import Path

from corroborate.config import Config, parse_config
from corroborate.parallel import serial_map
from corroborate.throughput.course import STAGES, Course, Reached, run_course
from corroborate.throughput.report import Yardsticks, bars, plot, report, row_of

PLAIN: Config = parse_config("settings: {language: {pipeline: blank}, embedding: {model: none}}", "feeds.yaml")
YARDSTICKS = Yardsticks(trafilatura=0.01, spacy=0.02, pair=0.00001)


def reached(articles: int, seconds: float) -> Reached:
    cost = dict.fromkeys(STAGES, seconds)
    return Reached(articles, 100, cost, cost, 1.0, 500.0, articles * 30_000, articles * 9, articles // 10)


def test_editions_become_findings_and_each_stage_is_counted(tmp_path: Path) -> None:
    with serial_map() as run:
        (mark,) = run_course(Course(PLAIN, (3,), events=1, outlets=6), tmp_path, run, lambda _: None)

    assert mark.since == mark.articles >= 3
    assert all(mark.latest[stage] > 0 for stage in STAGES)
    assert mark.claims > 0
    assert mark.size > 100_000


def test_what_is_asked_is_told_beside_what_was_measured() -> None:
    rows = [row_of(reached(1000, 1.0), YARDSTICKS), row_of(reached(10_000, 2.0), YARDSTICKS)]

    assert rows[0]["seconds_an_article"]["read"] == 0.01
    assert [round(bar.ours, 2) for bar in bars(rows)] == [33.33, 0.5, 500, 6.0]
    assert [bar.is_met for bar in bars(rows)] == [True, False, True, False]


def test_an_earlier_run_is_held_against_the_marks_of_the_same_size() -> None:
    now, before = [row_of(reached(1000, 1.5), YARDSTICKS)], [row_of(reached(1010, 1.0), YARDSTICKS), row_of(reached(5000, 1.0), YARDSTICKS)]

    told = report(now, before, width=160)

    assert "+50.0%" in told
    assert "against the earlier run" not in report(now, before[1:], width=160)


def test_growth_is_drawn_with_a_line_for_each_stage() -> None:
    drawn = plot([row_of(reached(1000, 1.0), YARDSTICKS), row_of(reached(10_000, 2.0), YARDSTICKS)])

    assert drawn.count("<polyline") == len(STAGES)
    assert "10,000 articles" in drawn
