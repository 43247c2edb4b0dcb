"""What is read out in bulk is what readers see one by one; all of it of one state, and any state again."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from corroborate.errors import UsageError
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution
from corroborate.model.decisions import Action, Review
from corroborate.model.figures import Kind, Participation, Rank, Role
from corroborate.model.parties import AliasTable, Party
from corroborate.publish import rows, views
from corroborate.publish.export import Wanted, read_table
from corroborate.publish.export.dictionary import DESCRIPTIONS, KEYS, REFERENCES, TABLES
from corroborate.publish.export.files import FORMS, Order, write_file
from corroborate.publish.export.jsonld import name_of
from corroborate.publish.export.package import Edition
from corroborate.publish.language import parse
from corroborate.store import Store
from tests.factory import NOON, article, claim, period, quantity, reading
from tests.store.newsdesk import GAZETTE, GAZETTE_URL, ferry_matching, ferry_reading, later_edition, revision_of

OURS, THEIRS = ferry_reading(), ferry_reading(GAZETTE, GAZETTE_URL, "45")
EDITION = Edition(NOON, "0")


class Wall:
    """A clock that a test puts forward."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def store(url: str, wall: Wall) -> Iterator[Store]:
    with Store.open(url, timeout=5, clock=wall) as opened:
        yield opened


def every_kind() -> Reading:
    """One claim of each kind, with all that a claim can tell."""
    version = article(
        "Evening Tide", "Sales rose 12 percent to $3.5 million in May; Orla Venn came third of ten.", published=None, title=None
    )
    return reading(
        version,
        claim(version, "12 percent", quantity("12", unit="%", role=Role.CHANGE, direction=1, per="year"), kind=Kind.PERCENT),
        claim(version, "$3.5 million", quantity("3.50E+6", "3.45E6", "3.55E6", unit="USD"), kind=Kind.MONEY, scope=("so far", "worldwide")),
        claim(version, "May", period("2026-05-01", None), period=period("2026-05-01", "2026-05-31")),
        claim(version, "third", Rank("last", "runner", (), 3, False)),
        claim(version, "Orla Venn", Participation("runner", ("Orla Venn", "Tam Oake")), kind=Kind.PARTY, parties=("Tam Oake", "Quay")),
    )


def fill(store: Store) -> None:
    for one in (OURS, later_edition(), THEIRS, every_kind()):
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(later_edition(), THEIRS), now=NOON)


def exported(store: Store, table: str, wanted: Wanted | None = None) -> list[dict[str, Any]]:
    parts = read_table(store, table, wanted or Wanted())
    return [dict(zip(part, row, strict=True)) for part in parts for row in zip(*part.values(), strict=True)]


def plain(found: Any) -> Any:
    """Lists and tuples alike."""
    return json.loads(json.dumps(sorted(found, key=lambda row: json.dumps(row, sort_keys=True))))


@pytest.mark.parametrize("table", views.COLUMNS)
def test_the_bulk_is_what_readers_see_one_by_one(store: Store, table: str) -> None:
    fill(store)

    assert plain(exported(store, table)) == plain(rows.TABLES[table](store))


def test_parties_carry_their_identifiers_where_there_is_a_table_of_names(store: Store) -> None:
    fill(store)
    aliases = AliasTable.of([("Quay", Party("Quay", "PLACE", "Q42"))])

    found = [row["parties_wikidata"] for row in exported(store, "claims", Wanted(aliases)) if "Quay" in row["parties"]]

    assert found == [(None, None, "Q42")]


def test_of_an_outlet_that_reserves_its_texts_only_figures_and_addresses_are_handed_on(store: Store) -> None:
    fill(store)

    found = exported(store, "claims", Wanted(withheld=frozenset({GAZETTE})))

    ours = {row["outlet"] == GAZETTE: (row["sentence"] == "", "#" not in row["link"], row["value"]) for row in found if row["value"]}
    assert ours[True] == (True, True, "45")
    assert not any(row["sentence"] == "" for row in found if row["outlet"] != GAZETTE)


def test_neither_quotes_nor_sentences_of_changes_are_handed_on_where_texts_are_reserved(store: Store) -> None:
    fill(store)
    everything = {table: exported(store, table) for table in ("discrepancies", "revisions")}

    ours = Wanted(withheld=frozenset({OURS.article.outlet}))
    (dispute,), (edit,) = exported(store, "discrepancies", ours), exported(store, "revisions", ours)

    assert [bool(side["quote"]) for side in dispute["sides"]] == [OURS.article.outlet not in side["outlets"] for side in dispute["sides"]]
    assert {bool(side["quote"]) for side in dispute["sides"]} == {True, False}
    assert dispute["reason"] == ""
    assert [(change["old"], change["new"], change["sentence"]) for change in edit["changes"]] == [
        (change["old"], change["new"], "") for change in everything["revisions"][0]["changes"]
    ]
    assert edit["changes"]
    nobody = Wanted(withheld=frozenset({"Nobody's Post"}))
    assert {table: exported(store, table, nobody) for table in everything} == everything


def written(store: Store, table: str, form: str, as_of: datetime | None = None) -> bytes:
    stream = io.BytesIO()
    edition = replace(EDITION, present=as_of is None)
    with store.snapshot(as_of) as still:
        write_file(still, Order(table, form, edition), stream)
    return stream.getvalue()


def test_a_past_state_gives_the_same_bytes_again(store: Store, wall: Wall) -> None:
    fill(store)
    tables = [(table, "jsonl") for table in views.COLUMNS if table != "sources"] + [("claims", "jsonld"), ("claims", "parquet")]
    before = {name: written(store, *name) for name in tables}

    wall.now += timedelta(days=1)
    old = ferry_reading("Old Almanac", "https://almanac.example/ferry", "41", NOON - timedelta(days=900))
    for one in (old, ferry_reading(injured="58", seen=wall.now)):
        store.revisions.add(revision_of(one.article))
        store.readings.save(one, "2")
    store.readings.save(reading(THEIRS.article, THEIRS.claims[1]), "2")
    (found,) = store.discrepancies.all()
    store.reviews.add(Review(Action.EXPLAIN, (found.discrepancy.id,), "O. Marsh", wall.now, "the crew was counted"))
    store.matches.save(*ferry_matching(old, THEIRS), now=wall.now)

    assert all(written(store, *name) != content for name, content in before.items() if name[0] in ("claims", "groups", "articles"))
    assert {name: written(store, *name, as_of=NOON) for name in tables} == before


def test_only_the_claims_that_answer_a_query_are_exported(store: Store) -> None:
    fill(store)

    assert {row["surface"] for row in exported(store, "claims", Wanted(where=parse("kind:count value:>50")))} == {"57"}
    assert {row["outlet"] for row in exported(store, "claims", Wanted(where=parse(f'passengers -outlet:"{GAZETTE}"')))} == {
        "Harbour Herald"
    }
    with pytest.raises(UsageError, match="groups cannot be filtered"):
        exported(store, "groups", Wanted(where=parse("ferry")))


def test_every_column_is_described_and_every_reference_leads_somewhere() -> None:
    assert {table: set(columns) for table, columns in views.COLUMNS.items()} == {
        table: set(described) for table, described in DESCRIPTIONS.items()
    }
    assert set(TABLES) == set(KEYS) == set(views.COLUMNS)
    assert all(KEYS[table] in views.COLUMNS[table] for table in views.COLUMNS)
    assert all(column in views.COLUMNS[table] and other in KEYS for table, links in REFERENCES.items() for column, other in links.items())


def test_a_claim_of_schema_org_appears_in_every_article_that_states_it_alike(store: Store) -> None:
    same = ferry_reading(GAZETTE, GAZETTE_URL, "42")
    for one in (OURS, same):
        store.readings.save(one, "1")
    store.matches.save(*ferry_matching(OURS, same), now=NOON)

    graph = json.loads(written(store, "claims", "jsonld"))["@graph"]

    (injured,) = [node for node in graph if node.get("name") == "How many passengers were injured?"]
    assert [one["publisher"]["name"] for one in injured["appearance"]] == ["Harbour Herald", GAZETTE]
    assert injured["firstAppearance"] == injured["appearance"][0]
    assert injured["about"][0] | {"@type": "PropertyValue", "value": "42"} == injured["about"][0]
    assert all(node["@type"] == "Claim" for node in graph)


def test_a_review_of_schema_org_stands_only_where_a_person_judged(store: Store) -> None:
    fill(store)
    (found,) = store.discrepancies.all()
    store.reviews.add(Review(Action.EXPLAIN, (found.discrepancy.id,), "O. Marsh", NOON, "the Gazette counted the crew"))

    graph = json.loads(written(store, "claims", "jsonld"))["@graph"]

    (review,) = [node for node in graph if node["@type"] == "ClaimReview"]
    assert review["author"] == {"@type": "Person", "name": "O. Marsh"}
    assert review["reviewBody"] == "the Gazette counted the crew"
    assert {one["@id"] for one in review["itemReviewed"]} <= {node["@id"] for node in graph}


def test_every_claim_is_in_the_graph_once(store: Store) -> None:
    fill(store)

    graph = json.loads(written(store, "claims", "jsonld"))["@graph"]

    names = [node["@id"] for node in graph]
    assert len(names) == len(set(names)) == len(list(exported(store, "claims")))


def test_whoever_denies_a_figure_does_not_claim_it(store: Store) -> None:
    version = article("Evening Tide", "The port denied that 900 boats were lost, and said that 12 were.")
    denied = claim(version, "900", quantity("900"), attribution=Attribution("the port", denied=True))
    stated = claim(version, "12", quantity("12"))
    store.revisions.add(revision_of(version))
    store.readings.save(reading(version, denied, stated), "1")

    (node,) = json.loads(written(store, "claims", "jsonld"))["@graph"]

    assert node["@id"] == name_of(stated.id)


def test_a_data_package_describes_what_it_holds(store: Store) -> None:
    fill(store)

    with zipfile.ZipFile(io.BytesIO(written(store, "all", "datapackage"))) as package:
        described = json.loads(package.read("datapackage.json"))
        files = {name: package.read(name) for name in package.namelist()}

    assert described["profile"] == "tabular-data-package"
    assert [one["name"] for one in described["resources"]] == list(KEYS)
    for one in described["resources"]:
        content = files[one["path"]]
        head = content.decode().splitlines()[0].split(",")
        assert [field["name"] for field in one["schema"]["fields"]] == head
        assert one["bytes"] == len(content)
        assert all(field["description"] for field in one["schema"]["fields"])
        linked = {key["reference"]["resource"] for key in one["schema"].get("foreignKeys", [])}
        assert linked <= {other["name"] for other in described["resources"]}


def test_the_same_state_gives_the_same_package(store: Store) -> None:
    fill(store)

    assert written(store, "all", "datapackage") == written(store, "all", "datapackage")


@pytest.mark.parametrize(("table", "form"), [("groups", "jsonld"), *(("all", form) for form in FORMS if form != "datapackage")])
def test_a_format_that_cannot_hold_a_table_is_refused(store: Store, table: str, form: str) -> None:
    with pytest.raises(UsageError, match="choose"):
        written(store, table, form)
