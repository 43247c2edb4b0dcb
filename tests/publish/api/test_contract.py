"""Whatever is sent to the API, it answers: nothing that its description allows, or nearly allows, ends in a 500."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error

from corroborate.publish.api.answers import API
from corroborate.publish.site import Site
from corroborate.publish.web.application import make_server

ASKED = settings(
    max_examples=6,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
LOCAL = {"host": "localhost"}


def ask(operation: Any, mode: GenerationMode) -> set[int]:
    """Ask some requests of a kind; the statuses of the answers."""
    statuses = set[int]()

    @ASKED
    @given(operation.as_strategy(generation_mode=mode))
    def asked(case: schemathesis.Case) -> None:
        answer = case.call(headers=LOCAL)
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=[not_a_server_error])

    asked()
    return statuses


def test_no_request_ends_in_a_mistake_of_ours(site: Site) -> None:
    described = schemathesis.openapi.from_asgi(f"{API}/openapi.json", make_server(site), headers=LOCAL)
    statuses = dict[str, set[int]]()

    for found in described.get_all_operations():
        operation = found.ok()
        takes = bool(list(operation.query) or list(operation.path_parameters) or list(operation.body))
        for mode in GenerationMode if takes else [GenerationMode.POSITIVE]:
            statuses[f"{operation.label} {mode.name}"] = ask(operation, mode)

    assert {"GET /claims POSITIVE", "POST /reviews NEGATIVE", "PUT /searches/{name} POSITIVE"} <= set(statuses)
    assert {200, 400, 404, 422} <= set().union(*statuses.values())
    assert not {421, 429} & set().union(*statuses.values())
