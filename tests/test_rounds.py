"""Days of `corroborate schedule`, lived through in seconds: the clock goes on while the rounds sleep."""

import os
import signal
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from corroborate.app import App, Work
from corroborate.config import load_config
from corroborate.errors import ConfigError, DatabaseLocked
from corroborate.pipeline import SAVED_TOGETHER
from corroborate.rounds import Rounds, World, stopped_by_signals
from tests.factory import NOON
from tests.sites import Site, serve_sites

FERRY = (
    "<html><body><article><h1>Ferry</h1>"
    "<p>A ferry sank off Port Ellery on Tuesday, killing {} people, police said.</p>{}</article></body></html>"
)
MORE = "<p>The Ostrava Star carried nearly 310 passengers when it left the harbour, and 268 of them were rescued by the coast guard.</p>"


class Days:
    """A clock that goes on only while somebody sleeps, and stops everything at `end`; `events` happen at their time."""

    def __init__(self, end: datetime, events: dict[datetime, Callable[[], object]]) -> None:
        self.now = NOON
        self.end = end
        self.events = events
        self.stopped = False
        self.told: list[str] = []
        self.complaints: list[str] = []

    def world(self) -> World:
        return World(self, self.told.append, lambda problem: self.complaints.append(str(problem)), self)

    def __call__(self) -> datetime:
        return self.now

    def is_set(self) -> bool:
        return self.stopped

    def wait(self, timeout: float, /) -> bool:
        assert timeout >= 0
        self.now += timedelta(seconds=timeout)
        for moment in [moment for moment in self.events if moment <= self.now]:
            self.events.pop(moment)()
        self.stopped = self.stopped or self.now >= self.end
        return self.stopped


class Newsroom:
    """An outlet on loopback with its feeds.yaml, and what became of it in a number of days."""

    def __init__(self, folder: Path, site: Site, address: str) -> None:
        self.folder = folder
        self.site = site
        self.address = address
        self.configure()

    @property
    def config(self) -> Path:
        return self.folder / "feeds.yaml"

    @property
    def database(self) -> str:
        return str(self.folder / "news.db")

    def configure(self, *paths: str) -> None:
        feeds = ", ".join(f"http://{self.site.host}{path}" for path in ("/feed.xml", *paths))
        self.config.write_text(
            "settings: {crawl: {gap: 0}, embedding: {model: none}}\n"
            f"outlets: [{{name: Herald, feeds: [{feeds}], connect_to: '{self.address}'}}]\n"
        )

    def live(self, hours: int, hour: time | None = None, **events: Callable[[], object]) -> Days:
        """Keep the rounds going; an event is named by its hour, `h5`."""
        days = Days(NOON + timedelta(hours=hours), {NOON + timedelta(hours=int(name[1:])): event for name, event in events.items()})
        Rounds(lambda: load_config(self.config), self.database, days.world()).keep_going(Work(), hour)
        return days

    def app(self) -> App:
        return App(load_config(self.config), database=self.database)


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    site = Site("Herald", "herald.example", {"/ferry": FERRY.format(41, MORE)})
    with serve_sites([site]) as address:
        yield Newsroom(tmp_path, site, address)


def test_a_silent_edit_and_a_new_article_are_found_in_their_time(newsroom: Newsroom) -> None:
    pages = newsroom.site.pages

    days = newsroom.live(
        10, h2=lambda: pages.update({"/ferry": FERRY.format(57, MORE)}), h3=lambda: pages.update({"/mayor": FERRY.format(3, MORE)})
    )

    with newsroom.app().store() as store:
        assert [len(store.revisions.of(visit.article)) for visit in store.visits.all()] == [2, 1]
        changes = [(change.old, change.new) for record in store.revisions.records() for change in record.changes]
    assert changes == [("41", "57")]
    assert days.complaints == []
    assert days.told[0].startswith("2026-10-14 12:00 asked 1 feeds, fetched 1 pages: 1 new versions")


def test_the_digest_comes_at_its_hour_each_day(newsroom: Newsroom) -> None:
    days = newsroom.live(26, time(13, 30))

    digests = [text for text in days.told if text.startswith("corroborate: ")]
    assert [text[:62] for text in digests] == [
        "corroborate: 2026-10-13 13:30 to 2026-10-14 13:30 UTC\n\n1 new s",
        "corroborate: 2026-10-14 13:30 to 2026-10-15 13:30 UTC\n\nNo new ",
    ]


def test_a_mistake_in_feeds_yaml_is_told_once_and_the_former_outlets_go_on(newsroom: Newsroom) -> None:
    pages = newsroom.site.pages

    days = newsroom.live(
        12,
        h1=lambda: newsroom.config.write_text("outlets:\n  - fedes: []\n"),
        h2=lambda: pages.update({"/mayor": FERRY.format(3, MORE)}),
        h11=newsroom.configure,
    )

    assert len(days.complaints) == 1
    assert "feeds.yaml:2: unknown key 'fedes'" in days.complaints[0]
    with newsroom.app().store() as store:
        assert len(store.visits.all()) == 2


def test_an_outlet_added_to_feeds_yaml_is_asked_in_the_next_round(newsroom: Newsroom) -> None:
    days = newsroom.live(2, h1=lambda: newsroom.configure("/other.xml"))

    assert [complaint.partition(": ")[0] for complaint in days.complaints] == ["http://herald.example/other.xml"]


def test_two_schedules_of_one_database_are_one_too_many(newsroom: Newsroom) -> None:
    with newsroom.app().alone("schedule"), pytest.raises(DatabaseLocked, match="another program does `corroborate schedule`"):
        newsroom.live(2)


def test_while_another_program_crawls_the_rounds_wait(newsroom: Newsroom) -> None:
    other = newsroom.app().alone("crawl")

    days = newsroom.live(12, h1=other.__enter__, h8=lambda: other.__exit__(None, None, None))

    assert set(days.complaints) == {"another program does `corroborate crawl` with this database; wait until it is done, or stop it"}
    assert [line for line in days.told if line > "2026-10-14 20:00"]


def test_what_is_wrong_from_the_start_ends_it(newsroom: Newsroom) -> None:
    newsroom.config.write_text("outlets: 3\n")

    with pytest.raises(ConfigError):
        newsroom.live(2)


def test_stopped_in_the_middle_of_reading_it_goes_on_there_next_time(newsroom: Newsroom) -> None:
    newsroom.site.pages |= {f"/{number}": FERRY.format(number, MORE) for number in range(3, 3 + SAVED_TOGETHER)}
    newsroom.app().crawl()
    app = newsroom.app()
    waiting = app.unread()

    class Impatient(Days):
        """Stops when readings have been saved."""

        def is_set(self) -> bool:
            return app.unread() < waiting

    Rounds(lambda: load_config(newsroom.config), newsroom.database, Impatient(NOON, {}).world()).keep_going(Work())

    assert 0 < app.unread() < waiting
    newsroom.live(1)
    assert app.unread() == 0


def test_the_first_signal_asks_to_stop_and_the_second_is_as_ever() -> None:
    former = signal.getsignal(signal.SIGTERM)

    with stopped_by_signals() as stop:
        assert not stop.is_set()
        os.kill(os.getpid(), signal.SIGTERM)
        assert stop.wait(5)
        assert signal.getsignal(signal.SIGTERM) is former
