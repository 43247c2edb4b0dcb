"""The stream of the benchmark is consistent, lazy and the same for the same seed."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import islice, pairwise

from corroborate.newsroom.stream import START, Streamed, outlets, stream

MADE = list(stream(3, 1_200, live=150))


def test_the_same_seed_gives_the_same_articles_and_a_longer_stream_begins_with_a_shorter() -> None:
    again = list(islice(stream(3, 10**9, live=150), 60))

    assert again == MADE[:60]
    assert [one.reading.article.text for one in stream(4, 5, live=150)] != [one.reading.article.text for one in MADE[:5]]


def test_every_claim_stands_where_it_says() -> None:
    for one in MADE:
        text = one.reading.article.text
        for claim in one.reading.claims:
            begin = claim.sentence.start
            assert claim.span.cut(text) == claim.surface
            assert text[begin : begin + len(claim.sentence.text)] == claim.sentence.text
            assert begin <= claim.span.start < claim.span.end <= begin + len(claim.sentence.text)


def test_articles_come_in_the_order_in_which_they_were_seen_and_appeared_a_little_earlier() -> None:
    articles = [one.reading.article for one in MADE]

    assert all(one.seen <= other.seen for one, other in pairwise(articles))
    assert any(one.as_of > other.as_of for one, other in pairwise(articles))
    assert all(timedelta(0) <= one.seen - one.as_of <= timedelta(minutes=90) for one in articles)
    assert articles[0].seen >= START


def test_ids_and_addresses_are_each_article_s_own() -> None:
    assert len({one.reading.article.id for one in MADE}) == len(MADE)
    assert len({claim.id for one in MADE for claim in one.reading.claims}) == sum(len(one.reading.claims) for one in MADE)


def test_the_stories_that_live_are_about_as_many_as_asked() -> None:
    days: dict[int, list[datetime]] = {one.story: [] for one in MADE}
    for one in MADE:
        days[one.story].append(one.reading.article.seen)
    middle = MADE[len(MADE) // 2].reading.article.seen
    living = sum(1 for seen in days.values() if seen[0] <= middle <= seen[-1])

    assert 60 <= living <= 220


def test_sizes_of_stories_and_frequencies_of_words_are_uneven() -> None:
    words = Counter(word for one in MADE for word in one.reading.article.text.lower().split())
    shares = [number for _, number in words.most_common()]

    assert shares[0] > 20 * shares[500]
    assert sum(1 for number in shares if number <= 2) > len(shares) / 4


def test_outlets_of_the_stream_are_those_of_its_articles() -> None:
    known = {outlet.name for outlet in outlets()}

    assert {one.reading.article.outlet for one in MADE} <= known
    assert any(outlet.agency for outlet in outlets())


def test_some_articles_run_the_text_of_an_agency() -> None:
    texts = Counter((one.story, one.reading.article.text) for one in MADE)
    copied = sum(number - 1 for number in texts.values())

    assert 0.02 < copied / len(MADE) < 0.4
    assert isinstance(MADE[0], Streamed)
