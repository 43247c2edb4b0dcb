"""Sentences spoiled in every way in which pages spoil them, and in some in which only malice does."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice
from random import Random

from corroborate.measure.articles import sentences_of, written_texts

ARTICLES = 60
LONGEST = 4_000

AWKWARD = (
    "Ilse Varga, 37, paid A$36.8m (£19.4m) for 3,480 sq ft in Orsk, up from $20-$25 million a year earlier.",
    "“Between 410 and 460 goats,” said Okafor, “or one in seven, were lost; 2 to 9 June was worse.”",
    "Shares in Velt Freight (VLT.N) fell 2.4pc to 98.5p at 0930 GMT on 3/4/2026, 180 basis points below the 52-week high.",
    "According to a letter dated June 10, seen by the Norhaven Courier, the lender owes half a dozen banks €3.15bn.",
    "It is three and a half million, forty-six thousand two hundred nineteen, or 1 234 567,89 depending on whom you ask.",
    "“We never said ‘28.8 million’”, the company told Meridian Wire, which first reported the filing in April.",
    "The second-largest dam since 1998 held -41C, minus 7 degrees, 5 ft 8 in of ice and 12 000 m³ of silt (see section 4.2.1).",
    "At least 19 people, among them six children aged 4-11, were hurt when Flight KX 204 landed at 6:45 p.m. on Tuesday.",
    "Orrin Rail beat Velt 3-1 on aggregate; the $2.9m fine, its second-worst since 2018-19, is due within 90 days of Friday.",
    "No fewer than 25,000 of the 31,400 fake accounts – nearly four fifths – were closed by the end of the third quarter.",
    "Call +44 20 7946 0958 or write to desk@herald.example; version 2.10.3 costs RM45, Y=900, PS12 or US$9.99 a month.",
    "HARBOUR BOARD: 12 DEAD, 30 MISSING AS FERRY SINKS OFF ORSK",
    "Dr. A. B. Nwosu vs. the U.S. Dept. of Fish: No. 7 of 12 lawsuits, filed Jan. 5, seeks Rs 3 crore, i.e. 40 lakh more.",
    "The rate rose by a quarter point, to between 4.25 and 4.5 per cent, the ninefold rise analysts had doubted since winter.",
)
STRANGE = (
    "\u200b", "\u00a0", "\u2009", "\ufeff", "\u202e", "\u0301", "\u00ad", "½", "²", "①", "٣", "五", "é", "ß", "İ", "ﬁ", "🚢",
    "\x00", "\x1b[31m",
    "–", "—", "−", "…", "€", "£", "¥", "₹", "%", "‰", "°", "×", "±", "«", "»", "„", "“", "”", "‘", "’", "\n", "\r\n", "\t", "\u2028",
)  # fmt: skip
QUOTES = "\"'“”‘’«»„"
GLUE = ("", " ", ", ", " and ", "; ", "-", "/", ".", "\n", " (", ' "')

Mutation = Callable[[str, Random, Sequence[str]], str]


def _delete_characters(text: str, rng: Random, pool: Sequence[str]) -> str:
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.randint(1, 6) :]


def _delete_word(text: str, rng: Random, pool: Sequence[str]) -> str:
    words = text.split(" ")
    del words[rng.randrange(len(words))]
    return " ".join(words)


def _swap_words(text: str, rng: Random, pool: Sequence[str]) -> str:
    words = text.split(" ")
    left, right = rng.randrange(len(words)), rng.randrange(len(words))
    words[left], words[right] = words[right], words[left]
    return " ".join(words)


def _change_digit(text: str, rng: Random, pool: Sequence[str]) -> str:
    places = [place for place, letter in enumerate(text) if letter.isdigit()] or [rng.randrange(len(text) + 1)]
    place = rng.choice(places)
    return text[:place] + rng.choice(("0", "7", "00", "999999999999", ".", ",", "-", "")) + text[place + 1 :]


def _insert_figure(text: str, rng: Random, pool: Sequence[str]) -> str:
    figure = rng.choice(("12", "3.4m", "$2.9bn", "1,2,3", "twenty", "a hundred", "1998", "0.0.0", "9" * 60, "12-", "half", "million"))
    return _inserted(text, rng, figure)


def _insert_quote(text: str, rng: Random, pool: Sequence[str]) -> str:
    return _inserted(text, rng, rng.choice(QUOTES))


def _insert_strange(text: str, rng: Random, pool: Sequence[str]) -> str:
    return _inserted(text, rng, rng.choice(STRANGE))


def _join(text: str, rng: Random, pool: Sequence[str]) -> str:
    return text + rng.choice(GLUE) + rng.choice(pool)


def _cross(text: str, rng: Random, pool: Sequence[str]) -> str:
    other = rng.choice(pool)
    return text[: rng.randrange(len(text) + 1)] + other[rng.randrange(len(other) + 1) :]


def _repeat(text: str, rng: Random, pool: Sequence[str]) -> str:
    start = rng.randrange(len(text) + 1)
    end = start + rng.randint(1, 12)
    return text[:start] + text[start:end] * rng.randint(2, 40) + text[end:]


def _change_case(text: str, rng: Random, pool: Sequence[str]) -> str:
    return rng.choice((text.upper, text.lower, text.title, text.swapcase))()


def _crowd(text: str, rng: Random, pool: Sequence[str]) -> str:
    return text.replace(" ", rng.choice(("", "  ", "\u00a0", "-", "\n")), rng.randint(1, 8))


def _inserted(text: str, rng: Random, piece: str) -> str:
    place = rng.randrange(len(text) + 1)
    return text[:place] + piece + text[place:]


MUTATIONS: tuple[Mutation, ...] = (
    _delete_characters,
    _delete_word,
    _swap_words,
    _change_digit,
    _insert_figure,
    _insert_quote,
    _insert_strange,
    _join,
    _cross,
    _repeat,
    _change_case,
    _crowd,
)


@cache
def seed_sentences(seed: int = 0) -> tuple[str, ...]:
    """Sentences to mutate: awkward ones, and what the simulated newsroom writes."""
    written = (sentence for text in written_texts(ARTICLES, seed=seed) for sentence in sentences_of(text.text))
    return (*AWKWARD, *dict.fromkeys(written))


def mutants(number: int, *, seed: int = 0) -> Iterator[str]:
    """So many mutated sentences, the same for the same seed."""
    return islice(_mutants(Random(f"mutants/{seed}"), seed_sentences(seed)), number)


def _mutants(rng: Random, pool: Sequence[str]) -> Iterator[str]:
    while True:
        text = rng.choice(pool if rng.random() < 0.7 else AWKWARD)
        for _ in range(rng.randint(1, 5)):
            text = rng.choice(MUTATIONS)(text, rng, pool)[:LONGEST]
        yield text
