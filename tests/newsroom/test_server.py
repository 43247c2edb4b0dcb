"""The newsroom answers over real HTTP."""

from http.client import HTTPConnection, HTTPResponse

import yaml

from corroborate.newsroom import Newsroom, feeds_yaml, generate, serve

EDITION = generate(3, events=12, outlets=8)


def get(newsroom: Newsroom, host: str, path: str, **headers: str) -> tuple[HTTPResponse, str]:
    connection = HTTPConnection(newsroom.address, timeout=5)
    try:
        connection.request("GET", path, headers={"Host": host, **{name.replace("_", "-"): value for name, value in headers.items()}})
        response = connection.getresponse()
        return response, response.read().decode()
    finally:
        connection.close()


def test_every_visible_article_is_announced_by_its_outlet_and_served() -> None:
    with serve(EDITION) as newsroom:
        newsroom.now = EDITION.moments[-1]
        for one in EDITION.visible(newsroom.now):
            house = next(house for house in EDITION.houses if house.name == one.outlet)
            (address,) = house.outlet.feeds or house.outlet.sitemaps
            _, feed = get(newsroom, house.host, address.removeprefix(f"http://{house.host}"))
            response, page = get(newsroom, house.host, one.url.removeprefix(f"http://{house.host}"))

            assert one.url in feed
            assert response.status == 200
            assert "application/ld+json" in page


def test_what_is_known_is_not_sent_again() -> None:
    with serve(EDITION) as newsroom:
        path = EDITION.houses[0].outlet.feeds[0].partition(".example")[2]
        fresh, _ = get(newsroom, EDITION.houses[0].host, path)

        by_tag, body = get(newsroom, EDITION.houses[0].host, path, If_None_Match=str(fresh.headers["ETag"]))
        by_time, _ = get(newsroom, EDITION.houses[0].host, path, If_Modified_Since=str(fresh.headers["Last-Modified"]))

    assert (by_tag.status, by_time.status, body) == (304, 304, "")


def test_nothing_is_served_before_it_is_published() -> None:
    with serve(EDITION) as newsroom:
        later = next(one for one in EDITION.publications if one.visible_from > EDITION.moments[0] and one.version == 0)
        host = later.url.split("/")[2]
        path = later.url.removeprefix(f"http://{host}")
        before, _ = get(newsroom, host, path)
        newsroom.now = EDITION.moments[-1]
        after, _ = get(newsroom, host, path)

    assert (before.status, after.status) == (404, 200)


def test_a_strange_host_and_a_strange_path_are_not_found_and_logged() -> None:
    with serve(EDITION) as newsroom:
        strange, _ = get(newsroom, "nowhere.example", "/feed.xml")
        hidden, _ = get(newsroom, EDITION.houses[0].host, "/private/desk")

    assert (strange.status, hidden.status) == (404, 404)
    assert [request.path for request in newsroom.requests] == ["/feed.xml", "/private/desk"]


def test_the_private_section_is_closed_to_crawlers() -> None:
    with serve(EDITION) as newsroom:
        _, robots = get(newsroom, EDITION.houses[0].host, "/robots.txt")

    assert "Disallow: /private/" in robots


def test_the_newsroom_listens_on_loopback_only() -> None:
    with serve(EDITION) as newsroom:
        assert newsroom.address.startswith("127.0.0.1:")


def test_the_configuration_lists_every_outlet_and_where_to_find_it() -> None:
    settings = yaml.safe_load(feeds_yaml(EDITION, "127.0.0.1:8080"))

    assert [outlet["name"] for outlet in settings["outlets"]] == [outlet.name for outlet in EDITION.outlets]
    assert {outlet["connect_to"] for outlet in settings["outlets"]} == {"127.0.0.1:8080"}
    assert settings["settings"]["crawl"]["gap"] == 0
