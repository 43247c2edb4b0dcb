"""Scores are counted against the truth."""

from collections.abc import Iterator
from typing import Any

from corroborate.newsroom import generate, score, score_revisions
from corroborate.newsroom.truth import Truth

TRUTH = generate(5, events=6, outlets=8).truth


def perfect_claims(truth: Truth) -> Iterator[dict[str, Any]]:
    events = {article.url: article.event for article in truth.articles}
    for article in truth.latest():
        for place, claim in enumerate(article.claims):
            yield {
                "claim": f"{article.url}#{place}",
                "url": article.url,
                "kind": claim.kind.value,
                "surface": claim.surface,
                "value": None if claim.value is None else str(claim.value),
                "low": None if claim.low is None else str(claim.low),
                "high": None if claim.high is None else str(claim.high),
                "approx": claim.approx.value,
                "start": claim.start.isoformat() if claim.start else None,
                "end": claim.end.isoformat() if claim.end else None,
                "sentence": claim.sentence,
                "story": events[article.url],
                "group": claim.question or f"{article.url}#{place}",
            }


def perfect_groups(truth: Truth) -> list[dict[str, Any]]:
    return [
        {"group": question.key, "origins": len(question.origins), "verdict": question.verdict.value if question.verdict else ""}
        for question in truth.questions
    ]


def perfect_discrepancies(truth: Truth) -> list[dict[str, Any]]:
    claims = list(perfect_claims(truth))
    return [
        {
            "type": planted.type.value,
            "sides": [
                {"outlets": list(side.outlets), "claims": [claim["claim"] for claim in claims if claim["group"] in planted.questions]}
                for side in planted.sides
            ],
        }
        for planted in truth.discrepancies
        if not planted.arguable
    ]


def test_the_truth_itself_is_right_in_everything() -> None:
    scores = score(TRUTH, list(perfect_claims(TRUTH)), perfect_groups(TRUTH), perfect_discrepancies(TRUTH))

    assert (scores.claims.f1, scores.groups.f1, scores.stories.f1) == (1, 1, 1)
    assert (scores.origins.value, scores.verdicts.value) == (1, 1)
    assert (scores.discrepancies.f1, scores.types.value, scores.background) == (1, 1, 0)
    assert scores.missed == ()


def test_headlines_need_not_be_read() -> None:
    titles = {claim.sentence for article in TRUTH.articles for claim in article.claims if claim.place == "title"}
    rows = [row for row in perfect_claims(TRUTH) if row["sentence"] not in titles]

    assert score(TRUTH, rows, [], []).claims.f1 == 1


def test_a_missing_claim_costs_recall_and_an_invented_one_precision() -> None:
    rows = [row for row in perfect_claims(TRUTH) if row["kind"] == "percent" or row["kind"] == "count"]
    sample = next(row for row in rows if row["kind"] == "count")
    invented = {**sample, "claim": "x", "value": "123456789", "surface": "123,456,789"}

    fewer = score(TRUTH, [row for row in rows if row["kind"] == "percent"], [], [])
    more = score(TRUTH, [*rows, invented], [], [])

    assert fewer.claims.precision == 1
    assert fewer.by_kind["count"].recall == 0
    assert more.by_kind["count"].precision < 1


def test_a_wrong_hedge_makes_another_claim() -> None:
    rows = [{**row, "approx": "vague"} for row in perfect_claims(TRUTH) if row["kind"] == "count"]

    assert score(TRUTH, rows, [], []).by_kind["count"].right < len(rows) / 5


def test_one_group_for_everything_keeps_recall_and_loses_precision() -> None:
    groups = score(TRUTH, [{**row, "group": "g"} for row in perfect_claims(TRUTH)], [], []).groups

    assert groups.recall == 1
    assert groups.precision < 0.2


def test_nothing_found_scores_nothing() -> None:
    scores = score(TRUTH, [], [], [])

    assert scores.claims.recall == 0
    assert scores.discrepancies.recall == 0
    assert "claims" in str(scores)


def test_a_comparison_with_a_figure_of_another_event_is_counted() -> None:
    claims = list(perfect_claims(TRUTH))
    aside = next(
        row["claim"]
        for article in TRUTH.latest()
        for place, expected in enumerate(article.claims)
        for row in claims
        if expected.background and expected.place == "body" and row["claim"] == f"{article.url}#{place}"
    )

    scores = score(TRUTH, claims, [], [{"type": "conflict", "sides": [{"outlets": ["Meridian Wire"], "claims": [aside]}]}])

    assert scores.background == 1
    assert scores.discrepancies.precision == 0


def test_rows_may_come_from_a_csv_file() -> None:
    claims = list(perfect_claims(TRUTH))
    rows = [
        {**row, "sides": str([{key: side[key] for key in side} for side in row["sides"]]).replace("'", '"')}
        for row in perfect_discrepancies(TRUTH)
    ]

    assert score(TRUTH, claims, [], rows).discrepancies.recall == 1


def test_changed_figures_are_found_by_url_and_both_values() -> None:
    rows = [
        {"url": revision.url, "changes": [{"old": change.old, "new": f"{change.new} people"} for change in revision.changes]}
        for revision in TRUTH.revisions
    ]
    came = {"url": TRUTH.revisions[0].url, "changes": [{"old": None, "new": "12"}]}
    wrong = {"url": "http://nowhere.example/a", "changes": [{"old": "12", "new": "13"}]}

    assert sum(len(revision.changes) for revision in TRUTH.revisions) > 0
    assert score_revisions(TRUTH, [*rows, came]).f1 == 1
    assert score_revisions(TRUTH, [*rows, wrong]).precision < 1
    assert score_revisions(TRUTH, []).recall == 0
