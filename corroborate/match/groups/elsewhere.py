"""Figures of an event that was over before the article's own, told of somebody or somewhere that the article does not open with."""

import re
from functools import lru_cache

from corroborate.match.background import share
from corroborate.match.origins.outlets import MASTHEADS
from corroborate.match.words import capitals
from corroborate.model.articles import Article
from corroborate.model.claims import Claim

HEAD = 600
"""Characters at the head of an article in which its event is named."""

OPENING = 150
"""Characters in which no article looks back yet."""

NAMED = re.compile(r"[^\W\d_]{3,}")
RUN = re.compile(r"[A-Z][\w&-]*(?:['’](?!s\b)\w+)?(?: (?:of |the |and |for )?(?:[A-Z][\w&-]*|\d+)(?:['’](?!s\b)\w+)?)*")
""" "Orsk Lantern Festival", "Ember 40": words with capitals in a row, and a number behind them."""

SENTENCES = re.compile(r"(?<=[.!?])\s+|\n")
PART = re.compile(r"[\w&'’-]+")
KEPT = 1 << 14
"""Names and texts of which is remembered whether the one stands in the other."""

COMMON = 0.02
"""Share of articles, and more, that hold a word which is no name by itself: "Group", "News"."""

OVER = re.compile(
    r"(?<!\bwho )(?<!\bwhich )(?<!\bthat )(?<!\bwhom )(?<!\bwhere )(?<!\bthey )(?<!\bhe )(?<!\bshe )(?<!\bit )(?<!\band )\bhad\s+"
    r"(?:(?:[a-z]+ly|been|also|already|since|once|just|not|never|itself|himself|herself|themselves)\s+)*"
    r"(?!(?:been|said|told|hundred|thousand|one|seven|eleven)\b)"
    r"(?:[a-z]{2,}(?:ed|en|wn|ght|ung|unk|one|lt|ft|pt|nt|st)|found|bound|ground|wound|cut|hit|hurt|shot|met|put|won|run|led|paid|made|laid|struck|fled|fed|shut|"
    r"held|sold|read|set|bid|come|become|begun|dug|(?<=been )(?:in|at|for|against|under|without|among|down|up|out|on))\b",
    re.IGNORECASE,
)
""" "The festival at Orsk had drawn 41,000": done before what the article tells of; "who had worked" is an aside."""

BEFORE = re.compile(
    r"\b(?:shortly|not long|long|just|only|soon|immediately|minutes|hours|days|weeks|months|years|seasons) before\b"
    r"(?! (?:dawn|noon|midnight))|"
    r"\bin (?:an? )?(?:like|similar|comparable|separate|unrelated|related|different|another) [a-z]+\b|"
    r"\brecently\b|\bearlier\b|\bpreviously\b|\bthe (?:day|night|week|weekend|month|season|year) before\b|"
    r"^(?:(?-i:At|In|On|When|After|During|Near|Around) (?:the )?(?:(?-i:[a-z]+) ){0,2}(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Words that put it before the event, or first name where or when else it was."""

SAYS = re.compile(
    r"\b(?:sa(?:id|ys?)|told|tells?|according|(?<!was )report(?:ed|s)(?! of\b)|confirmed|added|adds|stated|announced|believes?|thought)\b",
    re.IGNORECASE,
)
"""What someone says, is told with "had" of the event itself: "the governor said 46 people had been taken to hospital"."""


TRAILING = re.compile(r"\b(?:shortly|not long|soon) before(?=[.,;]|$)")
"""What was so before the event is over too where no "had" tells it: "under a plan that became known not long before"."""

FRONTED = re.compile(
    r"^[\"“]?(?:(?:shortly|not long|long|soon|immediately|hours|days|weeks|months|years)\s+before|(?:only )?recently),", re.IGNORECASE
)
"""What a sentence opens with that puts all of it before the event, whoever said it: "Only recently, Tarn Freight had announced"."""


WHEN_ONE = re.compile(r"^[\"“]?(?:When|After|As) (?:the )?(?:[a-z]+ )?((?:[A-Z][\w'’-]+ ){1,3})[a-z]+\b")
"""Whom or what a sentence opens with that looks back."""


def elsewhere(claim: Claim, article: Article) -> frozenset[str]:
    """The names in a sentence that looks back, where the article opens with none of them; else nothing.

    "A quake of magnitude 5.3 had shaken Orsk not long before, and 2,541 houses had collapsed": Orsk.
    """
    sentence = claim.sentence.text
    if claim.sentence.start < OPENING or not _looks_back(sentence):
        return frozenset()
    if SAYS.search(sentence) is not None and FRONTED.search(sentence) is None:
        return frozenset()
    named = frozenset(name for name in claim.parties or _names(sentence) if _telling(name))
    start, end = claim.sentence.start, claim.sentence.start + len(sentence)
    head = f"{article.title or ''}. {article.text[: min(HEAD, start)]} {article.text[end:HEAD]}"
    unknown = frozenset(name for name in named if not opens_with(name, head))
    return unknown if unknown == named else _set_apart(sentence, unknown)


def _set_apart(sentence: str, unknown: frozenset[str]) -> frozenset[str]:
    """Names new to the article in a sentence that is put before the event by its first words, though the place may be the same:
    "Only recently, the ferry Gannet Queen had gone down off Orsk", "When the Silver Tern sank off Orsk".
    """
    if FRONTED.search(sentence) is not None:
        return unknown
    subject = WHEN_ONE.match(sentence)
    return frozenset() if subject is None else frozenset(name for name in unknown if is_named(name, subject.group(1)))


def opens_with(name: str, head: str) -> bool:
    """The head of an article names it where it does not look back itself."""
    return is_named(name, _of_now(head))


@lru_cache(maxsize=KEPT)
def _of_now(head: str) -> str:
    return " ".join(sentence for sentence in SENTENCES.split(head) if not _looks_back(sentence))


def _looks_back(sentence: str) -> bool:
    if TRAILING.search(sentence) is not None:
        return True
    return "had " in sentence and OVER.search(sentence) is not None and BEFORE.search(sentence) is not None


@lru_cache(maxsize=KEPT)
def is_named(name: str, text: str) -> bool:
    """The name stands in a text, in full or by a part that tells it; not merely a word that another name has as well.

    "The Polar Lark has sunk" names no Island Lark, and "the Orsk Herald reported" no Orsk.
    """
    whole, telling = _words(name), {word.lower() for word in _telling(name)}
    runs = (frozenset(words) for run in RUN.finditer(text) if len(words := _words(run.group())) == 1 or words[-1] not in MASTHEADS)
    return any(not telling.isdisjoint(run) and (run.issubset(whole) or run.issuperset(whole)) for run in runs)


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in PART.findall(name))


def _names(sentence: str) -> list[str]:
    """Where no party is read, the words with a capital that do not merely open the sentence: "storm Desmond"."""
    return [sentence[one.start : one.end] for one in capitals(sentence) if one.is_name]


def _telling(name: str) -> list[str]:
    """The rarest words of a name, which tell it from others of its kind: "Orsk" of "Orsk Lantern Festival"."""
    words = [word for word in NAMED.findall(name) if word[:1].isupper()]
    least = min((share(word.lower()) for word in words), default=1.0)
    return [word for word in words if share(word.lower()) == least] if least < COMMON else []
