import json
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from xml.etree.ElementTree import fromstring

import pytest

from corroborate.model.findings import DiscrepancyType, Status, Verdict
from corroborate.publish.digest import FORMS, Digest, Entry, glance
from corroborate.publish.digest.entries import Change, entry_of, put_together
from corroborate.publish.digest.filters import narrowed
from corroborate.publish.digest.reading import listed
from corroborate.publish.language import parse
from corroborate.store.bulletins import Moved, Named, Standing
from tests.factory import NOON
from tests.publish.stories import DISPUTE, ORIGINS, STORY, revision

DAY = (NOON, NOON + timedelta(days=1))
CUTS = (Named("a_1", ("Tarn Freight",), None, 480.0, 480.0), Named("a_2", ("Tarn Freight",), "the union", 530.0, 530.0))
STANDING = Standing(DISPUTE, "count", None, Verdict.DISPUTED, ORIGINS[:2], CUTS)
FOUND = DISPUTE.discrepancy


def entry(**fields: object) -> Entry:
    """An entry whose discrepancy has other fields."""
    record = replace(DISPUTE, discrepancy=replace(FOUND, **fields))  # type: ignore[arg-type]
    return Entry(record, standing=replace(STANDING, record=record))


def full() -> Digest:
    return put_together(DAY, [entry()], [revision()], ((STORY,), 7))


HOSTILE = "<img src=x onerror=alert(1)>\r\nBcc: all@evil.example\x1b[31m\u202e](javascript:1)"


def hostile() -> Digest:
    sides = tuple(replace(side, quote=HOSTILE, outlets=(HOSTILE,), url="javascript:alert(1)", value=HOSTILE) for side in FOUND.sides)
    record = replace(DISPUTE, question=HOSTILE, story_title=HOSTILE, discrepancy=replace(FOUND, sides=sides, reason=HOSTILE, about=HOSTILE))
    changed = revision()
    change = replace(changed.changes[0], old=HOSTILE, sentence=HOSTILE)
    revised = replace(changed, revision=replace(changed.revision, outlet=HOSTILE, url="javascript:1"), changes=(change,))
    entries = [Entry(record), Entry(record, Change.CHANGED, (HOSTILE,)), Entry(record, Change.RESOLVED, (HOSTILE,))]
    return put_together(DAY, entries, [revised], ((replace(STORY, title=HOSTILE),), 1))


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_day_says_so(form: str) -> None:
    empty = put_together(DAY, [])

    assert empty.is_empty
    assert "No new stories, no disputes, no revised figures." in FORMS[form](empty)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_twice_and_names_both_sides(form: str) -> None:
    told = FORMS[form](full())

    assert told == FORMS[form](full())
    assert all(quote in told for quote in ("Tarn Freight will cut 480 jobs.", "Tarn Freight is to shed 530 jobs"))


def test_text_tells_sides_sources_and_places() -> None:
    text = FORMS["text"](full())

    places = [text.index(title) for title in ("Conflicts between independent origins (1)", "Revised figures (1)", "New stories (7)")]
    assert places == sorted(places)
    assert "480 and 530 cannot both be right" in text
    assert "2 outlets, 2 origins: 2 sources not stated" in text
    assert "and 6 more" in text


def test_markdown_and_html_link_each_quote() -> None:
    place = "https://herald.example/tarn#:~:text=Tarn%20Freight%20will%20cut%20480%20jobs."

    assert f"({place})" in FORMS["markdown"](full())
    assert f'href="{place}"' in FORMS["html"](full())


class Markup(HTMLParser):
    """What a mail program would make of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src") or name.startswith("on")]


@pytest.mark.parametrize("form", FORMS)
def test_words_of_a_page_stay_words(form: str) -> None:
    told = FORMS[form](hostile())

    # Programs get a text as it is; its controls are escaped there.
    assert not any(one in told for one in ("\x1b", "\r", *(["\u202e"] if form != "json" else [])))
    assert not any(line.startswith("Bcc:") for line in told.splitlines())


def test_html_and_markdown_hold_no_markup_and_no_link_from_elsewhere() -> None:
    page = Markup()
    page.feed(FORMS["html"](hostile()))

    assert page.tags <= {"html", "head", "meta", "title", "body", "div", "h1", "h2", "h3", "p", "span", "ul", "li", "a", "b", "del", "ins"}
    assert set(page.links) == {"#"}
    assert not re.search(r"(?<!\\)(<|\]\(j)", FORMS["markdown"](hostile()))


def test_atom_is_well_formed_whatever_a_page_holds() -> None:
    feed = fromstring(FORMS["atom"](hostile()))

    space = {"a": "http://www.w3.org/2005/Atom"}
    assert len(feed.findall("a:entry", space)) == 3
    assert feed.findall("a:entry/a:link", space) == []
    assert len({one.text for one in feed.findall("a:entry/a:id", space)}) == 3


def test_json_has_the_columns_of_the_tables() -> None:
    read = json.loads(FORMS["json"](full()))

    (one,) = read["entries"]
    assert (one["section"], one["change"], one["type"]) == ("Conflicts between independent origins", "new", "conflict")
    assert [side["value"] for side in one["sides"]] == ["530", "480"]
    assert read["stories_in_all"] == 7


def test_entries_stand_in_the_order_of_consequence() -> None:
    shared = tuple(replace(side, origins=("o_same",)) for side in FOUND.sides)
    kinds = [
        entry(id="d_9", type=DiscrepancyType.ROUNDING),
        entry(id="d_8", type=DiscrepancyType.UPDATE),
        entry(id="d_7", type=DiscrepancyType.TYPO),
        entry(id="d_6", type=DiscrepancyType.ARITHMETIC),
        entry(id="d_5", sides=shared),
        entry(id="d_4", type=DiscrepancyType.STALE_COPY),
        entry(id="d_3", type=DiscrepancyType.CORRECTION, sides=(replace(FOUND.sides[0], outlets=("A", "B", "C")), FOUND.sides[1])),
        entry(id="d_2"),
        entry(id="d_1", sides=(replace(FOUND.sides[0], outlets=("A", "B", "C")), FOUND.sides[1])),
    ]

    assert [one.found.id for one in put_together(DAY, kinds).entries] == [f"d_{number}" for number in range(1, 7)] + ["d_7", "d_8", "d_9"]


def test_what_a_reviewer_rejected_or_explained_stays_out() -> None:
    for status in (Status.REJECTED, Status.EXPLAINED):
        settled = replace(FOUND, status=status)

        assert entry_of(Moved(FOUND.id, None, settled)) is None
        assert entry_of(Moved(FOUND.id, FOUND, settled)) is None


def test_what_changed_is_told_by_who_came_and_who_left() -> None:
    right, left = FOUND.sides
    before = replace(FOUND, sides=(replace(left, outlets=("Harbour Herald", "Old Almanac")), replace(right, outlets=())))

    told = entry_of(Moved(FOUND.id, before, FOUND))

    assert told is not None
    assert told.change is Change.CHANGED
    assert told.news == ("now also Port Post: 530", "no longer Old Almanac: 480")


def test_what_is_found_no_more_is_resolved_and_what_came_and_went_is_not_told() -> None:
    gone = entry_of(Moved(FOUND.id, FOUND, None))

    assert gone is not None
    assert gone.change is Change.RESOLVED
    assert entry_of(Moved(FOUND.id, None, None)) is None
    assert entry_of(Moved(FOUND.id, FOUND, FOUND)) is None


@pytest.mark.parametrize(
    ("where", "kept"),
    [
        ("", True),
        ("job tarn", True),
        ("mayor", False),
        ("-mayor", True),
        ('party:"Tarn Freight" kind:count verdict:disputed type:conflict', True),
        ("kind:money", False),
        ("unit:USD", False),
        ("-unit:USD", True),
        ("speaker:union", True),
        ('outlet:"Port Post"', True),
        ('-outlet:"Port Post"', False),
        ("value:>500", True),
        ("value:>530", False),
        ("value:1..100", False),
        ("since:2026-10-14 until:2026-10-14", True),
        ("since:2026-10-15", False),
        (f"story:{STORY.id}", True),
        ("article:a_2", True),
        ("group:g_other", False),
    ],
)
def test_a_reader_gets_what_the_filter_asks_for(where: str, kept: bool) -> None:
    digest = narrowed(put_together(DAY, [entry()]), parse(where))

    assert bool(digest.entries) is kept


def test_a_filter_goes_through_revised_figures_and_stories_too() -> None:
    digest = narrowed(full(), parse('outlet:"Harbour Herald" kind:count'))

    assert len(digest.revised) == 1
    assert (digest.stories, digest.stories_in_all) == ((), 0)


def test_of_many_entries_the_weightiest_are_told_and_the_others_counted() -> None:
    resolved = [replace(entry(id=f"d_gone{number}"), change=Change.RESOLVED) for number in range(3)]
    many = put_together(DAY, [*(entry(id=f"d_{number}") for number in range(5)), entry(id="d_slip", type=DiscrepancyType.TYPO), *resolved])

    digest = listed(many, most=2)

    assert [(one.title, len(one.entries), one.in_all) for one in digest.sections()] == [
        ("Conflicts between independent origins", 2, 5),
        ("Probable slips of the pen", 1, 1),
    ]
    assert [one.found.id for one in digest.entries] == ["d_0", "d_1", "d_slip"]
    assert glance(digest) == glance(many)
    assert "and 3 more" in FORMS["text"](digest)
    assert "And 3 more" in FORMS["markdown"](digest)
    assert "and 3 more" in FORMS["html"](digest)
    assert json.loads(FORMS["json"](digest))["unlisted"] == 4
