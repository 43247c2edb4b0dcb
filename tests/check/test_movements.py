import pytest

from corroborate.check import check_story
from corroborate.extract import Reader
from corroborate.match import Means, match_story
from corroborate.model.findings import Discrepancy
from corroborate.model.stories import Story
from tests.factory import NOON, article


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def found(reader: Reader, *texts: str) -> list[Discrepancy]:
    """What is found about a story that as many outlets tell in these words."""
    readings = [reader.read_article(article(f"Outlet {number}", text)) for number, text in enumerate(texts)]
    articles = {one.article.id: one for one in readings}
    story = Story("s_one", "Story", tuple(articles), NOON, NOON)
    matched = match_story(story, readings, Means())
    assessed = check_story(story, matched.groups, matched.origins, articles, matched.reuses)
    return [one for assessment in assessed for one in assessment.discrepancies]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Sales at Tarn Freight rose 30 percent to 56 million dollars from 50 million dollars.", "change_against_levels"),
        ("The number of complaints in Orsk doubled from 40 to 130, the council said.", "multiple_against_levels"),
        ("Ilse Varga spent 52 days in jail, from her arrest on September 1 to her release on October 13.", "duration_against_dates"),
    ],
)
def test_a_sentence_that_contradicts_itself_is_told(reader: Reader, text: str, rule: str) -> None:
    (one,) = found(reader, text)

    assert one.rule == rule
    assert one.reason.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Sales at Tarn Freight rose 12 percent to 56 million dollars from 50 million dollars.",
        "The number of complaints in Orsk doubled from 40 to 83, the council said.",
        "The number of complaints in Orsk more than doubled from 40 to 130, the council said.",
        "Ilse Varga spent 42 days in jail, from her arrest on September 1 to her release on October 13.",
    ],
)
def test_a_sentence_that_adds_up_is_left_alone(reader: Reader, text: str) -> None:
    assert found(reader, text) == []


def test_a_figure_that_another_outlet_gives_as_a_part_is_no_conflict(reader: Reader) -> None:
    whole = "Halvern Motors will cut 2,400 jobs worldwide, the carmaker said."
    bare = "The carmaker Halvern Motors is cutting 900 jobs, it announced."
    key = "Of the 2,400 jobs going at the carmaker Halvern Motors, 900 are in Drossen."

    (one,) = found(reader, whole, bare, key)

    assert one.type == "scope"
    assert "900 of the 2,400 are in Drossen" in one.reason


def test_children_are_not_all_of_the_dead(reader: Reader) -> None:
    everybody = "A fire at a school in Lower Tanda killed 19 people, the prosecutor said."
    children = "Eleven children died in the fire at the school in Lower Tanda, the ministry said."

    assert found(reader, everybody, children) == []


def test_a_count_with_the_gunman_is_that_of_the_victims_and_one_more(reader: Reader) -> None:
    including = "Thirteen people, including the gunman, died in the shooting at a tax office in Pellworth, police said."
    victims = "Twelve people died in the shooting at a tax office in Pellworth, police said."

    assert found(reader, including, victims) == []


def test_a_total_of_the_dead_may_include_a_gunman_of_whom_only_others_tell(reader: Reader) -> None:
    total = "Three people were killed in a shooting at a tax office in Pellworth, police said."
    victims = "Two people were killed in a shooting at a tax office in Pellworth by a man who then killed himself, police said."

    (one,) = found(reader, total, victims)

    assert (one.type, one.rule) == ("part_whole", "with_or_without_doer")


def test_an_article_is_held_to_the_total_that_it_opens_with(reader: Reader) -> None:
    sheriff = "Two people were injured in a shooting at a party in Pellworth, the sheriff said."
    total = (
        "Three people were injured in a shooting at a party in Pellworth, officials say. The clinic treated two people with gunshot wounds."
    )

    (one,) = found(reader, sheriff, total)

    assert [side.value.lower() for side in one.sides] == ["two", "three"]


def test_what_is_demanded_is_not_what_is_granted(reader: Reader) -> None:
    demanded = "Prosecutors had asked for 12 years in prison for the former minister Jost Valken."
    given = "The former minister Jost Valken was sentenced to eight years in prison."

    assert found(reader, demanded, given) == []
