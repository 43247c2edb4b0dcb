"""Speech over sentences and paragraphs, and what an article leaves open."""

from datetime import date

import pytest

from corroborate.extract.reader import Reader
from corroborate.extract.spans import attribution_of, chars_of
from corroborate.model.claims import Attribution

READERS = {name: Reader(name) for name in ("shipped", "blank")}


@pytest.fixture(params=sorted(READERS))
def reader(request: pytest.FixtureRequest) -> Reader:
    """The trained pipeline, and the rules alone."""
    return READERS[request.param]


def attribution(reader: Reader, text: str, surface: str) -> Attribution:
    doc = reader.annotate(text, date(2026, 10, 14))
    offset = text.index(surface)
    spans = [span for span in doc.spans["attributions"] if chars_of(span).start <= offset < chars_of(span).end]
    return attribution_of(spans[-1]) if spans else Attribution()


@pytest.mark.parametrize(
    ("text", "surface", "speaker"),
    [
        ("“We pulled 14 out. Another six sat on the quay,” said Ilse Varga, who has 22 boats.", "14", "Ilse Varga"),
        ("“We pulled 14 out. Another six sat on the quay,” said Ilse Varga, who has 22 boats.", "22", None),
        ("“There were 40 of us,” recalled Ilse Varga. “It was dark.\n\n“When it fell, 12 did not get out.”", "12", "Ilse Varga"),
        ("“There were 40 of us,” recalled Ilse Varga. “It was dark.\n\n“They ran.”\n\nThe hall, built for 200, is gone.", "200", None),
        ("Mayor Ilse Varga was blunt. “We lost 31 houses.”", "31", "Ilse Varga"),
        ("“We had 40 customers a day.” — Ilse Varga, shopkeeper", "40", "Ilse Varga"),
        ("“We have,” Ilse Varga said, “three weeks of grain left.”", "three", "Ilse Varga"),
        ("“The worst in 50 years,” the mayor said after seeing the valley, where 3,000 homes stand empty.", "3,000", None),
        ("Mayor Ilse Varga: “When we came, four barns were alight. We saved two.”", "two", "Ilse Varga"),
        ("The ferry, the coastguard said, carried 90 people.", "90", "coastguard"),
        ("The ferry carried 90 people, the coastguard said; 12 others had missed it.", "12", None),
        ("Rain will last three days, the weather office warned, adding that rivers could rise by two metres.", "two", "weather office"),
        ("The so-called “300 club” grew to 340 members.", "340", None),
        ("“People say 300 hours,” said Ilse Varga.", "300", "Ilse Varga"),
        ("The clinic treated 40 people, six of whom may die, it said.", "six", "clinic"),
        ("Mayor Ilse Varga met Captain Jan Okafor. He said 12 boats had sunk.", "12", "Jan Okafor"),
        ("Mayor Ilse Varga met Captain Jan Okafor. She said 12 boats had sunk.", "12", "Ilse Varga"),
        ("Fishermen were saved. They owed it, they said later, to three empty cans.", "three", "fishermen"),
        ("Orrin Rail blamed a cable and said 41 trains were hit.", "41", "Orrin Rail"),
        ("The owner, Ilse Varga, fumed that she had lost 12 boats.", "12", "Ilse Varga"),
        ("By the union's count, 400 drivers stayed at home.", "400", "union"),
        ("An estimate by Crane Partners puts the damage at $60 million.", "60", "Crane Partners"),
        ("The company's lawyer spoke of 12 letters.", "12", "lawyer"),
        ("Police put the crowd at 8,000; the organisers spoke of 20,000.", "20,000", "organisers"),
        ("Of 412 aboard, nine were missing, said Ilse Varga.", "nine", "Ilse Varga"),
        ("The minister did not say whether 40 schools would close.", "40", None),
        ("The minister declined to confirm that 40 schools would close.", "40", None),
    ],
)
def test_everybody_keeps_their_own_words(reader: Reader, text: str, surface: str, speaker: str | None) -> None:
    found = attribution(reader, text, surface).speaker

    assert found == speaker or (found is not None and speaker is not None and found.endswith(f"'s {speaker}"))


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("Orrin Rail brushed aside talk of 90 layoffs.", True),
        ("Orrin Rail rejected the figure of 90.", True),
        ("Orrin Rail rejected 90 applications.", False),
        ("Claims that 90 had died were dismissed by Ilse Varga.", True),
        ("Reports of 90 injured were false, Orrin Rail said.", True),
        ("Orrin Rail called the figure of 90 absurd.", True),
        ("Orrin Rail said it had never paid 90 million.", True),
        ("Orrin Rail said it had not hired more than 90 people.", False),
        ("The toll was 40, not 90, Ilse Varga told reporters.", True),
        ("Orrin Rail said 90 people had been hired.", False),
    ],
)
def test_denials_are_told_from_statements(reader: Reader, text: str, is_denied: bool) -> None:
    assert attribution(reader, text, "90").denied is is_denied


def test_only_the_hedged_clause_is_hedged(reader: Reader) -> None:
    text = "The blast killed four people and is thought to have injured 20 more."

    assert not attribution(reader, text, "four").hedged
    assert attribution(reader, text, "20").hedged


@pytest.mark.parametrize(
    ("text", "speaker", "cites"),
    [
        ("Some 90 jobs will go, Meridian Wire reported, citing two officials.", "officials", ("Meridian Wire",)),
        ("Some 90 jobs will go, state television said.", None, ("state television",)),
        ("The newspaper Dagblad Orm said 90 jobs will go.", None, ("Dagblad Orm",)),
        ("Meridian Wire quoted Ilse Varga as saying 90 jobs will go.", "Ilse Varga", ("Meridian Wire",)),
        ("Details were shared with Meridian Wire by an aide: 90 jobs will go.", "aide", ("Meridian Wire",)),
        ("Meridian Wire and the Harbour Herald reported that 90 jobs will go.", None, ("Meridian Wire", "Harbour Herald")),
    ],
)
def test_outlets_carry_what_others_say(reader: Reader, text: str, speaker: str | None, cites: tuple[str, ...]) -> None:
    found = attribution(reader, text, "90")

    assert (found.speaker, set(found.cites)) == (speaker, set(cites))


def test_a_spokeswoman_speaks_for_her_employer_and_is_kept_as_the_voice() -> None:
    text = "Orrin Rail's spokeswoman, Ines Roth, said six trains were hit. She added that nine were late."
    doc = READERS["shipped"].annotate(text, date(2026, 10, 14))

    told = {(span._.attribution.speaker, span._.voice) for span in doc.spans["attributions"]}

    assert told == {("Orrin Rail", "Ines Roth")}


def test_every_attribution_names_its_rule_in_words(reader: Reader) -> None:
    doc = reader.annotate("“Nine sank,” said Ilse Varga. Some 40 are feared to have drowned.", date(2026, 10, 14))

    assert [span._.rule for span in doc.spans["attributions"]] == ["words, verb, speaker", "hedge"]


def test_an_attribution_leaves_the_attributes_of_the_figure_within_alone(reader: Reader) -> None:
    doc = reader.annotate("The toll was 40, not 90, Ilse Varga said.", date(2026, 10, 14))

    assert all(span._.figure is not None for span in doc.spans["quantities"])
