"""Articles out of pages in the layouts of publishing systems."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from corroborate.errors import InputError
from corroborate.measure.pages import benchmark_pages, measure_pages, printed_pages, text_overlap
from corroborate.measure.sets import Shelf
from tests.commands import corroborate

STORY = "The lock at Port Ellen reopened on Wednesday after nine days, and 1,480 ships had passed by the evening, the authority said. " * 3


@pytest.mark.parametrize("half", ["dev", "test"])
def test_articles_are_taken_out_of_the_pages_of_many_systems(half: str) -> None:
    found = {one.measure: one.share for one in measure_pages(islice(printed_pages(Shelf(), half, (3,)), 0, None, 3))}

    assert found["text"] >= 0.96
    assert found["day of publication"] == 1.0


def test_a_page_says_what_its_layout_puts_there_with_and_without_what_is_open_to_taste() -> None:
    page = next(one for one in printed_pages(Shelf(), "dev", (1,)) if one.name == "wordpress_block")
    sure, all_of_it = page.texts

    assert "People waited outside" in all_of_it
    assert "People waited outside" not in sure
    assert "inbox" not in all_of_it
    assert text_overlap(page, None).f1 == 0.0


def benchmark(folder: Path, told: object) -> Path:
    (folder / "html").mkdir()
    html = f"<html><head><title>Lock</title></head><body><article><h1>Lock</h1><p>{STORY}</p></article></body></html>"
    (folder / "html" / "one.html.gz").write_bytes(gzip.compress(html.encode()))
    (folder / "ground-truth.json").write_text(json.dumps(told))
    return folder


def test_pages_of_others_are_scored_by_the_command(tmp_path: Path) -> None:
    folder = benchmark(tmp_path, {"one": {"articleBody": STORY, "url": "https://harbour-herald.example/lock"}})

    done = corroborate("evaluate", "--pages", "--sets", folder, "--check", "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]

    assert done.status == 0
    assert [(row["measure"], row["ours"]) for row in rows][:1] == [("text", 100.0)]


def test_a_folder_that_is_no_set_of_pages_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no set of pages"):
        list(benchmark_pages(benchmark(tmp_path, {"two": {"articleBody": STORY}})))
