"""Pages a second from a newsroom on loopback."""

import json

from tests.commands import corroborate


def test_the_rate_is_measured_on_the_command_line() -> None:
    done = corroborate("bench", "crawl", "--rate", "--outlets", 2, "--json")

    found = json.loads(done.out)
    assert (done.status, found["pages"]) == (0, 20)
    assert found["pages_a_second"] > 0
    assert found["memory"] > 0
