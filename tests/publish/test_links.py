from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from corroborate.publish.links import text_link


def test_a_link_leads_to_the_sentence() -> None:
    link = text_link("https://post.example/a?b=1", "Tarn, the carrier, cut 480 jobs - and more.")

    assert link == "https://post.example/a?b=1#:~:text=Tarn%2C%20the%20carrier%2C%20cut%20480%20jobs%20%2D%20and%20more."


def test_an_existing_fragment_is_kept() -> None:
    assert text_link("https://post.example/a#top", "Yes.") == "https://post.example/a#top:~:text=Yes."


def test_a_long_sentence_is_named_by_its_ends() -> None:
    words = [f"word{number}" for number in range(60)]

    directive = text_link("https://post.example/a", " ".join(words)).split("text=")[1]

    first, last = directive.split(",")
    assert unquote(first).split() == words[:6]
    assert unquote(last).split() == words[-6:]


@given(st.text(min_size=1, max_size=180))
def test_any_short_sentence_can_be_read_back(sentence: str) -> None:
    words = " ".join(sentence.encode("utf-8", "replace").decode().split())

    link = text_link("https://post.example/a", sentence)

    assert unquote(link.partition(":~:text=")[2]) == words
