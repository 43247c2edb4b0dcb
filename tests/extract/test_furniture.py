"""Page furniture."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corroborate.extract.furniture import boilerplate
from corroborate.extract.language import load_pipeline

PROSE = (
    "The lock at Port Ellen reopened on Wednesday after nine days, and 1,480 ships had passed by the evening, the authority said.",
    "Nearly 25,000 tonnes of grain had been waiting outside the harbour, according to a letter that Ilse Varga sent to the owners.",
    "A second lock is to be built next to the first one, although the council has not said when the work on it could begin.",
)


def furniture(*lines: str) -> list[str]:
    text = "\n".join(lines)
    return [line for span in boilerplate(text) for line in span.cut(text).split("\n") if line.strip()]


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "LOADING...",
        "Share on X Share on LinkedIn",
        "Share this article",
        "Follow us on Facebook",
        "Read more: Second lock to cost €40 million",
        "ALSO READ | Second lock to cost €40 million",
        "Subscribe to our newsletter",
        "Join 20,000 readers and sign up for our morning newsletter",
        "Published 14 October 2026 · ID 2026-10-14-lock-reopens",
        "Last updated: October 14, 2026 10:15 am GMT",
        "Oct 14, 2026",
        "09:27 am",
        "4 min read",
        "Photo: Amal Okafor / Meridian Wire",
        "(Image: Harbour Herald)",
        "© 2026 Harbour Herald. All rights reserved.",
        "Tags: locks, shipping, Port Ellen",
        "3 Comments",
        "By Ilse Varga and Amal Okafor",
        "This article is for informational purposes only and does not constitute investment advice.",
        "Live · 7am · Daily",
        "Home > News > Shipping",
        "HHX 38,120.15 +0.4% ORK 1,995.10 -1.2%",
        "🔔 Subscribe",
        "Updated 3:42 PM EDT, Tue October 13, 2026",
        "Wed 14 Oct 2026 06.00 BST",
        "Reading Time: 3 mins",
        "MORE: Second lock to cost €40 million",
        "View all 40 comments",
        "Story continues below advertisement",
        "Contact Ilse Varga at ivarga@herald.example",
        "(Reporting by Ilse Varga; Editing by Amal Okafor)",
        "Slide 1 of 12",
        "Posted 2 hours ago",
        "Sources",
    ],
)
def test_a_line_of_furniture_is_found_among_prose(line: str) -> None:
    assert furniture("1,480 ships pass", *PROSE[:1], line, *PROSE[1:]) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "1,480 ships pass as lock reopens",
        "Ferry company says 40 sailings were lost, 3 captains left",
        "By Monday, 300 ships had passed.",
        "Published in 2019, the report counted 40 locks.",
        "Published 12 June 2026, the report counted 40 locks in the region.",
        "Share prices fell 3 percent.",
        "Share of women: 40 percent",
        "Like it or not, tolls rose 40 percent.",
        "More than 20,000 people register for alerts every year.",
        "Correction: an earlier version said that 1,840 ships had passed.",
        "The site uses cookies to follow 20 million users.",
        "Source: Port authority (as of October 12, 2026)",
        "25 hurt · 3 dead · 40 rescued",
        "| Year | Ships | Tonnes |",
        "- 1,480 ships on Wednesday",
        "Most read the letter, which named 14 owners.",
        "Authors of the report counted 40 locks",
        "What happened",
        "Stay away from the quay, Varga told 300 onlookers.",
        "Read the letter to its 14 owners",
        "Get out, the captain told 300 passengers.",
        "More: the word that 300 children wrote on the wall.",
        "Listen, 40 captains said in a letter.",
        "The risk",
    ],
)
def test_article_is_no_furniture(line: str) -> None:
    assert furniture("1,480 ships pass", *PROSE[:1], line, *PROSE[1:]) == []


def test_a_list_of_other_articles_ends_where_prose_resumes() -> None:
    entries = ("Related articles:", "- Second lock to cost €40 million", "- 300 ships wait.")

    assert furniture(PROSE[0], *entries, *PROSE[1:]) == list(entries)


def test_the_subhead_after_an_unmarked_list_is_left_to_the_prose_below_it() -> None:
    assert furniture(PROSE[0], "Most Popular", "300 ships wait", "Toll doubles", "What comes next", PROSE[1]) == [
        "Most Popular",
        "300 ships wait",
        "Toll doubles",
    ]


def test_what_follows_the_article_belongs_to_the_page() -> None:
    tail = (
        "FAQ",
        "Related articles:",
        "- Second lock to cost €40 million",
        "Author",
        "ivarga",
        "Over 20 years at sea, and now writing about harbours, ships and the people who live from them in 14 countries.",
        "🔥 Most Popular",
        "300 ships wait",
        "Leave a Reply",
        "Your email address will not be published.",
        "I saw 40 ships yesterday, and all of them were waiting for the gates to open, as they had for more than nine long days.",
    )

    assert furniture(*PROSE, *tail) == list(tail)


def test_questions_with_answers_are_read() -> None:
    assert furniture(*PROSE, "FAQ", "How many ships passed?", PROSE[0]) == []


def test_a_profile_below_the_article_is_furniture() -> None:
    profile = "Ilse Varga is a reporter based in Orsk who has covered 14 elections."

    assert furniture(*PROSE, profile) == [profile]
    assert furniture(profile, *PROSE) == []


def test_the_component_fills_its_group() -> None:
    doc = load_pipeline()(f"{PROSE[0]}\nAdvertisement\n{PROSE[1]}")

    assert [span.text.strip() for span in doc.spans["boilerplate"]] == ["Advertisement"]


@given(st.lists(st.sampled_from([*PROSE, "Advertisement", "Related", "- x", "FAQ", "Author", "Comments", "", " ", "A · B"]), max_size=12))
def test_spans_are_ordered_and_apart(lines: list[str]) -> None:
    text = "\r\n".join(lines)

    spans = boilerplate(text)

    assert all(span.start < span.end for span in spans)
    assert all(left.end < right.start for left, right in pairwise(spans))
