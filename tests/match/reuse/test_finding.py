"""Copies, briefs cut from long copy, and altered figures in them."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from corroborate.match.reuse import DEPENDENT, REPUBLISHED, containment, find_reuses, same_words, shingles
from corroborate.match.reuse.finding import Copy, among_few, among_many
from corroborate.match.reuse.prints import print_of
from corroborate.newsroom.stream import stream
from tests.factory import NOON, article

WIRE = (
    "A freight train left the rails near Port Elm early on Thursday, blocking the only line to the northern harbours. "
    "Engineers expect that 14 wagons must be lifted before the track can be inspected. The driver walked away unhurt. "
    "Two villages were without water after a tank of the station's pumping house was struck by the third wagon. "
    "The operator, Elm Valley Rail, said it would run buses until Sunday evening at the earliest."
)
OWN = (
    "Commuters in the north face days without trains after the derailment outside Port Elm. Our reporter counted wagons lying "
    "across both tracks, and spoke to villagers who carried water home in buckets because their taps had run dry overnight."
)


def test_a_brief_cut_from_long_copy_is_a_copy() -> None:
    brief = " ".join(WIRE.split()[:35])
    (reuse,) = find_reuses([article("Meridian Wire", WIRE), article("Dune Daily", brief, published=NOON + timedelta(hours=1))])

    assert reuse.containment > 0.9


def test_an_own_report_on_the_same_event_is_no_copy() -> None:
    assert find_reuses([article("Meridian Wire", WIRE), article("Dune Daily", OWN)]) == ()


def test_a_shared_quotation_alone_is_no_copy() -> None:
    quote = "“We have never in forty years of running this line seen wagons thrown so far from the track as they were this morning”"
    one = article("Harbour Herald", f"{quote}, the stationmaster of Port Elm told reporters who had gathered in the cold.")
    other = article("Dune Daily", f"At noon a tired official stepped out and spoke: {quote}. He then went back inside without a word.")

    assert find_reuses([one, other]) == ()


def test_a_copy_keeps_the_list_of_figures_that_were_changed() -> None:
    altered = article("Dune Daily", WIRE.replace("14 wagons", "41 wagons"), published=NOON + timedelta(hours=2))
    (reuse,) = find_reuses([altered, article("Meridian Wire", WIRE)])

    assert reuse.changed == (("14", "41"),)
    assert reuse.later == altered.id


def test_copy_that_credits_an_agency_comes_from_it_whatever_the_clock_says() -> None:
    wire = article("Meridian Wire", WIRE, published=NOON + timedelta(minutes=20))
    early = article("Dune Daily", WIRE + " More to follow.", credits=("Meridian Wire",))
    (reuse,) = find_reuses([wire, early])

    assert reuse.earlier == wire.id


def test_two_sentences_alike_but_for_the_figure_are_the_same_words() -> None:
    assert same_words("Engineers expect that 14 wagons must be lifted today", "Engineers expect that 40 wagons must be lifted today") == 1


@settings(max_examples=50)
@given(st.text(alphabet="ab c.", max_size=300), st.text(alphabet="ab c.", max_size=300))
def test_containment_is_symmetric_and_whole_for_the_text_itself(left: str, right: str) -> None:
    first, second = shingles(left), shingles(right)

    assert containment(first, second) == containment(second, first)
    assert containment(first, first) == (1 if first else 0)


LONG_WIRE = (
    f"{WIRE} The signal box at Port Elm had reported a warm axle 20 minutes before, and the crew was told to stop at the next siding. "
    "Inspectors of the rail agency took the recorder from the locomotive and will question both dispatchers on Friday."
)


def test_a_light_rewrite_depends_on_its_original() -> None:
    rewrite = (
        "Early on Thursday a goods train came off the rails near Port Elm and blocked the sole line to the harbours in the north. "
        "Before the track can be inspected, 15 wagons have to be lifted, engineers believe. The driver walked off unhurt. "
        "After the third wagon had struck a tank of the station's pumping house, two villages had no water. "
        "A warm axle had been reported by the signal box at Port Elm 20 minutes before, the crew told to stop at the next siding. "
        "The recorder was taken from the locomotive by inspectors of the rail agency, who question both dispatchers on Friday."
    )
    (reuse,) = find_reuses([article("Meridian Wire", LONG_WIRE), article("Dune Daily", rewrite, published=NOON + timedelta(hours=1))])

    assert DEPENDENT <= reuse.containment < REPUBLISHED
    assert reuse.changed == (("14", "15"),)


def test_two_briefs_with_a_sentence_in_common_do_not_depend_on_each_other() -> None:
    shared = "The driver walked away unhurt from the wreck near Port Elm. "
    herald = shared + "Fourteen wagons lie beside the line, and nobody can say when the buses will stop running."
    post = "Villagers carried water home in buckets after the derailment, as their taps had run dry overnight. " + shared

    assert find_reuses([article("Harbour Herald", herald), article("Port Post", post)]) == ()


SET_SENTENCES = (
    "The company wants to close four plants in the north of the country by the end of the year.",
    "The union called the plan a slap in the face of everyone who had worked there for decades.",
    "Shares of Tarn Foods gained two percent at the opening and gave up most of it by noon.",
)
HERALD = (
    "Outside the gates in Carrick the night shift stood in the rain and nobody went in. A kiosk handed out tea for nothing. Ivor Lund "
    "has packed jam here since he left school, and his daughter runs the canteen. She had bought a house in spring."
)
POST = (
    "Its chairwoman had hinted at savings when she spoke in spring. Analysts of Lorn Bank doubt that they will do. What weighs on the "
    "maker of jams is sugar, for which it pays twice what it paid two summers back. A buyer for the brand has yet to be found."
)


def test_sentences_in_common_in_another_order_are_no_trace_of_copying() -> None:
    first, second, third = SET_SENTENCES
    herald = article("Harbour Herald", f"{first} {HERALD} {second} {third}")
    post = article("Port Post", f"{third} {second} {POST} {first}", published=NOON + timedelta(hours=1))

    assert find_reuses([herald, post]) == ()


def test_a_passage_in_common_is_a_trace_of_copying() -> None:
    passage = " ".join(SET_SENTENCES)
    herald = article("Harbour Herald", f"{passage} {HERALD}")
    (reuse,) = find_reuses([herald, article("Port Post", f"{POST} {passage}", published=NOON + timedelta(hours=1))])

    assert DEPENDENT <= reuse.containment < REPUBLISHED


def test_notes_and_captions_hide_no_copy_and_make_none() -> None:
    notes = "\nSign up for our newsletter and never miss a story from the north.\nPhoto: Wagons near Port Elm on Thursday. Credit: Jan Orth"
    own = article("Fell Courier", OWN + notes)

    assert find_reuses([article("Meridian Wire", WIRE + notes), own]) == ()
    assert (
        len(find_reuses([article("Meridian Wire", WIRE), article("Dune Daily", "By Mona Farr, Staff\nPORT ELM (AP) - " + WIRE + notes)]))
        == 1
    )


def test_few_texts_are_looked_through_as_many_are() -> None:
    copies = [Copy(one.reading.article, print_of(one.reading.article.text)) for one in stream(4, 40, live=4)]
    found = among_few(copies)

    assert found == among_many(copies)
    assert found
