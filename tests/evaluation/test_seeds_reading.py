"""What is read in the annotated articles beside figures: parties, recipients, ranks, outlets cited; the scorer leaves these out."""

import json
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from typing import Any

import pytest

from corroborate.extract.reader import Reader
from corroborate.model.articles import Article
from corroborate.model.claims import Claim
from corroborate.model.figures import Participation, Rank
from tests.evaluation.shared import ROOT, needs_shared, scorer
from tests.factory import article

pytestmark = needs_shared

SEEDS = ROOT / "eval" / "seeds"
ARTICLES = ("000", "001", "002", "003", "004")
READER = Reader()


@cache
def gold() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SEEDS / "gold.json").read_text())
    return found


@cache
def articles() -> dict[str, Article]:
    entries = [json.loads(line) for line in (SEEDS / "articles.jsonl").read_text().splitlines()]
    return {entry["id"]: imported(entry) for entry in entries}


def imported(entry: dict[str, Any]) -> Article:
    published = datetime.fromisoformat(entry["published"]) if entry["published"] else None
    return article(entry["outlet"], entry["text"], url=entry["url"], published=published, seen=datetime.fromisoformat(entry["fetched"]))


@cache
def claims(name: str) -> tuple[Claim, ...]:
    return READER.read_article(articles()[name]).claims


def ranks(name: str) -> Iterator[tuple[str, Rank]]:
    for claim in claims(name):
        if isinstance(claim.figure, Rank):
            yield claim.surface, claim.figure


@pytest.mark.parametrize("name", ARTICLES)
def test_every_party_of_the_annotation_is_named_in_full(name: str) -> None:
    doc = READER.annotate(articles()[name].text, None)

    found = {span._.party for span in doc.spans["parties"]}

    assert set(gold()["parties"][name]) <= found


@pytest.mark.parametrize("name", ARTICLES)
def test_the_recipients_of_the_letter_are_those_of_the_annotation(name: str) -> None:
    read = {
        recipient
        for claim in claims(name)
        if isinstance(claim.figure, Participation) and claim.figure.role == "letter recipient"
        for recipient in claim.figure.names
    }

    assert read == set(gold()["letter_recipients"][name])


@pytest.mark.parametrize("name", ARTICLES)
def test_superlatives_are_read_with_what_narrows_them(name: str) -> None:
    annotated = gold()["superlative"][name]
    expected = [annotated] if isinstance(annotated, str) else annotated

    for wording in expected:
        words = set(wording.replace("-", " ").replace("one of the", "").split())
        shared = wording.startswith("one of")
        assert any(words <= {rank.superlative, *rank.qualifiers} and rank.shared == shared for _, rank in ranks(name)), wording


@pytest.mark.parametrize("name", ARTICLES)
def test_outlets_that_carried_the_news_are_cited(name: str) -> None:
    cited = {outlet for claim in claims(name) for outlet in claim.attribution.cites}

    assert cited == set(gold()["cites"][name])


def test_the_figures_of_the_campaign_rest_on_its_accuser_wherever_a_source_is_told() -> None:
    surfaces = {figure["surface"] for figure in gold()["figures"] if figure["group"] in ("accounts", "exchanges")}

    speakers = {claim.attribution.speaker for name in ARTICLES for claim in claims(name) if claim.surface in surfaces}

    assert len(speakers - {None}) == 1


def test_the_figures_are_read() -> None:
    rows = []
    for name in ARTICLES:
        for claim in claims(name):
            figure = claim.figure
            row: dict[str, Any] = {"article": name, "kind": claim.kind.value, "surface": claim.surface}
            row["value"] = str(figure.value) if hasattr(figure, "value") and figure.value is not None else None
            row["approx"] = str(figure.approx) if hasattr(figure, "approx") else None
            if hasattr(figure, "granularity"):
                row |= {"start": str(figure.range.low or ""), "end": str(figure.range.high or "")}
            rows.append(row)

    scores = scorer("seeds").score(rows)

    assert scores["recall"] == 1
    assert scores["precision"] >= 0.97
