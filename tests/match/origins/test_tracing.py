"""What claims rest on: families, wires, copies, named sources, citations."""

from datetime import date, timedelta
from typing import Any

from corroborate.match.origins.tracing import find_origins, gather
from corroborate.match.reuse import find_reuses
from corroborate.model.articles import Reading
from corroborate.model.claims import Attribution
from corroborate.model.figures import Kind
from corroborate.model.outlets import Outlet
from corroborate.model.stories import ClaimGroup, Origin, OriginKind
from tests.factory import NOON, article, claim, quantity, reading

OUTLETS = {
    "Harbour Herald": Outlet("Harbour Herald", "Quay Media"),
    "Quay Post": Outlet("Quay Post", "Quay Media"),
    "Meridian Wire": Outlet("Meridian Wire", "Meridian", agency=True, aliases=("Meridian",)),
}
REPORTS = {
    "Harbour Herald": "Divers brought up the last of the crates before dusk; there were 57 of them, stacked on the quay under tarpaulin.",
    "Quay Post": "It took a week and two tugs, but by nightfall 57 crates stood in the customs shed, guarded by a lone sergeant.",
    "Dune Daily": "Customs now hold 57 crates from the wreck. What is in them nobody in the port would say on Friday.",
    "Fell Courier": "The sea gave back 57 crates this week. The insurers want them opened at once, and the lawyers do not.",
    "Meridian Wire": "PORT ELM - Salvage crews recovered 57 crates from the sunken freighter Amaranth, ending a week of diving.",
}


def report(outlet: str, minutes: int = 0, source: Attribution | None = None, figure: str = "57", **fields: Any) -> Reading:
    text = fields.pop("text", REPORTS[outlet]).replace("57", figure)
    of = article(outlet, text, published=NOON + timedelta(minutes=minutes), **fields)
    return reading(of, claim(of, figure, quantity(figure.replace(",", ""), counted="crates"), attribution=source or Attribution()))


def origins(*readings: Reading) -> tuple[Origin, ...]:
    group = ClaimGroup("g_1", "s_1", "How many crates?", Kind.COUNT, None, tuple(claim.id for one in readings for claim in one.claims))
    reuses = find_reuses([one.article for one in readings])
    return find_origins(group, gather(readings, OUTLETS, reuses))


def partition(*readings: Reading) -> set[frozenset[str]]:
    return {frozenset(origin.outlets) for origin in origins(*readings)}


def test_unknown_attribution_does_not_merge_and_is_shown_as_unknown() -> None:
    found = origins(report("Harbour Herald"), report("Dune Daily", 5))

    assert [origin.kind for origin in found] == [OriginKind.UNKNOWN, OriginKind.UNKNOWN]
    assert "does not say" in found[0].reasons[0]


def test_papers_of_one_house_are_one_origin() -> None:
    (origin,) = origins(report("Harbour Herald"), report("Quay Post", 5))

    assert origin.kind is OriginKind.FAMILY
    assert origin.reasons == ("Harbour Herald and Quay Post belong to Quay Media.",)


def test_an_agency_and_the_paper_that_credits_it_are_one_origin() -> None:
    (origin,) = origins(report("Meridian Wire"), report("Dune Daily", 5, credits=("Meridian",)))

    assert origin.kind is OriginKind.WIRE
    assert origin.label == "Meridian Wire"


def test_two_papers_that_credit_an_agency_outside_the_set_are_one_origin() -> None:
    assert len(origins(report("Dune Daily", credits=("Tern Press",)), report("Fell Courier", 5, credits=("Tern Press",)))) == 1


def test_copied_text_is_one_origin_without_any_credit() -> None:
    long = REPORTS["Fell Courier"] + " " + REPORTS["Dune Daily"].replace("57", "many")
    (origin,) = origins(report("Fell Courier", text=long), report("Harbour Herald", 9, text=long))

    assert origin.kind is OriginKind.REUSE
    assert "repeats 100 percent" in origin.reasons[0]


def test_independent_prose_on_one_letter_is_one_origin() -> None:
    letter = Attribution(speaker="Amaranth Salvage", document="letter", document_date=date(2026, 10, 10))
    told = Attribution(speaker="Amaranth Salvage Ltd", cites=("Tern Press",))
    (origin,) = origins(report("Harbour Herald", source=letter), report("Dune Daily", 5, told))

    assert origin.kind is OriginKind.DOCUMENT
    assert origin.label == "letter from Amaranth Salvage, 10 October 2026"
    assert origin.routes == ("Tern Press",)


def test_letters_of_different_days_are_different_origins() -> None:
    first = Attribution(speaker="Amaranth Salvage", document="letter", document_date=date(2026, 10, 10))
    second = Attribution(speaker="Amaranth Salvage", document="letter", document_date=date(2026, 10, 12))

    assert len(origins(report("Harbour Herald", source=first), report("Dune Daily", 5, second))) == 2


def test_police_and_hospital_are_two_origins() -> None:
    police, hospital = Attribution(speaker="police"), Attribution(speaker="Port Elm hospital")

    assert len(origins(report("Harbour Herald", source=police), report("Dune Daily", 5, hospital))) == 2


def test_police_and_a_police_spokeswoman_are_one_origin() -> None:
    police, spokeswoman = Attribution(speaker="police"), Attribution(speaker="a police spokeswoman")

    assert len(origins(report("Harbour Herald", source=police), report("Dune Daily", 5, spokeswoman))) == 1


def test_a_paper_that_cites_another_rests_on_it() -> None:
    citing = Attribution(cites=("Harbour Herald",))
    (origin,) = origins(report("Harbour Herald"), report("Dune Daily", 5, citing))

    assert origin.kind is OriginKind.CITED
    assert origin.outlets == ("Harbour Herald", "Dune Daily")


def test_what_is_only_passed_on_rests_on_the_paper_cited_whoever_that_has_it_from() -> None:
    citing = Attribution(speaker="divers of the navy", cites=("Harbour Herald",))

    (origin,) = origins(report("Harbour Herald", source=Attribution(speaker="harbour police")), report("Dune Daily", 5, citing))

    assert origin.outlets == ("Harbour Herald", "Dune Daily")


def test_a_family_does_not_glue_two_named_sources_of_strangers_together() -> None:
    police, hospital = Attribution(speaker="police"), Attribution(speaker="Port Elm hospital")
    found = partition(
        report("Harbour Herald", source=police),
        report("Dune Daily", 1, police),
        report("Quay Post", 2, hospital),
        report("Fell Courier", 3, hospital),
    )

    assert found == {frozenset({"Harbour Herald", "Dune Daily"}), frozenset({"Quay Post", "Fell Courier"})}


def test_agreement_on_the_usual_figure_is_no_evidence_of_copying() -> None:
    assert len(origins(report("Harbour Herald"), report("Dune Daily", 1), report("Fell Courier", 2))) == 3


def test_a_shared_unusual_error_is_evidence_of_copying() -> None:
    right = [report(outlet, minutes, figure="4,813") for minutes, outlet in enumerate(("Harbour Herald", "Meridian Wire", "Tern Press"))]
    wrong = [report(outlet, 9, figure="4,183") for outlet in ("Dune Daily", "Fell Courier")]
    found = origins(*right, *wrong)

    assert frozenset({"Dune Daily", "Fell Courier"}) in {frozenset(origin.outlets) for origin in found}


REPORTS["Tern Press"] = "Salvors of the Amaranth finished their work with 57 crates on deck, a harbour pilot wrote in his log."


def test_what_holds_of_several_outlets_is_told_once() -> None:
    credited = [
        report(outlet, minutes, credits=("Tern Press",)) for minutes, outlet in enumerate(("Dune Daily", "Fell Courier", "Quay Post"))
    ]

    (origin,) = origins(*credited)

    assert origin.reasons == ("Dune Daily, Fell Courier and Quay Post run copy of Tern Press.",)


def test_the_way_a_document_came_is_shown_wherever_the_article_tells_it() -> None:
    letter = Attribution(speaker="Amaranth Salvage", document="letter")
    text = REPORTS["Dune Daily"] + " The letter was dated 10 October and obtained by Tern Press."
    of = article("Dune Daily", text)
    stated = claim(of, "57", quantity("57", counted="crates"), attribution=letter)
    dated = claim(of, "10 October", quantity("10"), attribution=Attribution("Amaranth Salvage", "letter", cites=("Tern Press",)))

    (origin,) = origins(reading(of, stated, dated))

    assert origin.routes == ("Tern Press",)


def test_a_copy_is_told_with_its_first_original_only() -> None:
    long = REPORTS["Fell Courier"] + " " + REPORTS["Dune Daily"].replace("57", "many")

    (origin,) = origins(
        *(report(outlet, minutes, text=long) for minutes, outlet in enumerate(("Fell Courier", "Harbour Herald", "Dune Daily")))
    )

    assert origin.reasons == (
        "Harbour Herald repeats 100 percent of the text of Fell Courier.",
        "Dune Daily repeats 100 percent of the text of Fell Courier.",
    )


def test_a_copy_brings_its_original_s_source_along_and_glues_nothing() -> None:
    letter = Attribution(speaker="Amaranth Salvage", document="letter")
    long = REPORTS["Fell Courier"] + " " + REPORTS["Dune Daily"].replace("57", "many")
    copied = report("Harbour Herald", 9, text=long)
    found = partition(report("Fell Courier", source=letter, text=long), copied, report("Dune Daily", 20, letter))

    assert found == {frozenset({"Fell Courier", "Harbour Herald", "Dune Daily"})}


def test_an_article_with_two_sources_does_not_glue_those_who_have_one_each() -> None:
    police, hospital = Attribution(speaker="police"), Attribution(speaker="Port Elm hospital")
    of = article(
        "Dune Daily", "Police counted 57 crates. The hospital, too, spoke of 57 crates in its yard.", published=NOON + timedelta(minutes=5)
    )
    both = reading(
        of,
        claim(of, "57", quantity("57", counted="crates"), attribution=police),
        claim(of, "57 crates in", quantity("57", counted="crates"), attribution=hospital),
    )
    group = (report("Harbour Herald", source=police), both, report("Fell Courier", 9, hospital))
    found = partition(*group)

    assert frozenset({"Harbour Herald", "Dune Daily"}) in found
    assert frozenset({"Fell Courier"}) in found


def test_owners_do_not_make_one_of_two_named_sources() -> None:
    police, hospital = Attribution(speaker="police"), Attribution(speaker="Port Elm hospital")

    assert len(origins(report("Harbour Herald", source=police), report("Quay Post", 5, hospital))) == 2


def test_who_cites_an_agency_rests_on_it_as_do_those_that_run_its_copy() -> None:
    citing = Attribution(cites=("Tern Press",))

    assert len(origins(report("Dune Daily", credits=("Tern Press",)), report("Fell Courier", 5, citing))) == 1


def test_sites_of_one_domain_are_one_family() -> None:
    first = report("Dune Daily", url="https://news.dune-papers.com/a")
    second = report("Fell Courier", 5, url="https://www.dune-papers.com/b")

    assert [origin.kind for origin in origins(first, second)] == [OriginKind.FAMILY]
