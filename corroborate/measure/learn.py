"""Learning the weights that lie in the package: `python -m corroborate.measure.learn groups OUT COVERAGE.jsonl...`.

What is learned is data: the file is written over, and whoever commits it says what changed in the scores.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from corroborate.extract import Reader
from corroborate.match import MiniLM
from corroborate.measure.coverage import BACKGROUND, Coverage, coverages
from corroborate.measure.group_weights import learn_groups
from corroborate.measure.sets import lines_of
from corroborate.model.articles import Article, Reading
from corroborate.model.ids import content_id, digest
from corroborate.newsroom import Publication, generate

SEED, EVENTS, OUTLETS = 11, 60, 16
SIMULATED = 0.02
"""What a pair of a simulated edition counts beside an annotated one: there are a hundred times as many."""


def simulated(seed: int, reader: Reader) -> Iterator[Coverage]:
    """The stories of a simulated edition as they were written, with their questions."""
    edition = generate(seed, events=EVENTS, outlets=OUTLETS)
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


def main(arguments: Sequence[str]) -> int:
    """Learn from the annotated files and one simulated edition. Raises InputError where a file cannot be read."""
    if len(arguments) < 3 or arguments[0] != "groups":
        print("usage: python -m corroborate.measure.learn groups OUT COVERAGE.jsonl...", file=sys.stderr)
        return 2
    reader = Reader()
    told = [(one, 1.0) for path in arguments[2:] for one in coverages(lines_of(Path(path)), reader.read_article)]
    weights = learn_groups(told, [(one, SIMULATED) for one in simulated(SEED, reader)], MiniLM())
    Path(arguments[1]).write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
