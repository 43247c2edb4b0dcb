from pathlib import Path

import pytest

from corroborate.config import DEFAULT_DATABASE, Settings, archive_folder, database_url, load_config, parse_config
from corroborate.errors import ConfigError

GOOD = """\
settings:
  workers: 2
  crawl: {gap: 0.5, contact: desk@herald.example}
outlets:
  - name: Harbour Herald
    family: Tidewater Press
    feeds: [https://herald.example/rss.xml]
  - name: Upland Courier
"""


def problem(text: str) -> str:
    with pytest.raises(ConfigError) as caught:
        parse_config(text, "feeds.yaml")
    return str(caught.value)


def test_outlets_and_settings_are_read() -> None:
    config = parse_config(GOOD, "feeds.yaml")

    assert [outlet.name for outlet in config.outlets] == ["Harbour Herald", "Upland Courier"]
    assert config.outlets[0].feeds == ("https://herald.example/rss.xml",)
    assert config.settings.crawl.gap == 0.5


def test_an_outlet_without_an_owner_is_its_own_family() -> None:
    assert parse_config(GOOD, "feeds.yaml").outlets[1].family == "Upland Courier"


def test_a_wrong_key_is_named_with_its_line_and_the_known_ones() -> None:
    text = problem(GOOD + "    fedes: [x]\n")

    assert text.startswith("feeds.yaml:9: unknown key 'fedes'; known here: name, family")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("outlets: 3", "feeds.yaml:1: outlets: input should be a list"),
        ("- 1", "feeds.yaml:1: the file: input should be a mapping of keys to values"),
        ("outlets:\n  - name: A\n    feeds: [ftp://a.example]", "feeds.yaml:3: outlets.0.feeds.0: 'ftp://a.example' is not an http"),
        ("outlets:\n  - name: A\n  - name: A", "feeds.yaml:1: outlets: outlet 'A' is listed twice"),
        ("settings: {}\nsettings: {}", "feeds.yaml:2: the key 'settings' stands here a second time"),
        ("outlets: [", "feeds.yaml:1: expected the node content"),
        ("outlets:\n  - name: A\n    connect_to: nowhere", "feeds.yaml:3: outlets.0.connect_to: 'nowhere' is not host:port"),
        ("settings:\n  workers: 0", "feeds.yaml:2: settings.workers: input should be greater than or equal to 1"),
    ],
)
def test_each_mistake_is_one_line_with_its_place(text: str, expected: str) -> None:
    message = problem(text)

    assert message.startswith(expected)
    assert "\n" not in message


def test_a_missing_file_is_an_error_only_when_it_was_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert load_config().outlets == ()
    with pytest.raises(ConfigError, match="there is no such file"):
        load_config(tmp_path / "other.yaml")


def test_the_shipped_example_is_valid_and_names_its_owners() -> None:
    config = load_config(Path(__file__).parent.parent / "feeds.yaml")

    assert len(config.outlets) >= 6
    assert all(outlet.family and outlet.country and (outlet.feeds or outlet.sitemaps) for outlet in config.outlets)


def test_the_command_line_goes_before_the_environment_and_that_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(database="sqlite:///from-file.db")
    monkeypatch.delenv("CORROBORATE_DATABASE", raising=False)

    assert database_url(None, Settings()) == DEFAULT_DATABASE
    assert database_url(None, settings) == "sqlite:///from-file.db"
    monkeypatch.setenv("CORROBORATE_DATABASE", "sqlite:///from-environment.db")
    assert database_url(None, settings) == "sqlite:///from-environment.db"
    assert database_url("mine.db", settings) == "sqlite:///mine.db"


def test_the_archive_lies_beside_its_database() -> None:
    assert archive_folder("sqlite:///data/paper.db", Settings()) == Path("data/paper.archive")
    assert archive_folder("postgresql://desk@db.example/paper", Settings()) == Path("data/archive")
    assert archive_folder("sqlite:///x.db", Settings(archive=Path("/srv/warc"))) == Path("/srv/warc")
