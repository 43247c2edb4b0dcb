"""Capitals that name nobody although they are written like names: party tags, road numbers, legal forms, shouted words."""

import re

from corroborate.extract.lexicon import FUNCTION_WORDS, words
from corroborate.extract.parties.mentions import Mention
from corroborate.extract.parties.names import SUFFIXES
from corroborate.extract.parties.writing import Writing

STATE_TAG = re.compile(r"(?:R|D|I|L)-[A-Z]")
"""The party and the state or seat of a member: "R-Iowa", "D-Ore."."""
PARTY_TAGS = frozenset({"Con", "Lab", "Lib Dem", "Lib Dems", "Ind", "Grn", "Dem", "Rep", "LD", "R", "D"})
"""Parties in brackets behind who sits for them: "Martha Ockley (Con)"."""
NUMBERED = words("""
Series Phase Article Section Chapter Act Rule Title Part Level Category Type Class Tier Round Figure Table Appendix Form Version
Band Route Interstate Highway Milepost Exit Junction Gate Platform Room Grade Stage Zone Lot Row Clause Schedule Paragraph
""")
COUNTS = words("One Two Three Four Five Six Seven Eight Nine Ten I II III IV V VI")
ORDINALS = words("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth")


def names_nobody(text: Writing, mention: Mention) -> bool:
    """The capitals stand for something else than a person, a body, a place or a product."""
    if "=" in mention.name or "--" in mention.name or _is_tag(text, mention):
        return True
    first = text.words[mention.start]
    length = mention.end - mention.start
    if length == 2 and first in NUMBERED:
        return _is_number(text.words[mention.end - 1])
    if length > 1:
        return False
    if first in SUFFIXES or first in NUMBERED or first in ORDINALS:
        return True
    return _is_shouted(text, mention)


def _is_number(word: str) -> bool:
    """A number or a letter: "Route 9", "Band D", "Phase Two"."""
    return word[0].isdigit() or (len(word) == 1 and word.isupper()) or word in COUNTS or word in ORDINALS


def _is_tag(text: Writing, mention: Mention) -> bool:
    before = text.words[mention.start - 1] if mention.start else ""
    if before in (",", "(") and STATE_TAG.match(mention.name):
        return True
    bracketed = before == "(" and mention.end < len(text) and text.words[mention.end] in (")", ",")
    return bracketed and mention.name in PARTY_TAGS


def _is_shouted(text: Writing, mention: Mention) -> bool:
    """A word behind "a" in large letters that no noun follows: "A NURSE of forty years"."""
    if not mention.start or text.lower[mention.start - 1] not in ("a", "an") or not mention.name.isalpha() or not mention.name.isupper():
        return False
    after = mention.end
    return len(mention.name) > 3 and after < len(text) and (text.lower[after] in FUNCTION_WORDS or not text.words[after][0].isalnum())
