"""Five real articles on one story, annotated by hand: which figures answer one question, and how many origins stand behind them."""

import json
from datetime import datetime
from itertools import combinations

import pytest

from corroborate.config import EmbeddingSection
from corroborate.extract import Reader
from corroborate.match import Matching, match_readings
from corroborate.match.embedding import make_embedder
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id, digest
from tests.evaluation.shared import ROOT, needs_shared

pytestmark = needs_shared

SEEDS = ROOT / "eval" / "seeds"


def article(row: dict[str, str | None]) -> Article:
    text, url = row["text"] or "", row["url"] or ""
    identity = content_id("a", url)
    return Article(
        id=identity,
        revision=content_id("r", identity),
        url=url,
        outlet=row["outlet"] or "",
        title=row["title"],
        text=text,
        text_digest=digest(text),
        seen=datetime.fromisoformat(row["fetched"] or ""),
        published=datetime.fromisoformat(row["published"]) if row["published"] else None,
    )


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    rows = [json.loads(line) for line in (SEEDS / "articles.jsonl").read_text().splitlines()]
    reader = Reader()
    return {row["id"]: reader.read_article(article(row)) for row in rows}


@pytest.fixture(scope="module")
def matching(readings: dict[str, Reading]) -> Matching:
    return match_readings(tuple(readings.values()), {}, make_embedder(EmbeddingSection().model))


@pytest.fixture(scope="module")
def annotated(readings: dict[str, Reading]) -> dict[str, set[str]]:
    """Claims by annotated group."""
    found: dict[str, set[str]] = {}
    for figure in json.loads((SEEDS / "gold.json").read_text())["figures"]:
        claims = {claim.id for claim in readings[figure["doc"]].claims if figure["surface"] in (claim.surface, f"in {claim.surface}")}
        found.setdefault(figure["group"], set()).update(claims)
    return found


def test_the_five_articles_are_one_story(matching: Matching) -> None:
    assert len(matching.stories) == 1


def test_figures_of_one_question_are_grouped_and_others_kept_apart(matching: Matching, annotated: dict[str, set[str]]) -> None:
    home = {claim: group.id for group in matching.groups for claim in group.claims}
    wanted = {frozenset(pair) for claims in annotated.values() for pair in combinations(sorted(claims), 2)}
    made = {frozenset(pair) for pair in combinations(sorted(set().union(*annotated.values())), 2) if home[pair[0]] == home[pair[1]]}

    assert len(wanted & made) / len(made) >= 0.95
    assert len(wanted & made) / len(wanted) >= 0.9


def test_the_campaign_s_figures_rest_on_one_letter(matching: Matching, annotated: dict[str, set[str]]) -> None:
    for question in ("accounts", "campaign_period"):
        group = max(matching.groups, key=lambda group: len(annotated[question] & set(group.claims)))
        origins = [origin for origin in matching.origins if origin.group == group.id]
        assert len(origins) == 1, question
        assert "letter" in origins[0].label
