"""What the tests of the crawl share."""

from collections.abc import Iterator

import pytest

from tests.crawl.site import Site, serving


@pytest.fixture
def site() -> Iterator[Site]:
    """A web server on loopback."""
    with serving() as up:
        yield up
