"""Answers of outlets to questions about fictional events, grouped by what they mean."""

from itertools import combinations
from pathlib import Path

from corroborate.match.embedding import Embedder

ANSWERS = Path(__file__).parent / "answers.txt"


def questions() -> list[list[tuple[int, str]]]:
    """The answers to each question; answers of one number mean the same."""
    found: list[list[tuple[int, str]]] = []
    for number, line in enumerate(ANSWERS.read_text(encoding="utf-8").splitlines()):
        if line.endswith("?"):
            found.append([])
        elif line and not line.startswith("#"):
            found[-1] += [(number, answer.strip()) for answer in line.split("|")]
    return found


def likeness(embedder: Embedder) -> float:
    """How often two answers that mean the same are nearer than two to the same question that do not: area under the curve."""
    same, other = [], []
    for answers in questions():
        rows = embedder.embed([text for _, text in answers])
        for left, right in combinations(range(len(answers)), 2):
            cosine = float(rows[left] @ rows[right])
            (same if answers[left][0] == answers[right][0] else other).append(cosine)
    beaten = sum((one > two) + (one == two) / 2 for one in same for two in other)
    return beaten / (len(same) * len(other))
