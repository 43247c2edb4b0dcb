from collections.abc import Sequence

import numpy as np

from corroborate.match.embedding.remembered import Remembered


class Lengths:
    """Texts as rows that hold their lengths; keeps what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(self, texts: Sequence[str]) -> np.ndarray:
        self.asked.append(list(texts))
        return np.array([[len(text)] * 100 for text in texts], dtype=np.float32)


def test_a_text_is_computed_once():
    memory, compute = Remembered(), Lengths()

    memory.rows(["ferry", "nine hurt", "ferry"], compute)
    rows = memory.rows(["nine hurt", "harbour"], compute)

    assert compute.asked == [["ferry", "nine hurt"], ["harbour"]]
    assert [row[0] for row in rows] == [9, 7]


def test_what_is_not_used_is_forgotten_first():
    memory, compute = Remembered(room=1300), Lengths()

    memory.rows(["a"], compute)
    memory.rows(["b"], compute)
    memory.rows(["a"], compute)
    memory.rows(["c"], compute)
    memory.rows(["a"], compute)
    memory.rows(["b"], compute)

    assert compute.asked == [["a"], ["b"], ["c"], ["b"]]


def test_more_texts_at_once_than_there_is_room_for_are_answered_all_the_same():
    memory = Remembered(room=1300)

    rows = memory.rows([f"text {number}" for number in range(50)], Lengths())

    assert len(rows) == 50
    assert len(memory) == 2
