"""A field that a value gains must reach its table: told by the names."""

from dataclasses import fields
from typing import Any

import pytest

from corroborate.model.articles import Article
from corroborate.model.claims import Attribution, Claim
from corroborate.model.decisions import Action, Review
from corroborate.model.figures import Participation, Period, Quantity, Rank
from corroborate.model.findings import Discrepancy, Side
from corroborate.model.outlets import Outlet
from corroborate.model.pages import ArchiveLink, FeedState, Revision, Visit
from corroborate.model.ranges import Range
from corroborate.model.stories import Origin, Reuse, Story
from corroborate.store import discrepancies, feeds, groups, loading, outlets, reviews, revisions, sheaves, stories, visits
from corroborate.store.figures import attribution_document, figure_document
from tests.factory import NOON, period, quantity
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, revision_of

READING = ferry_reading()
MATCHING, ASSESSMENTS = ferry_matching(READING, ferry_reading(GAZETTE, GAZETTE_URL, "45"))
DISCREPANCY = ASSESSMENTS[0].discrepancies[0]
COUNT = figure_document(quantity("3"))


@pytest.mark.parametrize(
    ("value", "row", "elsewhere"),
    [
        (Quantity, COUNT, set()),
        (Range, COUNT["range"], set()),
        (Period, figure_document(period(None, None)), set()),
        (Rank, figure_document(Rank("largest", "flood")), set()),
        (Participation, figure_document(Participation("buyer", ())), set()),
        (Attribution, attribution_document(Attribution()), set()),
        (Article, loading.article_to_row(READING.article), {"id"}),
        (Claim, loading.claim_to_row(READING.claims[0], READING.article, 0), {"span", "deed"}),
        (Outlet, outlets.to_row(Outlet("Fjord Post", "Quay")), {"page"}),
        (FeedState, feeds.to_row(feeds._states(Outlet("Fjord Post", "Quay", ("https://fjord.example",)), NOON)[0]), set()),
        (Visit, visits.to_row(Visit("a", "u", "o", "f", NOON, None)), set()),
        (Revision, revisions.to_row(revision_of(READING.article)), {"archived"}),
        (ArchiveLink, {"file": 0, "offset": 0, "length": 0}, set()),
        (Story, stories.to_row(MATCHING.stories[0]), {"articles"}),
        (Origin, groups.origin_to_row(MATCHING.origins[0], 0), {"group"}),
        (Reuse, sheaves.reuse_to_row(MATCHING.reuses[0]), set()),
        (Discrepancy, discrepancies.to_row(DISCREPANCY, 0), {"group", "story"}),
        (Side, discrepancies.to_row(DISCREPANCY, 0)["sides"][0], set()),
        (Review, reviews.to_row(Review(Action.ACCEPT, ("d",), "me", NOON)), {"subjects", "number"}),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
def test_every_field_of_a_value_is_in_its_row(value: type, row: dict[str, Any], elsewhere: set[str]) -> None:
    assert {field.name for field in fields(value)} - set(row) == elsewhere
