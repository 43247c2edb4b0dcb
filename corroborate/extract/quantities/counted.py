"""The noun phrase that a figure counts or values: "nearly 25,000 fraudulent accounts were used" counts "fraudulent accounts".

Works without tagger: closed lists of function words and common verbs, and the endings of English nouns.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from corroborate.extract.lexicon import words
from corroborate.extract.neighbours import Word
from corroborate.model.numerals import CARDINALS

LONGEST_PHRASE = 5
POSSESSIVES = ("'s", "’s", "s'", "s’")
# Names that look like function words.
CAPITALS = ("US", "IT", "UN", "UK", "EU", "AM", "WHO")

FUNCTION_WORDS = words("""
a an the this that these those some any no each every either neither both all such what which who whom whose where when why how while if
though although because since as than then so but and or nor yet with without within of in on at by for from to into onto upon over
under above below between among across through during before after until till about against around along behind beyond near off out up
down per via despite except including amid toward towards inside outside throughout worth plus minus versus vs like unlike i you he she
it we they me him her us them my your his its our their mine there here not never also still already just only even now later earlier
ago more most less least further together apart away back again too very quite rather however meanwhile instead otherwise respectively
is are was were be been being am has have had having do does did will would can could may might must shall should ought according due
following compared based depending alone ahead abroad nationwide worldwide overall today yesterday tomorrow tonight annually monthly
weekly daily yearly online overnight upwards downwards else ever once
twice soon respectively outright on-board aboard overseas locally globally monday
tuesday wednesday thursday friday saturday sunday
""")
VERBS = words("""
said say says saying told tell tells came come comes coming went go goes going got get gets getting took take takes taken taking made
make makes making gave give gives given giving left leave leaves leaving lost lose loses losing kept keep keeps held hold holds holding
found find finds began begin begins begun saw see sees seen ran run runs running became become becomes stood stand stands standing paid
pay pays paying sold sell sells selling bought buy buys sent send sends brought bring brings met meet meets won win wins wrote written
write writes fled flee flees died die dies dying killed kill kills lay lie lying rose fell grew drew drawn fought sought caught taught
thought knew known shown show shows showed led lead leads fed put puts set sets hit hits cut spent spend spends broke broken break
breaks drove driven drive drives flew flown fly ate eaten swept struck spread sank sunk burned burnt works worked working lives lived
living remain remains remained stay stays stayed need needs needed want wants wanted use uses used using seem seems appear appears
appeared live include includes included arrive arrived arrives suffer suffered suffers receive received escaped survived voted attended
gathered tested trapped stranded injured wounded hurt hospitalised hospitalized evacuated displaced rescued arrested detained affected
infected shot happened occurred took follow follows followed joined join joins opened closed started ended moved marched protested demanded
called asked agreed failed tried refused turned fled claimed filed backed supported opposed signed reached built destroyed damaged shut
shuttered listed traded expected believed thought reported confirmed recorded counted estimated scheduled planned set due unaccounted
registered raised earned scored crossed boarded departed landed travelled traveled returned fallen gone been done beaten born stolen
seized recovered returned deployed
""")
# Participles that, right before a noun, belong to it.
_IRREGULAR_PLURALS = words("""
people men women children police cattle fish sheep aircraft spacecraft deer staff personnel crew troops folk feet teeth mice geese oxen
dice media criteria phenomena bacteria alumni data species series households premises headquarters livestock poultry youth clergy cod
salmon trout shrimp bison swine offspring passersby passers-by firemen policemen policewomen fishermen congressmen businessmen gunmen
crewmen servicemen salesmen lives wives knives wolves calves halves leaves loaves dead injured wounded missing homeless detained hurt
killed unemployed elderly ill sick unaccounted grand
""")
# Verbs that are nouns as well where several are counted: "three hits", "12 home wins".
PLURALS_TOO = words("""
hits lives runs wins works cuts breaks holds sets puts shows stays uses needs drives kills meets sells flies buys leads losses stands draws
reports claims offers votes demands calls votes stops starts plans moves turns returns falls drops rises gains orders visits
""")
NOUNS_IN_ING = words("""
funding spending building housing financing trading training lending borrowing shipping banking mining farming fishing advertising
manufacturing engineering processing hearing meeting filing ruling offering clothing lighting parking wedding shooting bombing warning
ceiling evening morning king ring spring string wing thing painting recording listing pricing staffing planning
""")
SAME_IN_PLURAL = words("series species aircraft headquarters premises means works crossroads barracks news")
# Where a noun phrase is over: "3 million tonnes last year".
_WHEN = words("last next past previous coming")
_WHILES = words("year month week day quarter season summer winter spring autumn night decade century time years months weeks days")
PREDICATES = words("""
dead injured wounded missing killed hurt homeless detained arrested hospitalised hospitalized ill sick unaccounted
""")
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s", "ous")
_SINGULAR_IN_S = words("""
gas bus news lens physics politics mathematics economics athletics campus virus census bonus status corpus chaos tennis basis crisis
analysis always perhaps towards besides its his us this was has does times plus less business class glass process success access
congress address loss boss mass pass press express progress princess fitness witness wireless mattress billiards
""")
_MODIFYING_PLURALS = words("""
sports arms goods sales news customs systems communications operations services human rights drugs savings jobs women's men's
""")
_ADVERBS_IN_LY_THAT_ARE_NOT = words("""
family elderly daily weekly monthly early only friendly deadly likely supply assembly rally ally monopoly reply lonely ugly homely bully
fly
""")
_NEVER_COUNTED = FUNCTION_WORDS | VERBS


def is_plural(word: str) -> bool:
    """The lower-case word looks like a plural noun."""
    if word in _IRREGULAR_PLURALS or word.endswith(("men", "people", "children")):
        return True
    if len(word) > 5 and word.endswith("ae"):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(_NOT_PLURAL) and word not in _SINGULAR_IN_S


def is_noun(word: Word) -> bool:
    """Nothing tells that the word is another part of speech."""
    lower = word.lower
    if not word.is_word or lower in FUNCTION_WORDS or lower in VERBS or lower in CARDINALS:
        return False
    return not lower.endswith(("ed", "ing", "ly", "ould"))


EXPECTING = words("analysts economists investors markets traders forecasters brokers observers pundits")
EXPECTED = words("expected forecast forecasted predicted anticipated expecting projected estimated")
""" "The 1.2 billion euros analysts had expected": nobody counts the analysts."""


def counted_after(after: Sequence[Word], *, plural: bool = True) -> tuple[str, int] | None:
    """The noun phrase with which `after` begins and how many words it takes: "ferry passengers" of "ferry passengers stranded".

    `plural` tells that several are counted, so that the phrase ends with its first plural noun.
    """
    start = _past_of(after) or int(len(after) > 1 and after[0].lower in ("more", "such", "less", "fewer") and after[1].lower != "than")
    phrase = _phrase(after[start:], plural=plural)
    if not phrase:
        return None
    taken = start + len(phrase)
    if phrase[-1].lower in EXPECTING and any(word.lower in EXPECTED for word in after[taken : taken + 2]):
        return None
    extra = _of_phrase(after[taken:])
    words = [*phrase, *extra]
    return " ".join(word.text for word in words), taken + len(extra)


def _past_of(after: Sequence[Word]) -> int:
    """How many words "of the", "of its" take before the noun phrase."""
    if not after or after[0].lower != "of":
        return 0
    place = 1
    while place < min(len(after), 5) and _leads(after[place]):
        place += 1
    return place


def _leads(word: Word) -> bool:
    """ "of all the 5,400 staff": what stands before the noun phrase."""
    return word.lower in _DETERMINERS or word.lower == "all" or word.text[0].isdigit() or word.lower in CARDINALS


def _phrase(words: Sequence[Word], *, plural: bool) -> list[Word]:
    phrase: list[Word] = []
    for place, word in enumerate(words[: LONGEST_PHRASE + 2]):
        if _links(phrase, word, words[place + 1 : place + 4], plural=plural):
            phrase.append(word)
            continue
        if not word.is_word or (
            word.lower in FUNCTION_WORDS and word.text not in CAPITALS and not _is_adjective(phrase, word, words[place + 1 : place + 2])
        ):
            break
        if _ends_before(phrase, word, words[place + 1 : place + 3], plural=plural):
            break
        phrase.append(word)
    owners = [
        place for place, word in enumerate(phrase) if word.text[0].isdigit() and place and phrase[place - 1].lower[-2:] in ("'s", "’s")
    ]
    phrase = phrase[owners[-1] + 1 :] if owners else phrase
    while len(phrase) > 1 and phrase[0].lower.endswith(POSSESSIVES):
        phrase.pop(0)
    while phrase and not _may_end(phrase[-1], phrase[:-1]):
        phrase.pop()
    if len(phrase) == 1 and phrase[0].lower.endswith("ed") and phrase[0].lower not in PREDICATES:
        return []
    if plural and phrase and not any(is_plural(word.lower) for word in phrase):
        return phrase[:LONGEST_PHRASE] if len(phrase) <= 3 else phrase[:1]
    return phrase[:LONGEST_PHRASE]


def _links(phrase: Sequence[Word], word: Word, following: Sequence[Word], *, plural: bool) -> bool:
    """What stands between the modifiers of a plural noun: "digital and physical sales", "Model 3 sedans", "250ml bottles"."""
    if not plural or not following or any(is_plural(taken.lower) for taken in phrase):
        return False
    if word.text[0].isdigit() and phrase and phrase[-1].lower.endswith(("'s", "’s")):
        return True
    if word.text[0].isdigit():
        return is_plural(following[0].lower) and following[0].text[0].islower() and (not phrase or not phrase[-1].text.islower())
    if not phrase or word.lower not in ("and", "or", ",") or phrase[-1].text[0].isdigit() or following[0].lower in CARDINALS:
        return False
    return len(following) > 1 and all(_describes(one) for one in following[:1]) and is_plural(following[1].lower)


def _is_adjective(phrase: Sequence[Word], word: Word, following: Sequence[Word]) -> bool:
    """Adverbs that are adjectives before a noun: "three earlier campaigns"."""
    return not phrase and word.lower in _ADJECTIVES and bool(following) and _may_follow(following[0])


_ADJECTIVES = words("earlier later inside outside online overseas daily weekly monthly yearly overnight near off above")


def _may_follow(word: Word) -> bool:
    return (
        word.is_word and word.text[0].islower() and word.lower not in FUNCTION_WORDS and (is_plural(word.lower) or word.lower not in VERBS)
    )


def _describes(word: Word) -> bool:
    return word.is_word and word.lower not in FUNCTION_WORDS and word.lower not in VERBS and not is_plural(word.lower)


def _ends_before(phrase: Sequence[Word], word: Word, following: Sequence[Word], *, plural: bool) -> bool:
    """The noun phrase is complete before `word`."""
    if word.lower in _WHEN and following and following[0].lower in _WHILES:
        return not plural or not (len(following) > 1 and is_plural(following[1].lower))
    if plural and word.lower in PLURALS_TOO and not any(is_plural(taken.lower) for taken in phrase):
        return False
    if not phrase:
        return word.lower in VERBS and word.lower not in PREDICATES and not _modifies(word, following)
    last = phrase[-1].lower
    if plural and is_plural(last) and last not in _MODIFYING_PLURALS:
        return not (is_plural(word.lower) and word.lower not in VERBS and word.lower not in PREDICATES and word.text[0].islower())
    if word.lower in VERBS or (word.lower.endswith("ly") and word.lower not in _ADVERBS_IN_LY_THAT_ARE_NOT):
        return not _modifies(word, following)
    return not plural and word.lower.endswith(("ed", "ing")) and word.lower not in NOUNS_IN_ING and not _modifies(word, following)


def _modifies(word: Word, following: Sequence[Word]) -> bool:
    """A participle or adverb with a noun behind it: "registered voters", "newly built homes"."""
    if not word.lower.endswith(("ed", "ing", "en", "ly", "wn", "lt", "used", "cut", "lost", "set")):
        return False
    return bool(following) and following[0].is_word and following[0].lower not in _NEVER_COUNTED and not following[0].lower.endswith("ly")


def _may_end(word: Word, before: Sequence[Word]) -> bool:
    if word.lower in PREDICATES:
        return True
    return word.text[0].isalpha() and not (word.lower.endswith("ly") and word.lower not in _ADVERBS_IN_LY_THAT_ARE_NOT)


def _of_phrase(words: Sequence[Word]) -> list[Word]:
    """ "of measles" behind "320 cases": the bare noun that tells which cases."""
    if len(words) < 2 or words[0].lower != "of" or not words[1].text[0].islower() or words[1].lower in _NEVER_COUNTED:
        return []
    found = [words[0]]
    for word in words[1:4]:
        if not word.is_word or word.lower in _NEVER_COUNTED or not word.text[0].islower():
            break
        found.append(word)
        if is_plural(word.lower):
            break
    return found


_DETERMINERS = words("a an the this that these those its his her their our my your some any no each every")
_CROSSED = words("in of for at on from to among between with")
# What stands between a subject and its verb.
_VERBAL = words("""
expected likely set could may might should must can did does do not now since already still has have had was were is are also then will
edged inched ticked nudged would to be been more than nearly almost roughly
""")


def noun_before(before: Sequence[Word]) -> str | None:
    """The noun phrase that ends right there: "a staff of" when asked without the "of"."""
    return " ".join(word.text for word in _phrase_before(before)) or None


_TALLIES = words("number total count tally share percentage proportion")


def counted_before(before: Sequence[Word]) -> str | None:
    """The subject of a verb, or the noun before a preposition: "the death toll rose to 57" counts the death toll."""
    end = len(before)
    while end and before[end - 1].lower in _VERBAL:
        end -= 1
    tallied = _tallied(before[:end])
    if tallied is not None:
        return tallied
    phrase = _phrase_before(before[:end])
    for _ in range(2):
        start = end - len(phrase)
        while start and before[start - 1].lower in _DETERMINERS:
            start -= 1
        if not phrase or not start or before[start - 1].lower not in _CROSSED:
            break
        if before[start - 1].lower == "of" and start > 1 and before[start - 2].lower in _TALLIES:
            break
        end = start - 1
        wider = _phrase_before(before[:end])
        if not wider:
            break
        phrase = [*wider, before[end], *phrase] if before[end].lower == "of" and start == end + 1 and phrase[0].text.islower() else wider
        if "of" in [word.lower for word in phrase]:
            break
    return " ".join(word.text for word in phrase) or None


_CLAUSES = words("and but while as when which whereas although")


def _tallied(before: Sequence[Word]) -> str | None:
    """ "The number of people known to have died in the quake has risen to": people, however far back they stand."""
    for place in range(len(before) - 3, -1, -1):
        word = before[place]
        if not word.is_word or word.lower in _CLAUSES:
            return None
        if word.lower == "number" and before[place + 1].lower == "of":
            found = list(takewhile(lambda one: one.is_word and one.lower not in _NEVER_COUNTED, before[place + 2 :]))
            plural = next((number for number, one in enumerate(found, 1) if is_plural(one.lower)), 0)
            return " ".join(one.text for one in found[:plural]) or None
    return None


_SCALED = re.compile(r"-(?:hundred|thousand|million|billion|trillion)$")


def _past_verb(phrase: list[Word]) -> list[Word]:
    """ "forecasters expect highs": behind a plural within, a verb that no list has."""
    for place in range(len(phrase) - 3, -1, -1):
        lower = phrase[place].lower
        if is_plural(lower) and lower not in _MODIFYING_PLURALS and phrase[place + 1].text.islower():
            return phrase[place + 2 :]
    return phrase


def _phrase_before(before: Sequence[Word]) -> list[Word]:
    phrase: list[Word] = []
    for word in reversed(before):
        if phrase and word.text[0].isdigit() and "-" in word.text and word.text[-1].isalpha() and not _SCALED.search(word.lower):
            phrase.insert(0, word)
            continue
        if not word.is_word or word.lower in FUNCTION_WORDS or len(phrase) == 4:
            break
        earlier = before[len(before) - len(phrase) - 2].lower if len(before) > len(phrase) + 1 else ""
        participle = bool(phrase) and word.lower.endswith(("ed", "en", "ing")) and (earlier == "of" or earlier in _DETERMINERS)
        if word.lower in VERBS and word.lower not in PREDICATES and not participle:
            break
        phrase.insert(0, word)
    phrase = _past_verb(phrase)
    while phrase and (
        phrase[0].lower.endswith("ly") or phrase[0].lower in CARDINALS or (len(phrase) > 1 and phrase[0].lower.endswith(POSSESSIVES))
    ):
        phrase.pop(0)
    return phrase
