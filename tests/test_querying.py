import json
from pathlib import Path

import pytest

from corroborate.store import Store
from tests.commands import corroborate, refusal
from tests.factory import NOON
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("query") / "news.db"
    with Store.open(str(place)) as store:
        left, right = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
        for one in (left, right):
            store.readings.save(one, "1")
        store.matches.save(*ferry_matching(left, right), now=NOON)
    return place


def found(database: Path, *words: str) -> list[str]:
    done = corroborate("--database", database, "query", "--json", *words)

    assert (done.status, done.err) == (0, "")
    return sorted(json.loads(line)["surface"] for line in done.out.splitlines())


def test_words_are_those_of_the_language(database: Path) -> None:
    assert found(database, "injured", "value:>42", "verdict:disputed") == ["45"]
    assert found(database, 'injured "runs aground"', "42..50") == ["42", "45"]
    assert found(database, "ferry", '-outlet:"Harbour Herald"') == ["45", "Marisol"]
    assert found(database, "ferry", "-police", "-the") == []


def test_the_shell_holds_words_together(database: Path) -> None:
    assert found(database, "outlet:Tarn Gazette", "kind:count") == ["45"]
    assert found(database, "marisol runs", "45") == ["45"]
    assert found(database, "runs marisol", "45") == []
    assert found(database, "45", "-outlet:Tarn Gazette") == []


def test_options_combine_with_words(database: Path) -> None:
    assert found(database, "kind:count", "--outlet", GAZETTE, "--min", "40", "--since", "2026-10-14") == ["45"]
    assert found(database, "--max", "44", "--verdict", "disputed", "--party", "marisol", "--unit", "USD") == []


def test_what_is_wrong_is_pointed_at(database: Path) -> None:
    done = corroborate("--database", database, "query", "injured", "kind:cuont")

    assert (done.status, done.out) == (2, "")
    assert done.err == "corroborate: there is no kind 'cuont'; did you mean count?\n  injured kind:cuont\n               ^^^^^\n"


def test_a_misspelt_option_is_no_word(database: Path) -> None:
    assert "No such option '--kidn'" in refusal("--database", database, "query", "--kidn", "count")


def test_what_is_found_is_counted(database: Path) -> None:
    done = corroborate("--database", database, "query", "ferry", "--facets")

    assert "of all" in done.out
    assert [line.split() for line in done.out.splitlines() if line.startswith("verdict")] == [
        ["verdict", "disputed", "2"],
        ["verdict", "single", "1"],
    ]
