"""Learning the weights that lie in the package: `python -m corroborate.measure.learn groups OUT COVERAGE.jsonl...`, or
`stories OUT ARTICLES.jsonl...`, with the articles of the annotated events and those in tests/match/stories/texts:

    python -m corroborate.measure.learn stories corroborate/match/stories/weights.json \\
        tests/evaluation/events/{desk,region,shootings}/articles.jsonl tests/match/stories/texts/*.jsonl

This takes some ten minutes of one processor, half of them for vectors of leads, and gives the same file again for the same
files and rules: nothing is random. Do it again after every change of what a sketch holds or of what speaks for or against one
event (`corroborate/match/stories/evidence.py`), and measure with `corroborate evaluate --coverage`, without `--embed` and
with it. What is learned is data: the file is written over, and whoever commits it says what changed in the scores.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from corroborate.extract import Reader
from corroborate.match.embedding import MiniLM, StaticVectors
from corroborate.measure.coverage import BACKGROUND, Coverage, coverages
from corroborate.measure.group_weights import learn_groups
from corroborate.measure.learn_stories import Pool, learn_stories, pool
from corroborate.measure.sets import Lines, lines_of
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id, digest
from corroborate.newsroom import Publication, generate

SEED, EVENTS, OUTLETS = 11, 60, 16
SIMULATED = 0.02
"""What a pair of a simulated edition counts beside an annotated one: there are a hundred times as many."""


WORTH, TITLES_WORTH, EDITIONS, EDITION_WORTH, EDITION_TITLES_WORTH = 500.0, 250.0, (31, 32), 900.0, 300.0
"""Pairs that a file of articles counts as when stories are learned, and its titles alone; the simulated editions, and what one
of them, and the titles of one, count as."""


def simulated(seed: int, reader: Reader, *, events: int = EVENTS, outlets: int = OUTLETS) -> Iterator[Coverage]:
    """The stories of a simulated edition as they were written, with their questions."""
    edition = generate(seed, events=events, outlets=outlets)
    truth = {one.url: one for one in edition.truth.latest()}
    told: defaultdict[str, list[Reading]] = defaultdict(list)
    questions: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for publication in edition.visible(edition.moments[-1]):
        written = truth[publication.url]
        reading = reader.read_article(_article(publication))
        told[written.event].append(reading)
        for claim in reading.claims:
            for expected in written.claims:
                if expected.surface == claim.surface and expected.kind is claim.kind and claim.sentence.text[:25] in expected.sentence:
                    questions[written.event][claim.id] = BACKGROUND if expected.background else expected.question or f"none {claim.id}"
                    break
    for event, readings in told.items():
        yield Coverage(event, tuple(readings), questions[event])


def _article(publication: Publication) -> Article:
    identity = content_id("a", publication.url)
    return Article(
        id=identity,
        revision=content_id("r", identity, publication.version),
        url=publication.url,
        outlet=publication.outlet,
        title=publication.title,
        text=publication.text,
        text_digest=digest(publication.text),
        seen=publication.visible_from,
        published=publication.published,
    )


def story_pools(files: Iterable[Lines], reader: Reader) -> Iterator[Pool]:
    """What stories are learned from: files of articles, simulated editions, and of all that has texts the titles alone."""
    for lines in files:
        yield pool(lines, reader, WORTH)
        alone = tuple({**line, "text": line["title"]} for line in lines)
        if alone != lines:
            yield pool(alone, reader, TITLES_WORTH)
    for seed in EDITIONS:
        stories = tuple(simulated(seed, reader, events=36, outlets=12))
        homes = {reading.article.id: story.story for story in stories for reading in story.readings}
        readings = [reading for story in stories for reading in story.readings]
        yield Pool(readings, homes, EDITION_WORTH)
        yield Pool([reader.read_article(titled(reading.article)) for reading in readings], homes, EDITION_TITLES_WORTH)


def titled(article: Article) -> Article:
    """An article of which only the title is known."""
    title = article.title or ""
    return replace(article, text=title, text_digest=digest(title))


def main(arguments: Sequence[str]) -> int:
    """Learn from the annotated files and simulated editions. Raises InputError where a file cannot be read."""
    if len(arguments) < 3 or arguments[0] not in ("groups", "stories"):
        print("usage: python -m corroborate.measure.learn groups|stories OUT FILE.jsonl...", file=sys.stderr)
        return 2
    reader, files = Reader(), [lines_of(Path(path)) for path in arguments[2:]]
    learned: Mapping[str, object]
    if arguments[0] == "stories":
        learned = learn_stories(tuple(story_pools(files, reader)), (None, StaticVectors(), MiniLM()))
    else:
        told = [(one, 1.0) for lines in files for one in coverages(lines, reader.read_article)]
        learned = learn_groups(told, [(one, SIMULATED) for one in simulated(SEED, reader)], MiniLM())
    Path(arguments[1]).write_text(json.dumps(learned, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
