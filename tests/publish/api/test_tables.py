import csv
import io

import pytest
from fastapi.testclient import TestClient

from corroborate.publish.views import COLUMNS
from corroborate.store import Store
from tests.store.newsdesk import GAZETTE, HERALD

API = "/api/v1"


def test_claims_answer_the_query_language_with_counts(local: TestClient) -> None:
    found = local.get(f"{API}/claims", params={"q": "injured verdict:disputed", "facets": True}).json()

    assert [row["surface"] for row in found["rows"]] == ["45"]
    assert set(found["rows"][0]) == set(COLUMNS["claims"])
    assert found["query"] == "injured verdict:disputed"
    assert found["facets"]["outlet"] == {GAZETTE: 1}
    assert (found["cursor"], found["next"], found["facets"]["more"]) == (None, None, False)


def test_a_query_that_cannot_be_read_is_told_with_its_place(local: TestClient) -> None:
    answer = local.get(f"{API}/claims", params={"q": "injured kind:cuont"})

    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    told = answer.json()
    assert (told["title"], told["detail"]) == ("there is no kind 'cuont'", "did you mean count?")
    assert told["query"][told["start"] : told["end"]] == "cuont"


@pytest.mark.parametrize("table", ["claims", "stories", "groups", "discrepancies", "articles", "revisions"])
def test_pages_lead_through_the_whole_table(local: TestClient, edition: Store, table: str) -> None:
    whole = local.get(f"{API}/{table}", params={"limit": 200}).json()["rows"]
    rows, address = [], f"{API}/{table}?limit=1"
    while address:
        page = local.get(address).json()
        rows += page["rows"]
        address = page["next"]

    assert rows == whole
    assert len(whole) == {"claims": 8, "stories": 1, "groups": 2, "discrepancies": 1, "articles": 3, "revisions": 1}[table]
    assert set(whole[0]) == set(COLUMNS[table])


def test_discrepancies_and_groups_are_narrowed(local: TestClient, edition: Store) -> None:
    story = next(iter(edition.stories.all())).id

    assert len(local.get(f"{API}/discrepancies", params={"type": "conflict", "status": "open", "story": story}).json()["rows"]) == 1
    assert local.get(f"{API}/discrepancies", params={"type": "typo"}).json()["rows"] == []
    assert [row["verdict"] for row in local.get(f"{API}/groups", params={"verdict": "single"}).json()["rows"]] == ["single"]
    assert local.get(f"{API}/groups", params={"story": "s_none"}).json()["rows"] == []


@pytest.mark.parametrize("cursor", ["x", "1~", "-99999999999999999~s_1"])
def test_what_is_no_cursor_is_refused(local: TestClient, cursor: str) -> None:
    assert local.get(f"{API}/stories", params={"cursor": cursor}).status_code == 400


def test_rows_come_as_csv_where_that_is_asked_for(local: TestClient) -> None:
    answer = local.get(f"{API}/claims?q=kind:count&limit=2", headers={"accept": "text/csv"})

    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["kind"] for row in rows] == ["count", "count"]
    assert 'rel="next"' in answer.headers["link"]
    assert "accept" in answer.headers["vary"]


def test_an_answer_is_not_sent_twice(local: TestClient) -> None:
    first = local.get(f"{API}/groups")
    again = local.get(f"{API}/groups", headers={"if-none-match": first.headers["etag"]})
    other = local.get(f"{API}/groups?limit=1", headers={"if-none-match": first.headers["etag"]})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert other.status_code == 200


def test_an_object_is_found_by_its_id_with_what_belongs_to_it(local: TestClient, edition: Store) -> None:
    story = next(iter(edition.stories.all())).id
    found = local.get(f"{API}/stories/{story}").json()
    group = next(one for one in found["groups"] if one["verdict"] == "disputed")
    whole = local.get(f"{API}/objects/{group['group']}")

    assert {row["outlet"] for row in found["coverage"]} == {HERALD, GAZETTE}
    assert whole.headers["content-location"] == f"{API}/groups/{group['group']}"
    assert {row["surface"] for row in whole.json()["claims"]} == {"42", "45"}
    assert len(whole.json()["rests_on"]) == 2
    discrepancy = whole.json()["discrepancies"][0]["discrepancy"]
    assert local.get(f"{API}/discrepancies/{discrepancy}").json()["question"] == "How many passengers were injured?"
    claim = whole.json()["claims"][0]
    assert local.get(f"{API}/claims/{claim['claim']}").json()["sentence"] == claim["sentence"]
    assert local.get(f"{API}/articles/{claim['article']}").json()["url"] == claim["url"]


@pytest.mark.parametrize("address", ["/groups/g_none", "/stories/g_none", "/claims/x", "/objects/z_1", "/nothing", "/stories/%00"])
def test_what_is_not_there_is_told_as_a_problem(local: TestClient, address: str) -> None:
    answer = local.get(API + address)

    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_the_day_is_told(local: TestClient) -> None:
    assert "entries" in local.get(f"{API}/digest").json()
    assert local.get(f"{API}/digest", params={"since": "2020-01-01"}).status_code == 400
    assert local.get(f"{API}/digest", params={"until": "9999-12-31"}).status_code == 400


def test_the_description_names_every_address_with_an_example(local: TestClient) -> None:
    described = local.get(f"{API}/openapi.json").json()

    assert {"/claims", "/search", "/stories/{identity}", "/reviews", "/hooks", "/digest"} <= set(described["paths"])
    assert "accounts party:Alibaba" in str(described["paths"]["/claims"]["get"]["parameters"])
    assert described["components"]["schemas"]["ClaimsRow"]["properties"]["outlet"]["examples"] == ["Harbour Herald"]
