from corroborate.check.notices import notices
from corroborate.model.findings import DiscrepancyType, Verdict
from tests.check.newsrooms import Newsroom
from tests.factory import article, quantity


def notice_texts(text: str) -> list[str]:
    written = article(text=text)
    return [span.cut(written.text) for span in notices(written)]


def test_a_notice_is_found_with_its_sentence() -> None:
    text = "Tarn cuts 480 jobs. Correction: an earlier version of this report said 840 jobs would go. More follows."

    assert notice_texts(text) == ["Correction: an earlier version of this report said 840 jobs would go"]


def test_a_wrongful_conviction_is_no_notice() -> None:
    assert notice_texts("Lind was wrongly convicted and spent 12 years in prison.") == []


def test_a_figure_that_only_the_notice_names_is_a_correction() -> None:
    newsroom = Newsroom("How many jobs will go?")
    text = "Tarn cuts 480 jobs. Correction: an earlier version of this report said 840 jobs would go."
    newsroom.says("Harbour Herald", text, "480", quantity("480", counted="jobs"))
    newsroom.says("Port Post", "Tarn is to cut 480 jobs.", "480", quantity("480", counted="jobs"))
    newsroom.ask("How many jobs would go in earlier cases?")
    newsroom.says("Harbour Herald", text, "840", quantity("840", counted="jobs"), scope=("earlier",))

    (found,) = newsroom.discrepancies()

    assert found.type is DiscrepancyType.CORRECTION
    assert [side.value for side in found.sides] == ["840", "480"]
    assert newsroom.check()["How many jobs will go?"].verdict is Verdict.UPDATED


def test_a_notice_may_name_the_right_figure_first() -> None:
    newsroom = Newsroom("How many jobs will go?")
    newsroom.says("Harbour Herald", "Tarn cuts 840 jobs.", "840", quantity("840"))
    text = "Tarn cuts 530 jobs. This article was corrected: it is 530 jobs, not 840."
    newsroom.says("Port Post", text, "530", quantity("530"), hours=1)

    (found,) = newsroom.discrepancies()

    assert found.type is DiscrepancyType.CORRECTION
    assert [side.value for side in found.sides] == ["840", "530"]


def test_what_is_taken_back_may_be_counted_in_other_words() -> None:
    newsroom = Newsroom("How many reports were there?")
    text = "The yard has had 391 reports of smoke. Correction: an earlier version of this report said 537 reports of melting plugs."
    newsroom.says("Harbour Herald", text, "391", quantity("391", counted="reports of smoke"))
    newsroom.says("Port Post", "There were 391 reports of smoke.", "391", quantity("391", counted="reports of smoke"))
    newsroom.ask("How many reports of melting plugs were there?")
    newsroom.says("Harbour Herald", text, "537", quantity("537", counted="reports of melting plugs"))

    assert newsroom.types() == [DiscrepancyType.CORRECTION]


def test_a_sentence_that_says_which_figure_was_wrong_announces_a_correction() -> None:
    newsroom = Newsroom("How many sailors were killed?")
    newsroom.says("Harbour Herald", "The storm killed 19 sailors.", "19", quantity("19"))
    text = "The port says 17 sailors died and not 19, as it had first announced."
    newsroom.says("Port Post", text, "17", quantity("17"), hours=20)

    (found,) = newsroom.discrepancies()

    assert found.type is DiscrepancyType.CORRECTION
    assert text in found.reason
