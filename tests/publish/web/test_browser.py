"""The pages in a real browser: by mouse, by keyboard, on a phone, with scripts off, and as a screen reader is told them."""

import re
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import uvicorn

from corroborate.publish.web.application import make_server
from corroborate.serving import make_site
from corroborate.store import Store
from tests.publish.web.conftest import program

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
QUESTION = "How many people were killed?"

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed; on Debian: apt-get install chromium")


@contextmanager
def listening(application: Any) -> Iterator[str]:
    """The application at a loopback address of its own."""
    with socket.create_server(("127.0.0.1", 0)) as place:
        server = uvicorn.Server(uvicorn.Config(application, log_level="error", ws="none", lifespan="off"))
        thread = Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{place.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="module")
def address(stand: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a stand of our own is served: some of these tests decide."""
    folder = Path(shutil.copytree(stand, tmp_path_factory.mktemp("browser") / "stand"))
    app = program(folder)
    with app.store(create=False) as store, listening(make_server(make_site(app, store))) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all of these tests."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Callable[..., Any]]:
    """Opens tabs at a page of the stand; fails where one complained on its console, or asked anybody else for anything."""
    contexts, wrong = list[Any](), list[str]()

    def send(route: Any) -> None:
        if route.request.url.startswith(address):
            route.continue_()
            return
        wrong.append(f"asked {route.request.url}")
        route.abort()

    def note(message: Any) -> None:
        if message.type in ("error", "warning") and not is_archived(message) and not is_refusal(message):
            wrong.append(f"{message.type}: {message.text}")

    def open_at(path: str, **options: Any) -> Any:
        context = browser.new_context(base_url=address, **options)
        # A busy machine is no failure.
        context.set_default_timeout(180_000)
        contexts.append(context)
        context.route("**/*", send)
        tab = context.new_page()
        tab.on("console", note)
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.goto(path)
        return tab

    yield open_at
    for context in contexts:
        context.close()
    assert wrong == []


def is_archived(message: Any) -> bool:
    """That an archived page is kept from running and loading what it would is told on the console as well."""
    return re.search(r"/archived/\w+/page", f"{message.location['url']} {message.text}") is not None


def is_refusal(message: Any) -> bool:
    """A page that we asked for knowing that it is not there, or that its query is wrong."""
    wrong = message.location["url"].endswith(("/story/s_0", "/search?q=value:many"))
    return bool(wrong) and message.text.startswith("Failed to load resource: the server responded with a status of 40")


@pytest.fixture(scope="module")
def kinds(store: Store) -> dict[str, str]:
    """One address of every kind of page."""
    story = next(store.stories.all())
    group = next(one for one in store.groups.all() if one.group.question == QUESTION)
    claim = group.claims[0].claim
    edited = next(one.article for one in store.readings.articles() if one.revisions > 1)
    hostile = next(one.article for one in store.readings.articles() if "Evil" in one.article.outlet)
    return {
        "front": "/",
        "stories": "/stories",
        "story": f"/story/{story.id}",
        "coverage": f"/story/{story.id}/coverage",
        "group": f"/group/{group.group.id}",
        "claim": f"/claim/{claim.id}",
        "article": f"/article/{edited.id}",
        "hostile": f"/article/{hostile.id}",
        "archived": f"/archived/{claim.revision}?claim={claim.id}",
        "search": "/search?q=killed",
        "wrong search": "/search?q=value:many",
        "sources": "/sources",
        "digest": "/digest?day=2026-10-14",
        "reviews": "/reviews",
        "reading": "/reading",
        "nothing": "/story/s_0",
    }


def grave(tab: Any, *rules: str) -> list[str]:
    """What axe finds serious or critical."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": {"type": "rule", "values": list(rules)}} if rules else {}
    found = Axe().run(tab, options=options).response["violations"]
    return [
        f"{one['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def test_a_screen_reader_finds_nothing_serious_in_light_or_dark(open_page: Callable[..., Any], kinds: dict[str, str]) -> None:
    tab = open_page("/", color_scheme="light")
    found = dict[str, list[str]]()
    for kind, path in kinds.items():
        tab.goto(path)
        tab.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found[kind] = grave(tab)
        tab.emulate_media(color_scheme="dark")
        found[f"{kind}, dark"] = grave(tab, "color-contrast")
        tab.emulate_media(color_scheme="light")

    assert {kind: problems for kind, problems in found.items() if problems} == {}


def test_no_page_is_wider_than_a_phone(open_page: Callable[..., Any], kinds: dict[str, str]) -> None:
    tab = open_page("/", viewport={"width": 390, "height": 844})
    wide = list[str]()
    for kind, path in kinds.items():
        tab.goto(path)
        if tab.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(kind)

    assert wide == []


def test_every_page_but_its_plots_works_with_scripts_off(open_page: Callable[..., Any], kinds: dict[str, str]) -> None:
    tab = open_page("/", java_script_enabled=False)
    for kind, path in kinds.items():
        tab.goto(path)
        assert tab.locator("h1").count() == 1, kind

    tab.goto(kinds["group"])
    assert tab.locator("noscript").inner_text() == "The plot needs scripts; the table below says the same in words."
    assert tab.locator("table.answers tbody tr").count() == 5
    tab.get_by_text("Decide: is it a discrepancy?").click()
    assert tab.get_by_role("button", name="Mark explained").is_visible()


def test_a_plot_is_drawn_under_the_policy_of_the_pages(open_page: Callable[..., Any], kinds: dict[str, str]) -> None:
    tab = open_page(kinds["group"])

    drawn = tab.locator(".plot canvas")
    drawn.wait_for()

    assert drawn.bounding_box()["height"] > 100


def test_an_archived_page_runs_no_script_and_asks_nobody_for_anything(open_page: Callable[..., Any], kinds: dict[str, str]) -> None:
    tab = open_page(kinds["archived"])
    page = tab.frame_locator("iframe.archived")
    page.get_by_text("killing 42 people").wait_for()

    assert tab.title().startswith("Archived copy")
    assert page.locator("form button").count() == 1


def test_the_keyboard_skips_to_the_content(open_page: Callable[..., Any]) -> None:
    tab = open_page("/")

    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.textContent") == "Skip to the content"
    tab.keyboard.press("Enter")

    assert tab.evaluate("document.activeElement.id") == "main"


def test_a_reader_finds_the_dispute_reads_both_sides_and_settles_it(open_page: Callable[..., Any]) -> None:
    tab = open_page("/")

    tab.get_by_role("link", name=QUESTION).first.click()
    tab.wait_for_url("**/group/*")
    quotes = tab.locator(".card blockquote").all_inner_texts()
    assert ["killing 42 people" in quotes[0], "killing 47 people" in quotes[1]] == [True, True]

    tab.locator(".card").get_by_role("link", name="Archived copy that says 47").click()
    tab.frame_locator("iframe.archived").get_by_text("killing 47 people").wait_for()

    tab.go_back()
    tab.get_by_text("Decide: is it a discrepancy?").click()
    tab.get_by_label("Note").first.fill("The Courier counts the crew.")
    tab.get_by_label("Your name").first.fill("O. Marsh")
    tab.get_by_role("button", name="Mark explained").click()
    assert "stays out of digests" in tab.get_by_role("status").inner_text()
    assert tab.get_by_text("The Courier counts the crew.").is_visible()

    tab.get_by_role("link", name="Digest").click()
    tab.wait_for_url("**/digest*")
    assert tab.get_by_text(QUESTION).count() == 0
