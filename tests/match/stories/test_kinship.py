"""What speaks for two articles being about one event, and what against."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.match.stories.evidence import (
    EVIDENCE,
    days_apart,
    of_other_days,
    other_blocks,
    other_days,
    others_of_a_kind,
    paired,
    same_figures,
    same_people,
    same_words,
    strangers,
)
from corroborate.match.stories.figures import telling_figures
from corroborate.match.stories.kinship import COPIED, kinship
from corroborate.match.stories.sketches import Sketch, sketches
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution
from corroborate.model.figures import Approx
from tests.factory import NOON, article, claim, period, quantity, reading

FIRE = "The market of Port Elm burned on Monday. Wardens from Lower Brack came with two pumps and found 1,284 stalls in ashes."
AGAIN = "In Port Elm 1,284 stalls were lost when the market burned. Wardens of Lower Brack stayed for the night."
ELSEWHERE = "The market of Sutterby burned on Friday. Wardens from Carrick Hill came with two pumps and found 310 stalls in ashes."


def fire(outlet: str, text: str, stalls: str, day: str | None = None) -> Reading:
    of = article(outlet, text)
    claims = [claim(of, stalls, quantity(stalls.replace(",", ""), counted="stalls"))]
    if day is not None:
        claims.append(claim(of, text.split(" burned on ")[1].split(".")[0], period(day, day)))
    return reading(of, *claims)


def three() -> tuple[Sketch, Sketch, Sketch]:
    readings = (
        fire("Dune Daily", FIRE, "1,284", "2026-10-12"),
        fire("Harbour Herald", AGAIN, "1,284"),
        fire("Fell Courier", ELSEWHERE, "310", "2026-10-09"),
    )
    first, again, elsewhere = sketches(readings, None)
    return first, again, elsewhere


def test_a_precise_figure_and_the_place_speak_for_one_event() -> None:
    first, again, elsewhere = three()

    assert same_figures(paired(first, again)) > same_figures(paired(first, elsewhere)) == 0
    assert kinship(first, again) > 0 > kinship(first, elsewhere)


def test_other_places_and_days_speak_against_it() -> None:
    first, _, elsewhere = three()

    assert strangers(paired(first, elsewhere)) == 1
    assert other_days(paired(first, elsewhere)) == 1


def test_a_copy_is_of_the_same_event_under_any_title() -> None:
    story = "Nobody knows yet why all the lamps of the old harbour went out at once and came back an hour later on their own."
    ours = reading(article("Dune Daily", story, title="Lamps out"))
    theirs = reading(article("Fell Courier", story, title="A dark hour", url="https://fell-courier.example/9"))
    left, right = sketches([ours, theirs], None)

    assert kinship(left, right) == COPIED


def test_how_long_after_the_news_a_follow_up_comes_tells_little() -> None:
    told = [reading(article("Dune Daily", FIRE, published=NOON + timedelta(days=days))) for days in (0, 4, 8)]
    day, fourth, eighth = sketches(told, None)

    assert of_other_days(paired(day, day)) == 0
    assert of_other_days(paired(day, fourth)) > 0.95
    assert days_apart(paired(day, eighth)) - days_apart(paired(day, fourth)) > 0.3


def test_two_things_of_one_kind_make_two_events_unless_one_article_names_both() -> None:
    told = [
        f"The {name} Lantern Festival closed in Port Elm. The {name} Lantern Festival drew 41,000 guests to Port Elm.{more}"
        for name, more in (("Arkwold", ""), ("Arkwold", " It rained."), ("Brellin", ""), ("Brellin", " The next is that of Arkwold."))
    ]
    first, again, other, both = sketches([reading(article("Dune Daily", text)) for text in told], None)

    assert others_of_a_kind(paired(first, again)) == 0
    assert others_of_a_kind(paired(first, other)) == 1
    assert others_of_a_kind(paired(first, both)) == 0


def test_a_town_by_whose_name_a_festival_goes_is_not_the_festival() -> None:
    towns = (("Arkwold", ""), ("Brellin", " A choir from Arkwold sang."), ("Brellin", " The Arkwold Lantern Festival is next."))
    told = [
        f"The {name} Lantern Festival closed in Port Elm. The {name} Lantern Festival drew 41,000 guests.{' It rained again.' * 60}{more}"
        for name, more in towns
    ]
    first, guests, both = sketches([reading(article("Dune Daily", text)) for text in told], None)

    assert others_of_a_kind(paired(first, guests)) == 1
    assert others_of_a_kind(paired(first, both)) == 0


def test_round_and_rough_figures_point_to_no_event() -> None:
    of = article("Dune Daily", "Some 40 boats and 300 people saw 57 lamps and 1,036 gulls, in 12 or so rows.")
    figures = {"40": quantity("40", approx=Approx.ABOUT), "300": quantity("300"), "57": quantity("57", counted="lamps")}
    figures |= {"1,036": quantity("1036"), "12": quantity("12", approx=Approx.ABOUT)}

    told = telling_figures(reading(of, *(claim(of, surface, figure) for surface, figure in figures.items())))

    assert [figure.split()[0] for figure in told] == ["57", "1036"]


def test_the_agency_that_both_cite_is_not_what_they_are_about() -> None:
    texts = (
        "The dam of Fenwick broke, Tidal Press reported, and 40 farms lie under water.",
        "The opera of Ostby closes, Tidal Press reported.",
    )
    cited = Attribution(cites=("Tidal Press",))
    dam, opera = (article(outlet, text) for outlet, text in zip(("Dune Daily", "Fell Courier"), texts, strict=True))
    first = reading(dam, claim(dam, "40", quantity("40"), attribution=cited))
    second = reading(opera, claim(opera, "closes", quantity("1"), attribution=cited))

    left, right = sketches([first, second], None)

    assert not left.core.keys() & right.core.keys()


def test_a_minister_with_two_concerns_makes_two_stories() -> None:
    dam = "Engineers found cracks in the dam of Fenwick, and Olga Brandt, the minister, had the lake lowered."
    bills = "Olga Brandt, the minister, defended dearer water: households in Fenwick will pay for new pipes."
    left, right = sketches([reading(article("Dune Daily", dam)), reading(article("Fell Courier", bills))], None)

    assert same_words(paired(left, right)) < 0.1
    assert kinship(left, right) < 0


def test_who_was_shot_is_known_again_by_name_and_who_reports_it_is_not() -> None:
    night = "Terrell Dixon, 41, was shot in the 600 block of Pine Street, said Chief Ruth Engel."
    arrest = "Two brothers were charged with the murder of Terrell Dixon on Pine Street, said Chief Ruth Engel."
    other = "Nadia Fenn, 36, was hit in the 900 block of Pine Street, said Chief Ruth Engel."
    first, later, another = sketches([reading(article("Dune Daily", text)) for text in (night, arrest, other)], None)

    assert same_people(paired(first, later)) > same_people(paired(first, another)) == 0
    assert other_blocks(paired(first, another)) == 1


@settings(max_examples=30, deadline=None)
@given(days=st.floats(0, 20), texts=st.tuples(*[st.sampled_from((FIRE, AGAIN, ELSEWHERE, "", "Rain."))] * 2))
def test_kinship_does_not_depend_on_which_article_is_named_first(days: float, texts: tuple[str, str]) -> None:
    one = reading(article("Dune Daily", texts[0]))
    other = reading(article("Fell Courier", texts[1], published=NOON + timedelta(days=days)))
    left, right = sketches([one, other], None)

    assert kinship(left, right) == kinship(right, left)
    assert all(tell.__doc__ for tell, _ in EVIDENCE)
