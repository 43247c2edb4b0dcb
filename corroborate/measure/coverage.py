"""Stories told by several outlets, annotated with which figures answer one question; and how well they were grouped.

One article a line: `{"story", "outlet", "published", "text"}`. A figure stands in the text as `{17=dead}`: the outlet
writes 17, and all figures of the story that are marked "dead" answer one question; those marked "background" answer none of
the story's. Figures without a mark are not scored. Lines of `events.py` are read as well: each event is a story then.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from corroborate.measure.scores import Score
from corroborate.measure.sets import Lines
from corroborate.model.articles import Article, Reading
from corroborate.model.claims import Claim
from corroborate.model.ids import content_id, digest

MARK = re.compile(r"\{([^{}=]+)=([^{}=]+)\}")
Answer = tuple[int, int, str]
BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The articles of one story as they were read, with the question that each annotated claim answers, by claim id."""

    story: str
    readings: tuple[Reading, ...]
    questions: Mapping[str, str]
    unread: int = 0
    """Annotated figures that no claim was read from."""


def unmarked(text: str) -> tuple[str, tuple[Answer, ...]]:
    """The text as the outlet wrote it, and the characters of each marked figure with its question."""
    answers, cut, written = [], 0, []
    place = 0
    for mark in MARK.finditer(text):
        written.append(text[place : mark.start()] + mark.group(1))
        start = mark.start() - cut
        answers.append((start, start + len(mark.group(1)), mark.group(2)))
        cut += len(mark.group()) - len(mark.group(1))
        place = mark.end()
    return "".join(written) + text[place:], tuple(answers)


def coverages(lines: Lines, read: Callable[[Article], Reading]) -> tuple[Coverage, ...]:
    """Read the annotated stories."""
    told: defaultdict[str, list[Reading]] = defaultdict(list)
    questions: defaultdict[str, dict[str, str]] = defaultdict(dict)
    unread: defaultdict[str, int] = defaultdict(int)
    for line in lines:
        story = line.get("event") or line["story"]
        text, answers = listed(line["text"], line["figures"]) if "figures" in line else unmarked(line["text"])
        reading = read(_article(f"{story}/{line.get('id', '')}", line["outlet"], datetime.fromisoformat(line["published"]), text))
        told[story].append(reading)
        for answer in answers:
            claim = _claim_at(reading.claims, answer)
            if claim is None:
                unread[story] += 1
                continue
            questions[story][claim.id] = answer[2]
    return tuple(Coverage(story, tuple(readings), questions[story], unread[story]) for story, readings in told.items())


def listed(text: str, figures: Iterable[Mapping[str, str]]) -> tuple[str, tuple[Answer, ...]]:
    """The text, and the characters of each figure listed beside it with its question; its surface stands once in the text."""
    places = [(text.find(figure["surface"]), figure) for figure in figures]
    return text, tuple((start, start + len(one["surface"]), one["question"]) for start, one in places if start >= 0)


def pairs_score(groups: Iterable[Sequence[str]], questions: Mapping[str, str]) -> Score:
    """Pairs of annotated claims in one group against pairs that answer one question; two of the background are left out."""
    made = {
        pair
        for group in groups
        for pair in combinations(sorted(one for one in group if one in questions), 2)
        if is_told(questions[pair[0]], questions[pair[1]])
    }
    wanted = {pair for pair in combinations(sorted(questions), 2) if are_one(questions[pair[0]], questions[pair[1]])}
    return Score(len(wanted), len(made), len(wanted & made))


def is_told(left: str, right: str) -> bool:
    """The annotation says whether the two answer one question: of two figures of the background it does not."""
    return not left == right == BACKGROUND


def are_one(left: str, right: str) -> bool:
    """Both answer one question of the story."""
    return left == right != BACKGROUND


def _article(story: str, outlet: str, published: datetime, text: str) -> Article:
    url = f"https://{outlet.lower().replace(' ', '-')}.example/{story}"
    identity = content_id("a", url)
    return Article(
        id=identity,
        revision=content_id("r", identity, digest(text)),
        url=url,
        outlet=outlet,
        title=None,
        text=text,
        text_digest=digest(text),
        seen=published,
        published=published,
        language="en",
    )


def _claim_at(claims: Sequence[Claim], answer: Answer) -> Claim | None:
    """The claim that shares most characters with the marked figure; of equals the shortest."""
    start, end, _ = answer
    shared = [(min(end, one.span.end) - max(start, one.span.start), one.span.start - one.span.end, one.id, one) for one in claims]
    best = max(shared, default=None, key=lambda found: found[:3])
    return best[3] if best is not None and best[0] > 0 else None
