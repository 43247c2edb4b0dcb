"""Whose word a claim is: speakers, documents, offices and outlets brought to one form within a story."""

from datetime import date

import pytest

from corroborate.match.origins.outlets import cited_in, outlet_meant, outlet_names
from corroborate.match.origins.phrases import telling_words
from corroborate.match.origins.sources import Source, trace_sources
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution
from tests.factory import article, claim, quantity, reading

NAMES = {"harbour herald": "Harbour Herald", "herald": "Harbour Herald", "dune daily": "Dune Daily"}
PAPERS = ("Harbour Herald", "Dune Daily", "Tern Tribune", "Fell Courier", "Callow Bulletin")


def sources(*said: tuple[str, Attribution]) -> list[Source]:
    """The source of the figure 12 in each of some articles of one story."""
    readings: list[Reading] = []
    for outlet, (text, attribution) in zip(PAPERS, said, strict=False):
        of = article(outlet, text)
        readings.append(reading(of, claim(of, "12", quantity("12", counted="people"), attribution=attribution)))
    found = trace_sources(readings, NAMES)
    return [found.of_claim[one.claims[0].id][0] for one in readings]


def speakers(*said: tuple[str, str]) -> list[Source]:
    return sources(*((text, Attribution(speaker=speaker)) for text, speaker in said))


def test_an_outlet_named_in_the_sentence_is_cited() -> None:
    assert cited_in("The mill is sold, as the Harbour Herald reported.", NAMES) == ("Harbour Herald",)
    assert cited_in("A herald announced the sale.", NAMES) == ()


def test_the_only_herald_of_a_story_may_be_called_the_herald() -> None:
    articles = {name: article(name) for name in ("Harbour Herald", "Dune Daily")}

    assert cited_in("She told the Herald that 12 had come.", outlet_names({}, articles)) == ("Harbour Herald",)


def test_a_report_by_an_outlet_is_no_document_of_its_own() -> None:
    (source,) = sources(("12 came.", Attribution(document="report", cites=("Herald",))))

    assert not source.is_known
    assert source.cites == ()

    _, source = sources(("Nobody.12", Attribution()), ("12 came.", Attribution(document="report", cites=("Herald",))))

    assert source.cites == ("Harbour Herald",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the seismological institute", "seismologists of the institute"),
        ("the company Oriel Labs", "Oriel Labs Inc."),
        ("Oriel Labs", "a spokesperson for Oriel Labs"),
        ("the ministry of health", "the Health Minister"),
        ("the coast guard", "coastguard officers"),
        ("the fire department", "firefighters"),
        ("police", "detectives"),
        ("police", "officers"),
        ("U.S. Geological Survey", "US Geological Survey"),
        ("the district attorney", "prosecutors"),
        ("the competition authority", "Velden's antitrust body"),
        ("St Brannoc Medical Center", "doctors at St Brannoc"),
    ],
)
def test_words_for_one_body_are_one_voice(one: str, other: str) -> None:
    left, right = speakers((f"{one} said 12 came.", one), (f"{other} said 12 came.", other))

    assert left.agrees(right)


@pytest.mark.parametrize(
    "nobody", ["officials", "two people familiar with the matter", "witnesses", "sources", "local residents", "sources of its own"]
)
def test_nobody_in_particular_is_unknown(nobody: str) -> None:
    assert not telling_words(nobody)


def test_an_office_told_by_one_article_makes_the_name_in_another_known() -> None:
    first, second, third = speakers(
        ("Marlow police said 12 had come.", "Marlow police"),
        ("The city's police chief, Ana Ruiz, counted 12.", "Ana Ruiz"),
        ("Chief Ruiz told reporters there were 12.", "Ruiz"),
    )

    assert first.agrees(second)
    assert second.agrees(third)
    assert third.label == "Marlow police"


def test_an_office_behind_the_name_is_known_as_well() -> None:
    first, second = speakers(
        ("A company statement spoke of 12.", "Oriel Labs"),
        ("Dana Vell, a spokesperson for Oriel Labs Inc., said 12.", "Dana Vell"),
    )

    assert first.agrees(second)


def test_an_acronym_is_the_name_that_has_its_initials() -> None:
    first, second = speakers(
        ("The European-Mediterranean Seismological Centre measured 12.", "European-Mediterranean Seismological Centre"),
        ("The EMSC put it at 12.", "EMSC"),
    )

    assert first.agrees(second)


def test_the_company_is_the_one_that_the_story_is_about() -> None:
    first, second, third = speakers(
        ("A spokesman for Lorn Lines said 12.", "Lorn Lines"),
        ("The company said 12.", "company"),
        ("The harbour police said 12.", "harbour police"),
    )

    assert first.agrees(second)
    assert not first.agrees(third)


def test_a_short_name_that_fits_two_bodies_is_neither() -> None:
    _, _, short = speakers(
        ("The health ministry said 12.", "health ministry"),
        ("The interior ministry said 12.", "interior ministry"),
        ("The ministry said 12.", "ministry"),
    )

    assert short.who == frozenset({"ministry"})


def test_the_letter_is_that_of_the_day_another_article_gives() -> None:
    dated, bare, of = sources(
        ("In a letter of June 10 Oriel Labs counted 12.", Attribution("Oriel Labs", "letter", date(2026, 6, 10))),
        ("The letter, seen by Reuters, says 12.", Attribution(None, "letter", cites=("Reuters",))),
        ("The company told senators in its letter that there were 12.", Attribution("company", "letter")),
    )

    assert dated.agrees(bare)
    assert dated.agrees(of)
    assert bare.label == "letter from Oriel Labs, 10 June 2026"


def test_what_is_cited_behind_an_outlet_is_the_source() -> None:
    (source,) = sources(("The Harbour Herald 12", Attribution()))[:1]
    _, cited = sources(
        ("Nothing. 12", Attribution()), ("The Harbour Herald reported that 12 came, citing the alpine rescue team.", Attribution())
    )

    assert not source.is_known
    assert cited.label == "alpine rescue team"
    assert cited.cites == ("Harbour Herald",)


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("12 people in Wendmoor have left, the county reports.", "county"),
        ("The strike costs it 12 on the numbers of Bergson.", "Bergson"),
        ("The competition authority's fine of 12 takes its bill to a new height.", "competition authority"),
        ("VELDEN (Tern) - Norland's competition authority fined Quillon 12 on Monday.", "Norland's competition authority"),
        ("Rolf Tenning was jailed for 12 years on Monday.", "court"),
        ("12 posts will go, according to the court's ruling.", "court"),
        ("The verdict came after 12 sessions, the harbour court added.", "harbour court"),
        ("Attendance rose to 12, a spokeswoman for the harbour court said in a statement.", "spokeswoman for the harbour court"),
        ("12 crates are gone; three were found, as a recall notice by the Ports Commission puts it.", "Ports Commission"),
        ("12 crates must be returned, according to a recall notice by the Ports Commission.", "Ports Commission"),
    ],
)
def test_a_sentence_names_its_source_without_a_verb_of_saying(sentence: str, label: str) -> None:
    document = "ruling" if "ruling" in sentence else None
    (source,) = sources((sentence, Attribution(document=document)))

    assert source.label.removeprefix("ruling from ") == label


def test_nobody_in_particular_hides_no_one_who_is_named() -> None:
    (source,) = speakers(("Burns were reported by 12 people, according to the ports commission.", "people"))

    assert source.label == "ports commission"


def test_a_press_release_is_that_of_the_company_whoever_was_quoted_before() -> None:
    first, second = sources(
        ("A spokesman for Lorn Lines said 12.", Attribution("Lorn Lines")),
        ("Sales rose to 12, as the press release puts it.", Attribution("Carrick", "press release")),
    )

    assert first.agrees(second)


def test_a_price_behind_a_name_is_no_office() -> None:
    (source,) = speakers(("Lorn Lines says that it is worth much: investors value Lorn Lines at CHF 12 million.", "Lorn Lines"))

    assert source.who == telling_words("Lorn Lines")


@pytest.mark.parametrize("sentence", ["One more body was found in 12 hours.", "Detectives were searching for two of 12 reports."])
def test_who_is_found_reports_nothing(sentence: str) -> None:
    (source,) = sources((sentence, Attribution()))

    assert not source.is_known


def test_who_tells_the_whole_sentence_is_its_source() -> None:
    (ministry,) = speakers(("The health ministry said that laboratories have confirmed 12 cases.", "laboratories"))
    (letter,) = speakers(("Investigators counted 12 requests, the company's letter shows.", "investigators"))

    assert ministry.label == "health ministry"
    assert letter.document is not None
    assert letter.document.ring == "letter"


def test_the_town_of_the_dateline_says_nothing() -> None:
    (source,) = speakers(("KIRRIMOOR, May 24 (Tern) - A maker of tools from Kirrimoor has found 12 faults.", "Kirrimoor"))

    assert not source.is_known


def test_a_results_statement_is_that_of_the_company() -> None:
    first, second = sources(
        ("Greenways will shed 12 jobs, a spokesman for Greenways said.", Attribution("Greenways")),
        ("12 posts will go, according to the results statement.", Attribution(document="statement")),
    )

    assert first.agrees(second)


def test_an_outlet_is_the_same_with_its_article_and_without() -> None:
    articles = {"a": article("The Norland Courier", "Nothing to report."), "b": article("The Times", "Nothing to report.")}
    names = outlet_names({}, articles)

    assert outlet_meant("Norland Courier", names) == outlet_meant("the Norland Courier", names) == "The Norland Courier"
    assert cited_in("The Norland Courier reported that 12 had come.", names) == ("The Norland Courier",)
    assert cited_in("These are hard Times, she said.", names) == ()


def test_a_joint_statement_is_one_source_whichever_firm_is_named() -> None:
    found = speakers(
        ("A joint statement by Tarn Freight and Lumen Kites says 12 people stay on.", "Tarn Freight"),
        ("Lumen Kites and Tarn Freight said in a joint statement that 12 people stay on.", "Lumen Kites"),
        ("According to the companies' announcement 12 people stay on.", "Lumen Kites"),
    )

    assert all(one.agrees(found[0]) for one in found)
