import pickle
from pathlib import Path

import pytest
import spacy

from corroborate.errors import ConfigError
from corroborate.extract.parties.aliases import BUILT_IN, parse_aliases, read_aliases
from corroborate.extract.spans import register_extensions
from corroborate.model.parties import AliasTable, Party

TABLE = """alias,name,kind,wikidata
NFA,Norland Fisheries Authority,org,Q901
Fisheries Authority,Norland Fisheries Authority,org,Q901
"Strand, Bela",Bela Strand,person,
"""


def table(text: str, name: str = "parties.csv") -> AliasTable:
    return parse_aliases(text, Path(name))


def names(text: str, path: Path) -> list[tuple[str, str]]:
    """Name and label of every party, with a table of aliases and no trained pipeline."""
    register_extensions()
    pipeline = spacy.blank("en")
    pipeline.add_pipe("corroborate_sentences")
    pipeline.add_pipe("corroborate_parties", config={"aliases": str(path)})
    doc = pipeline(text)
    return [(span._.party, span.label_) for span in doc.spans["parties"]]


def test_a_table_tells_who_goes_by_a_name() -> None:
    found = table(TABLE)

    assert found.party("the NFA") == Party("Norland Fisheries Authority", "ORG", "Q901")
    assert found.party("Norland  Fisheries Authority") == found.party("NFA")
    assert found.party("Strand, Bela") == Party("Bela Strand", "PERSON")
    assert found.party("nfa") is None


def test_tabs_part_the_columns_of_a_tsv_file() -> None:
    assert table("name\talias\nVelt Freight\tVF\n", "parties.tsv").party("VF") == Party("Velt Freight")


def test_what_the_user_says_goes_before_what_everyone_knows() -> None:
    both = BUILT_IN | table("alias,name\nUN,Union of Norlanders\n")

    assert both.party("UN") == Party("Union of Norlanders")
    assert both.party("EU") == Party("European Union", "ORG")


def test_a_table_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(table(TABLE))) == table(TABLE)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", None, "is empty"),
        ("alias,title\nNFA,x\n", 1, "no column 'title'"),
        ("alias,kind\nNFA,org\n", 1, "lacks alias or name"),
        ("alias,name\nNFA,\n", 2, "an alias and a name are needed"),
        ("alias,name\nNFA,Norland\x07\n", 2, "an alias and a name are needed"),
        ("alias,name,kind\n\nNFA,Norland Fisheries Authority,ship\n", 3, "no kind 'ship'"),
        ("alias,name,wikidata\nNFA,Norland Fisheries Authority,42\n", 2, "no Wikidata identifier"),
        ("alias,name\nNFA,Norland Fisheries Authority\nNFA,Norland Football Association\n", 3, "is an alias of"),
        ("alias,name,wikidata\nNFA,Fisheries,Q1\nFA,Fisheries,Q2\n", 3, "another kind or id"),
    ],
)
def test_a_wrong_table_is_told_by_its_line(text: str, line: int | None, problem: str) -> None:
    with pytest.raises(ConfigError) as error:
        table(text)

    assert (error.value.line, problem in error.value.problem) == (line, True)


def test_a_missing_table_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such table of aliases; create it") as error:
        read_aliases(tmp_path / "parties.csv")

    assert "\n" not in str(error.value)


def test_articles_that_use_an_alias_name_the_same_party(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text(TABLE, encoding="utf-8")

    short = names("Boats were seized by the NFA on Monday.", path)
    full = names("Boats were seized by the Norland Fisheries Authority on Monday.", path)

    assert short == full == [("Norland Fisheries Authority", "ORG")]


def test_the_full_name_of_an_article_goes_before_an_alias(tmp_path: Path) -> None:
    path = tmp_path / "parties.csv"
    path.write_text("alias,name,kind\nStrand,Bela Strand,person\n", encoding="utf-8")

    assert names("They met Mayor Ida Strand. Later Strand left.", path) == [("Ida Strand", "PERSON")] * 2
    assert names("Later Ms Strand left.", path) == [("Bela Strand", "PERSON")]


def test_bodies_that_everyone_knows_have_one_name() -> None:
    assert BUILT_IN.party("UN") == BUILT_IN.party("U.N.") == BUILT_IN.party("United Nations")
