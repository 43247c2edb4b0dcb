"""Figures of an event that was over before the article's own, told of somebody or somewhere that the article does not open with."""

import re

from corroborate.match.background import share
from corroborate.match.words import capitals
from corroborate.model.articles import Article
from corroborate.model.claims import Claim

HEAD = 600
"""Characters at the head of an article in which its event is named."""

OPENING = 150
"""Characters in which no article looks back yet."""

NAMED = re.compile(r"[^\W\d_]{3,}")
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


FRONTED = re.compile(
    r"^[\"“]?(?:(?:shortly|not long|long|soon|immediately|hours|days|weeks|months|years)\s+before|(?:only )?recently),", re.IGNORECASE
)
"""What a sentence opens with that puts all of it before the event, whoever said it: "Only recently, Tarn Freight had announced"."""


def elsewhere(claim: Claim, article: Article) -> frozenset[str]:
    """The words of the names in a sentence that looks back, where the article opens with none of them; else nothing.

    "A quake of magnitude 5.3 had shaken Orsk not long before, and 2,541 houses had collapsed": Orsk.
    """
    sentence = claim.sentence.text
    if claim.sentence.start < OPENING or "had " not in sentence:
        return frozenset()
    if OVER.search(sentence) is None or BEFORE.search(sentence) is None:
        return frozenset()
    if SAYS.search(sentence) is not None and FRONTED.search(sentence) is None:
        return frozenset()
    named = frozenset(word for name in claim.parties or _names(sentence) for word in _telling(name))
    start, end = claim.sentence.start, claim.sentence.start + len(sentence)
    head = f"{article.title or ''} {article.text[: min(HEAD, start)]} {article.text[end:HEAD]}"
    return frozenset() if any(word in head for word in named) else named


def _names(sentence: str) -> list[str]:
    """Where no party is read, the words with a capital that do not merely open the sentence: "storm Desmond"."""
    return [sentence[one.start : one.end] for one in capitals(sentence) if one.is_name]


def _telling(name: str) -> list[str]:
    """The rarest words of a name, which tell it from others of its kind: "Orsk" of "Orsk Lantern Festival"."""
    words = [word for word in NAMED.findall(name) if word[:1].isupper()]
    least = min((share(word.lower()) for word in words), default=1.0)
    return [word for word in words if share(word.lower()) == least] if least < COMMON else []
