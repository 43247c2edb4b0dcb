"""Five real articles on one story, annotated by hand: the whole way from text, and from HTML over loopback, to findings."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

import pytest

from corroborate.app import App, Work
from corroborate.config import Config, parse_config
from tests.evaluation.shared import ROOT, needs_shared, scorer
from tests.rows import exported
from tests.sites import Site, serve_sites

pytestmark = needs_shared

ARTICLES = ROOT / "eval" / "seeds" / "articles.jsonl"
RECALL = 28 / 30
PRECISION = 0.9
CAMPAIGN_GROUPS = ("accounts", "exchanges", "campaign_period")
CRAWLED_AT = "2026-06-26T12:00:00+00:00"


@dataclass(frozen=True)
class Run:
    """What the program exported, and what the scorer made of it."""

    claims: list[dict[str, Any]]
    groups: list[dict[str, Any]]
    discrepancies: list[dict[str, Any]]
    scores: dict[str, Any]
    routes: dict[str, list[str]]


def scored(app: App) -> Run:
    app.process(Work())
    rows = {table: exported(app, table) for table in ("claims", "groups", "discrepancies")}
    scores = scorer("seeds").score(rows["claims"], rows["discrepancies"])
    with app.store() as store:
        routes = {record.group.id: [route for origin in record.origins for route in origin.routes] for record in store.groups.all()}
    return Run(rows["claims"], rows["groups"], rows["discrepancies"], scores, routes)


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Run:
    app = App(Config(), database=str(tmp_path_factory.mktemp("imported") / "seeds.db"))
    app.import_files([ARTICLES])
    return scored(app)


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    sites = [site_of(json.loads(line)) for line in ARTICLES.read_text().splitlines()]
    with serve_sites(sites) as address:
        listed = [{"name": site.name, "feeds": [f"http://{site.host}/feed.xml"], "connect_to": address} for site in sites]
        config = parse_config(json.dumps({"settings": {"crawl": {"gap": 0}}, "outlets": listed}), "seeds")
        app = App(config, database=str(tmp_path_factory.mktemp("crawled") / "seeds.db"), now=datetime.fromisoformat(CRAWLED_AT))
        app.crawl()
        yield scored(app)


def site_of(article: dict[str, Any]) -> Site:
    path = "/" + article["id"]
    title = article["title"] or article["text"].splitlines()[0]
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in article["text"].splitlines() if line.strip())
    head = f"<head><title>{escape(title)}</title></head>"
    page = f"<!doctype html><html lang=en>{head}<body><article><h1>{escape(title)}</h1>{paragraphs}</article></body></html>"
    return Site(article["outlet"], f"outlet-{article['id']}.example", {path: page}, published={path: article["published"]})


def test_imported_figures_are_read(imported: Run) -> None:
    assert imported.scores["recall"] >= RECALL
    assert imported.scores["precision"] >= PRECISION


def test_imported_figures_get_the_verdicts_of_the_annotation(imported: Run) -> None:
    assert imported.scores["verdicts_wrong"] == 0
    assert imported.scores["pairs_p"] == 1
    assert imported.scores["pairs_r"] >= 0.9


def test_both_discrepancies_are_found_and_nothing_else_is_called_a_conflict(imported: Run) -> None:
    assert imported.scores["party"]
    assert imported.scores["rank"]
    assert imported.scores["false"] == 0


def test_the_figures_of_the_campaign_rest_on_one_letter_with_its_routes(imported: Run) -> None:
    gold = json.loads((ROOT / "eval" / "seeds" / "gold.json").read_text())
    surfaces = {figure["surface"] for figure in gold["figures"] if figure["group"] in CAMPAIGN_GROUPS[:2]}
    shared = {claim["group"] for claim in imported.claims if claim["surface"] in surfaces}
    groups = [group for group in imported.groups if group["group"] in shared and group["outlets"] >= 4]

    assert groups
    assert {group["origins"] for group in groups} == {1}
    assert {route for group in groups for route in imported.routes[group["group"]]} >= {"Bloomberg", "Reuters", "CNBC"}


def test_crawled_figures_are_read_as_well(crawled: Run) -> None:
    assert crawled.scores["recall"] >= RECALL
    assert crawled.scores["precision"] >= PRECISION
    assert crawled.scores["party"]
    assert crawled.scores["rank"]
    assert crawled.scores["false"] == 0
