"""One person, or several of a kind, where a sentence speaks of them: "a 34-year-old man", "her two daughters", "John Harrow, 24"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corroborate.extract.lexicon import PARENTS, words
from corroborate.extract.quantities.ages import OF_AN_AGE, is_listed
from corroborate.extract.victims.people import COUPLES, KIN, PLURAL, SINGULAR, SUSPECTS, UNIQUE, sex_of
from corroborate.model.numerals import CARDINALS

HEADS = SINGULAR | {"victim", "male", "female", "body"}
MOST_COUNTED = 999
_COUNTING = {word: int(size) for word, size in CARDINALS.items() if size == int(size) and 0 < size <= 90 and word not in ("a", "an")}
NUMBER = r"\d{1,3}|" + "|".join(sorted(_COUNTING, key=lambda word: -len(word)))
_STOP = words("""
and or of in at on for to by with who whom whose that which was were is are be been has have had from as while when after before the a
an his her their its not but than into over killed injured wounded dead died shot hurt left it he she they said if no nor us we you
""")
_DETERMINERS = words("a an another one the his her their its both all this these")
_POSSESSIVE = re.compile(r"(?:couple|man|woman|suspect|driver|family|tanker|[A-Z][\w.-]+)['’]s")
_ORDINALS = words("second third fourth fifth sixth other")
_LONGEST = 5
"""Words between an article and its noun."""

_TOKEN = re.compile(r"[A-Za-zÀ-ÿ\d][\w’'-]*(?:\.(?=[\w]))?[\w’'-]*")
_AGE = re.compile(r"(?P<years>\d{1,3}|[a-z]+(?:-[a-z]+)?)-(?:year|month|week|day)s?-old", re.IGNORECASE)
_AFTER = re.compile(
    r"[,.;:]|$| (?:and|was|were|is|are|has|had|who|from|of|in|to|died|dies|shot|killed|injured|wounded|hurt|dead|fatally|critically|"
    r"accidentally|apparently|"
    r"seriously|fighting)\b"
)
_NAMES = re.compile(r"(?: (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-z’'-]+){1,3}")
_ANY_PEOPLE = "|".join(sorted(PLURAL))
_OF = re.compile(rf" (?:others? |more )?of (?:them|those|whom|(?:the|(?P<own>his|her|their)) (?:[\w-]+ ){{0,2}}?(?:{_ANY_PEOPLE}))\b")
""" "Two of them" were told of before, "one of his workers" was not."""

_OTHERS = re.compile(r" (?:others?|more(?= (?:people|are|were|is|was|have|had)\b))\b")
_ALONE = re.compile(
    r"[,.;:)]|$|\s(?:and|or|in|at|on|of|near|outside|inside|during|after|when|as|by|with|before|while|was|were|is|are|has|have|had|who|"
    r"dead|killed|died|dies|shot|injured|wounded|hurt|hospitali[sz]ed|fatally|critically|seriously|badly|also|both|later|remain|remained|"
    r"to|from|for|fighting|slain|stabbed|taken|pronounced|found|suffered|early|late|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_NO_NUMBER = re.compile(r"[-.,:]\d|-year|[-’']\w|%| ?[ap]\.?m\b")
_NAME = r"[A-Z][a-zà-ÿ’'A-Z-]*[a-zà-ÿ]"
_NEXT_NAME = r"(?: (?:[A-Z]\.|[A-Z][\wà-ÿ’'-]*|de|van|von|al|bin|la|del|Jr\.|Sr\.))"
_AGED = (
    r"(?:,? (?:who was |aged )?(?P<age>\d{1,3})(?=[,;.)]|$| (?:and|of|from|was|were|is|are|died|in|dead|shot|killed|injured)\b)"
    r"| \((?P<years>\d{1,3})\))"
)
_NAMED = re.compile(rf"\b(?P<name>{_NAME}{_NEXT_NAME}{{1,4}}){_AGED}")
_AGES = re.compile(r"(?:[a-z],?|aged) \(?\d{1,3}\b")
_OF_WHOM = re.compile(
    r"\b(?:(?:deaths?|killings?|murders?|slayings?|shooting|stabbing|bod(?:y|ies)) of|killing|murdering|identified as) "
    rf"(?P<name>{_NAME}(?:(?= and [A-Z]\S+ [A-Z])|{_NEXT_NAME}{{1,3}}))"
)
_DYING = re.compile(
    rf"(?:^|(?<=[.!?”\"\n,] )|(?<=\n))(?P<name>{_NAME}{_NEXT_NAME}{{1,3}})(?= (?:(?:later |also |then )?died|was (?:\w+ )?(?:pronounced|"
    r"killed|shot|stabbed|wounded|injured|found dead|taken to|airlifted|flown|struck|hit)|suffered)\b)"
)
_FIRST_NAME = re.compile(rf"(?P<name>{_NAME}), (?P<age>\d{{1,3}})(?=[,;.]| and\b)")
_JOINED = re.compile(r",? (?:and )?")
_CHILDREN_NAMED = re.compile(
    r"(?:\b(?:(?:his|her|their|the couple['’]s) (?:young )?|[A-Z]\w+(?: [A-Z]\w+)?['’]s ))?"
    r"\b(?:sons|daughters|children|brothers|sisters|twins|boys|girls|grandchildren|grandsons|granddaughters|nephews|nieces|siblings)"
    r",? "
    rf"(?={_NAME}, \d)"
)
_KIN_NAMED = re.compile(rf", (?P<name>{_NAME}), (?P<age>\d{{1,3}})(?=[,;.]| and\b)")
"""Behind one of a family: "his wife, Sara, 37"."""

_THEN = re.compile(rf"(?:,? and (?P<last>{_NAME}{_NEXT_NAME}{{1,3}})|, (?P<next>{_NAME}{_NEXT_NAME}{{1,3}})(?=,? and [A-Z]|, [A-Z]))")
_PLACE = r"(?:,? (?:both |all )?(?:of|from) (?:[A-Z][\w.’'-]*,? ?){1,4}(?<! ))"
_DECADE = (
    r"(?:,? (?:believed to be |aged )?in (?:his|her|their) (?:early |mid[- ]|late )?"
    r"(?:\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties))"
)
_OF_WHAT = (
    r"(?: of (?:an?|the|his|her|their)(?: (?!(?:was|were|is|are|has|had|who|and|died)\b)[a-z-]+){1,3}"
    r"(?= and (?:an?|one|two|his|her|their) ))"
)
""" "The owner of a tire shop and one of his workers"."""

_TAIL = re.compile(rf"(?:{_AGED}|{_OF_WHAT})?{_PLACE}?{_DECADE}?{_PLACE}?(?:,? both \d+)?")
DEFINITE = words("the both all this these")
POSSESSIVES = words("his her their")


@dataclass(frozen=True, slots=True)
class Person:
    """One of the people of a row, or several counted together; `size` is how many."""

    start: int
    end: int
    size: int
    noun: str = ""
    determiner: str = ""
    ordinal: str = ""
    age: str = ""
    name: str = ""
    counted: bool = False
    of_them: bool = False
    is_pronoun: bool = False

    @property
    def is_definite(self) -> bool:
        """Told of before: "the man", "she"; not "the driver", of whom there is one."""
        return self.determiner in DEFINITE and self.noun not in UNIQUE

    @property
    def is_other(self) -> bool:
        """Somebody beside those told of before: "another man", "a second woman"."""
        return self.determiner == "another" or self.ordinal != ""

    @property
    def is_suspect(self) -> bool:
        """Who did it, and not to whom it was done."""
        return self.noun in SUSPECTS

    @property
    def sex(self) -> str:
        """ "m", "f", or nothing where the noun does not tell."""
        return sex_of(self.noun)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    lower: str
    start: int
    end: int


def persons(text: str, start: int, end: int) -> Iterator[Person]:
    """Those of whom a sentence speaks, in order."""
    said = [_Word(one[0], one[0].lower(), one.start(), one.end()) for one in _TOKEN.finditer(text, start, end)]
    named = list(_named(text, start, end))
    place = start
    for number, word in enumerate(said):
        if word.start < place:
            continue
        while named and named[0].start < place:
            named.pop(0)
        if named and named[0].start <= word.start:
            found: Person | None = named[0]
        else:
            found = _at(text, said, number, (place, end))
        if found is not None:
            found = found if found.is_pronoun else _with_tail(text, found, end)
            yield found
            place = found.end


def _at(text: str, said: Sequence[_Word], number: int, bounds: tuple[int, int]) -> Person | None:
    """Whom a word stands for."""
    word = said[number]
    lower = word.lower
    if lower in HEADS or lower in PLURAL or lower in COUPLES:
        return _of_noun(text, said, number, bounds)
    if lower in _COUNTING or (lower.isdigit() and len(lower) < 4):
        return _of_number(text, said, number, bounds[1])
    if lower in ("he", "she", "both"):
        noun = {"he": "man", "she": "woman"}.get(lower, "")
        return Person(word.start, word.end, 2 if lower == "both" else 1, noun, "the", is_pronoun=True)
    if lower in ("another", "other", "second", "third", "fourth") and _AFTER.match(text, word.end, bounds[1]):
        before = said[number - 1].lower if number else ""
        if lower != "another" and before not in ("a", "the"):
            return None
        start = word.start if lower == "another" else said[number - 1].start
        return Person(start, word.end, 1, "", "another", "" if lower == "another" else lower)
    young = _AGE.fullmatch(word.text) if "-old" in lower else None
    names = _NAMES.match(text, word.end, bounds[1]) if young is not None else None
    stop = word.end if names is None else names.end()
    if young is not None and _AFTER.match(text, stop, bounds[1]):
        first = number - 1 if number and said[number - 1].lower in ("a", "an", "another", "the") else number
        determiner = said[first].lower if first < number else ""
        name = names[0].strip() if names is not None else ""
        return Person(said[first].start, stop, 1, "", determiner, age=young["years"], name=name)
    return None


def _of_noun(text: str, said: Sequence[_Word], number: int, bounds: tuple[int, int]) -> Person | None:
    """ "a 34-year-old man", "her two daughters", "another Port Delane officer", in a headline "man"."""
    last = number
    while last + 1 < len(said) and said[last + 1].lower in HEADS and text[said[last].end : said[last + 1].start] == " ":
        last += 1
    head = said[last]
    if text[head.end : head.end + 1] in ("'", "’", "-") and text[head.end + 1 : head.end + 2].isalpha():
        return None
    first = number
    while first and number - first < _LONGEST and said[first - 1].start >= bounds[0] and _describes(text, said[first - 1], said[first]):
        first -= 1
    ordinal = next((one.lower for one in said[first:number] if one.lower in _ORDINALS), "")
    counts = next((place for place in range(first, number) if _size(said[place].lower) is not None), None)
    leading = (
        said[first - 1] if first and said[first - 1].start >= bounds[0] and text[said[first - 1].end : said[first].start] == " " else None
    )
    determiner = leading.lower if leading is not None and _is_determiner(leading) else ""
    begin = said[first].start if not determiner or leading is None else leading.start
    if head.lower in PLURAL and head.lower not in HEADS:
        if counts is None:
            return None
        begin = begin if counts == first and determiner else said[counts].start
        size = _size(said[counts].lower) or 0
        return Person(begin, head.end, size, PLURAL[head.lower], determiner, counted=True)
    if counts is not None and said[counts].lower == "one":
        return Person(said[counts].start, head.end, 1, head.lower, "one", ordinal, _age(text[begin : head.end]), counted=True)
    names = _NAMES.match(text, head.end, bounds[1])
    noun = head.lower if head.lower in HEADS else ""
    stop = names.end() if names else head.end
    is_one = determiner == "one"
    return Person(begin, stop, COUPLES.get(head.lower, 1), noun, determiner, ordinal, _age(text[begin : head.end]), counted=is_one)


def _describes(text: str, word: _Word, following: _Word) -> bool:
    """The word stands before a noun and belongs to it."""
    between = text[word.end : following.start]
    joined = between == " " or (between == ", " and "-old" in word.lower)
    return joined and word.lower not in _STOP and not _is_determiner(word)


def _is_determiner(word: _Word) -> bool:
    return (word.lower in _DETERMINERS and word.lower != "one") or _POSSESSIVE.fullmatch(word.text) is not None


def _size(word: str) -> int | None:
    return number_of(word) if word in _COUNTING or (word.isdigit() and len(word) < 4) else None


def number_of(written: str) -> int:
    """ "two" and "2"."""
    return _COUNTING.get(written.lower()) or int(written)


def _age(phrase: str) -> str:
    found = _AGE.search(phrase) if "-old" in phrase else None
    return found["years"] if found else ""


def _of_number(text: str, said: Sequence[_Word], number: int, end: int) -> Person | None:
    """ "two", "three others", "12 of them"; what stands before a noun is found with it."""
    word = said[number]
    if (
        _NO_NUMBER.match(text, word.end, end)
        or (number and said[number - 1].lower == "no")
        or _is_age(text, word)
        or _leads(text, said, number)
        or _CHILDREN_OF.search(text, max(0, word.start - 20), word.start)
    ):
        return None
    before = said[number - 1] if number and text[said[number - 1].end : word.start] == " " else None
    determiner = before.lower if before is not None and before.lower in ("all", "both", "the", "another", "his", "her", "their") else ""
    of, others = _OF.match(text, word.end, end), _OTHERS.match(text, word.end, end)
    stop = of.end() if of else others.end() if others else word.end
    if of is None and others is None and _ALONE.match(text, word.end, end) is None:
        return None
    start = before.start if determiner and before is not None else word.start
    return Person(start, stop, number_of(word.lower), "", determiner, counted=True, of_them=of is not None and of["own"] is None)


def _leads(text: str, said: Sequence[_Word], number: int) -> bool:
    """A noun follows that the number counts."""
    word = said[number]
    for place in range(number + 1, min(len(said), number + _LONGEST)):
        if text[said[place - 1].end : said[place].start] != " " or said[place].lower in _STOP:
            return False
        if said[place].lower in PLURAL or (word.lower == "one" and said[place].lower in HEADS):
            return True
    return False


_OFFSPRING = re.compile(rf" of (?:{NUMBER})\b(?=[ ,.;])")
_CHILDREN_OF = re.compile(rf"\b(?:{'|'.join(sorted(PARENTS))}) of $")
""" "A mother of three": how many children she has."""

_AGED_BEFORE = re.compile(
    r"\b(?:(?:aged|ages) (?:\d{1,3}(?:, \d{1,3})*,? (?:and|to) )?|"
    rf"(?:{OF_AN_AGE}) of )$"
)


def _is_age(text: str, word: _Word) -> bool:
    """A bare number between commas, or behind "aged": "the server, 23, was", "two men, aged 20 and 57", "a man of 23"."""
    if not word.lower.isdigit():
        return False
    if _AGED_BEFORE.search(text, max(0, word.start - 24), word.start) or is_listed(text, word.start, word.end):
        return True
    return text[max(0, word.start - 2) : word.start] in (", ", " (") and text[word.end : word.end + 1] in tuple(",.;)")


def _named(text: str, start: int, end: int) -> Iterator[Person]:
    """Those named with their ages, and those of whose death is spoken."""
    found = (
        list(_OF_WHOM.finditer(text, start, end))
        if "ing " in text[start:end] or " of " in text[start:end] or " as " in text[start:end]
        else []
    )
    known = [Person(one.start("name"), one.end("name"), 1, name=one["name"]) for one in found]
    for one in list(known):
        while (then := _THEN.match(text, one.end, end)) is not None:
            which = "last" if then["last"] else "next"
            one = Person(then.start(which), then.end(which), 1, name=then[which])
            known.append(one)
    if _AGES.search(text, start, end):
        for aged in _NAMED.finditer(text, start, end):
            person = Person(aged.start(), aged.end(), 1, age=aged["age"] or aged["years"], name=aged["name"])
            known = [one for one in known if one.end <= person.start or person.end <= one.start]
            known.append(person)
    known.extend(Person(one.start("name"), one.end("name"), 1, name=one["name"]) for one in _DYING.finditer(text, start, end))
    for first in _CHILDREN_NAMED.finditer(text, start, end):
        run = [Person(one.start(), one.end(), 1, age=one["age"], name=one["name"]) for one in _run(text, first.end(), end)]
        known.extend([replace(one, start=first.start()) for one in run[:1]] + run[1:])
    yield from sorted(known, key=lambda one: one.start)


def _run(text: str, place: int, end: int) -> Iterator[re.Match[str]]:
    """ "Caleb, 9, and Noah, 7"."""
    found = _FIRST_NAME.match(text, place, end)
    while found is not None:
        yield found
        joined = _JOINED.match(text, found.end(), end)
        found = _FIRST_NAME.match(text, joined.end(), end) if joined else None


def _with_tail(text: str, person: Person, end: int) -> Person:
    """The person with the age and place behind: "a man, 34, of Castering"."""
    named = _KIN_NAMED.match(text, person.end, end) if person.noun in KIN and not person.name and person.size == 1 else None
    if named is not None:
        return replace(person, end=named.end(), name=named["name"], age=named["age"])
    offspring = _OFFSPRING.match(text, person.end, end) if person.noun in PARENTS else None
    tail = _TAIL.match(text, person.end if offspring is None else offspring.end(), end)
    if tail is None or tail.end() == person.end:
        return person
    told = person.age or tail["age"] or tail["years"] or ""
    return replace(person, end=tail.end(), age=told)
