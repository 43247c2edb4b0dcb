"""Annotated events: what is counted, on a set small enough to count by hand."""

import json
from pathlib import Path

import pytest

from corroborate.errors import InputError, UsageError
from corroborate.extract.reader import Reader
from corroborate.measure.events import cover, event_sets, load_events, score_events

FERRY = (
    "Nine people drowned when the ferry Alma Torvik sank off Orsk on Monday, the coastguard said. The Alma Torvik had left Orsk for Velden "
    "at noon with a load of timber. In 2019 a ferry lost 31 passengers there."
)
LATER = (
    "Fourteen people drowned when the ferry Alma Torvik sank off Orsk on Monday, the coastguard said on Tuesday, raising its count. "
    "The Alma Torvik had left Orsk for Velden with a load of timber."
)
BANK = (
    "Tarn Bank was fined $12 million by the regulator in Lindmoor on Monday for losing the records of 40,000 customers. The bank of "
    "chief executive Ines Kolb said it would pay."
)


def article(name: str, event: str, day: int, text: str, *figures: tuple[str, str]) -> dict[str, object]:
    return {
        "id": name,
        "event": event,
        "outlet": f"Outlet {name}",
        "title": None,
        "published": f"2026-10-{day}T12:00:00Z",
        "text": text,
        "figures": [{"surface": surface, "question": question} for surface, question in figures],
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    articles = [
        article("1", "ferry", 12, FERRY, ("Nine", "killed"), ("31", "background")),
        article("2", "ferry", 13, LATER, ("Fourteen", "killed")),
        article("3", "bank", 12, BANK, ("$12 million", "fine")),
    ]
    findings = [
        {"event": "ferry", "question": "killed", "type": "update", "outlets_left": ["Outlet 1"], "outlets_right": ["Outlet 2"]},
    ]
    origins = [{"event": "ferry", "question": "killed", "origins": [["Outlet 1", "Outlet 2"]]}]
    for name, rows in (("articles", articles), ("findings", findings), ("origins", origins)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "outlets.json").write_text(json.dumps({f"Outlet {number}": {"owner": f"House {number}"} for number in (1, 2, 3)}))
    return tmp_path


def test_events_are_read_matched_checked_and_counted(folder: Path) -> None:
    found = score_events(cover(load_events(folder), Reader(), None, map))

    assert (found.figures.right, found.figures.of) == (4, 4)
    assert found.stories.f1 == 1
    assert (found.groups.right, found.groups.found, found.groups.expected) == (1, 1, 1)
    assert found.background == 0
    assert (found.findings.precision, found.findings.recall, found.types.value) == (1, 1, 1)
    assert found.origins.value == 1


def test_the_sets_of_the_repository_can_be_loaded() -> None:
    for folder in event_sets():
        events = load_events(folder)

        assert events.articles
        assert {str(line["outlet"]) for line in events.articles} <= set(events.outlets)


def test_sets_can_be_named() -> None:
    assert [folder.name for folder in event_sets(("parish", "brook"))] == ["brook", "parish"]
    with pytest.raises(UsageError, match="borough"):
        event_sets(("borough",))


# Groups and findings of the development sets as they are found by words alone, less two or three in a hundred.
FLOORS = {
    "brook": (0.74, 0.82, 0.60),
    "desk": (0.88, 0.80, 0.60),
    "harbor": (0.76, 0.82, 0.70),
    "market": (0.84, 0.93, 0.59),
}


@pytest.mark.parametrize("name", FLOORS)
def test_what_is_found_of_annotated_events_does_not_fall_behind(name: str) -> None:
    (folder,) = event_sets((name,))

    found = score_events(cover(load_events(folder), Reader(), None, map))

    groups, precision, recall = FLOORS[name]
    assert found.groups.f1 >= groups
    assert found.findings.precision >= precision
    assert found.findings.recall >= recall


def test_a_broken_line_is_named(folder: Path) -> None:
    (folder / "findings.jsonl").write_text("{\n")

    with pytest.raises(InputError, match=r"findings\.jsonl:1"):
        load_events(folder)
