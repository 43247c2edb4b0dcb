from decimal import Decimal
from pathlib import Path

import pytest

from corroborate.config import DEFAULT_DATABASE, Settings, archive_folder, database_url, load_config, parse_config
from corroborate.errors import ConfigError
from corroborate.model.outlets import Selectors

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
        ("outlets:\n  - name: A\n  - name: A", "feeds.yaml:3: outlet 'A' is listed twice"),
        ("outlets:\n  - name: '  '", "feeds.yaml:2: outlets.0.name: '  ' is not a plain line of text"),
        ("outlets:\n  - nmae: A", "feeds.yaml:2: unknown key 'nmae'; known here: name"),
        ("outlets:\n  - name:", "feeds.yaml:2: outlets.0.name: field required"),
        ('outlets:\n  - name: "A\\e[31m"', "feeds.yaml:2: outlets.0.name: 'A\\x1b[31m' is not a plain line of text"),
        ("outlets:\n  - name: A\n    language: no", "feeds.yaml:3: outlets.0.language: YAML reads this as no text; put quotation marks"),
        ("outlets:\n  - name: A\n    feeds: [http://a.example:99999/]", "feeds.yaml:3: outlets.0.feeds.0: port out of range"),
        ("outlets:\n  - name: A\n    feeds: ['http://a .example/']", "feeds.yaml:3: outlets.0.feeds.0: 'http://a .example/' holds blanks"),
        ("outlets:\n  - name: A\n    feeds: [http://me:pw@a.example/]", "feeds.yaml:3: outlets.0.feeds.0: an address with a user name"),
        (
            "outlets:\n  - name: A\n    feeds:\n      - http://a.example/\n      - http://a.example/",
            "feeds.yaml:5: http://a.example/ is listed",
        ),
        ("outlets:\n  - name: A\n    connect_to: ':80'", "feeds.yaml:3: outlets.0.connect_to: ':80' is not host:port"),
        (
            "outlets:\n  - name: A\n    connect_to: 127.0.0.1:99999",
            "feeds.yaml:3: outlets.0.connect_to: '127.0.0.1:99999' is not host:port",
        ),
        ('settings:\n  crawl:\n    contact: "a\\r\\nX: y"', "feeds.yaml:3: settings.crawl.contact: 'a\\r\\nX: y' is not a plain line"),
        (
            "settings:\n  crawl:\n    user_agent: Zürich",
            "feeds.yaml:3: settings.crawl.user_agent: 'Zürich' holds characters other than ASCII",
        ),
        ("settings:\n  embedding: {model: ''}", "feeds.yaml:2: settings.embedding.model: '' is not a plain line of text"),
        ("outlets: !!python/object/apply:os.system [id]", "feeds.yaml:1: could not determine a constructor"),
        ("? [1, 2]\n: 3", "feeds.yaml: it cannot be read as plain YAML"),
        ("[" * 3000, "feeds.yaml: it cannot be read as plain YAML"),
        ("outlets: []\n---\noutlets: []", "feeds.yaml:2: but found another document"),
        ("outlets:\n\t- name: A", "feeds.yaml:2: found character"),
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


def test_a_key_without_a_value_is_as_good_as_none() -> None:
    config = parse_config("settings:\n  crawl:\noutlets:\n  - name: A\n    feeds:\n", "feeds.yaml")

    assert config.settings == Settings()
    assert config.outlets[0].feeds == ()


def test_asking_strangers_without_a_contact_is_hiding() -> None:
    outlet = "outlets:\n  - name: A\n    feeds: [http://a.example/feed]\n"

    assert parse_config(outlet, "feeds.yaml").hides
    assert not parse_config(outlet + "    connect_to: 127.0.0.1:80\n", "feeds.yaml").hides
    assert not parse_config("settings: {crawl: {contact: desk@herald.example}}\n" + outlet, "feeds.yaml").hides
    assert not parse_config("", "feeds.yaml").hides


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


def test_an_outlet_may_tell_the_layout_of_its_pages() -> None:
    config = parse_config("outlets:\n  - name: Harbour Herald\n    page: {text: div.story, remove: [aside]}\n", "feeds.yaml")

    assert config.outlets[0].page == Selectors(text="div.story", remove=("aside",))
    assert "unknown key 'body'; known here: text, title" in problem("outlets:\n  - name: Harbour Herald\n    page: {body: div.story}\n")


def test_a_time_zone_must_be_one() -> None:
    config = parse_config("outlets:\n  - name: Harbour Herald\n    timezone: Europe/London\n", "feeds.yaml")

    assert config.outlets[0].timezone == "Europe/London"
    assert "'Harbour Time' is no time zone" in problem("outlets:\n  - name: Harbour Herald\n    timezone: Harbour Time\n")


def test_rates_of_currencies_are_read_from_the_settings() -> None:
    settings = parse_config("settings: {rates: {base: USD, day: 2026-10-01, worth: {EUR: 1.08}}}", "feeds.yaml").settings

    assert settings.rates is not None
    assert settings.rates.rates().rate("EUR", "USD") == Decimal("1.08")


def test_a_rate_of_nothing_is_an_error() -> None:
    with pytest.raises(ConfigError, match="rates"):
        parse_config("settings: {rates: {base: USD, worth: {EUR: 0}}}", "feeds.yaml")
