"""What the shipped pipeline tells a figure is of, beyond the words beside it."""

import pytest

from corroborate.extract.language import load_pipeline


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The merger would yield yearly cost savings of $40 million, Orrin Rail said.", "cost savings"),
        ("Orrin Rail sank 6.1 percent after the news.", None),
        ("The company stole $1.2 million meant for schools.", None),
        ("Ferry traffic across the strait fell 9 percent.", "ferry traffic"),
        ("Some 2,300 homes lost power.", "homes"),
        ("The number of people known to have died in Monday's earthquake in the hills has risen to 12.", "people"),
        ("The number of people reported missing after the landslide in Brod has fallen to six.", "people"),
    ],
)
def test_a_figure_is_of_what_its_clause_says(text: str, counted: str | None) -> None:
    doc = load_pipeline()(text)

    thing = doc.spans["quantities"][0]._.figure.counted

    assert (thing.lower() if thing else thing) == counted
