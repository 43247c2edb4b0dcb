"""Which verbs speak: a cue counts only behind a subject that can say something, and in its meaning of saying."""

from itertools import pairwise

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import INQUIRERS
from corroborate.extract.attribution.clauses import is_finite
from corroborate.extract.attribution.extents import MARKS, SHORTEST_CONTENT, TAILS
from corroborate.extract.attribution.phrases import HEADS
from corroborate.extract.attribution.speakers import Subject
from corroborate.extract.attribution.subjects import sort_of
from corroborate.extract.attribution.verbs import (
    ALLEGING,
    AMBIGUOUS,
    CLAIM_NOUNS,
    COURTS,
    DENYING,
    FINDING,
    FORECAST_NOUNS,
    FORECASTERS,
    FORECASTING,
    FORECASTS,
    HEARING,
    LISTING,
    NEGATIONS,
    PHRASAL_DENIALS,
    PLAIN,
    QUOTING_ONLY,
    REFUSALS,
    REJECTING,
    REVISING,
    SHOWING,
    SPEAKING,
    SPEAKING_OF,
    THAT_ONLY,
    UNTRUE,
)
from corroborate.extract.labels import CONTENT_CLAUSES, FINITE_TAGS, OBJECTS, VERB_TAGS, is_parsed
from corroborate.extract.lexicon import DETERMINERS, words

PUT_OBJECTS = words("toll number cost figure total death damage value price count loss losses at share fee bill age size odds")
CHARGES = words("charges charge counts offences offenses all boarding permission entry access bail visas wrongdoing")
BE = words("is are was were be been being")
CALLING = words("called calls call described describes describe branded brands labelled labels termed deemed")
LONGEST_DENIAL = 16
# "The court heard that", "the court heard on Tuesday", but not "the court heard 92 witnesses".
HEARD: tuple[list[str], ...] = ([], ["that"], ["how"], ["on"], ["today"], ["yesterday"], ["earlier"], [","], ["."])
# With these words behind them they say nothing: "called off", "counts as", "a man accused of".
MEANING_ELSE = {
    **dict.fromkeys(("called", "calls"), words("for off on up in back")),
    **dict.fromkeys(("count", "counts", "counted"), words("as for on among towards toward")),
    **dict.fromkeys(ALLEGING, words("of")),
}
# With these behind them, and a number or none between, they tell what was done: "claimed 14 lives", "is recalling 4,000 cars".
CLAIMING = words("claimed claims claim claiming")
TAKEN = words("life lives victim victims home homes casualties responsibility asylum victory")
SUMMONING = words("recalled recalls recall recalling called calls call calling")
LONGEST_TAKEN = 6
HEDGES_OF_NUMBERS = words("about around some nearly almost over more than at least up to as many an estimated all the its their another")
ENDING_OBJECTS = words("that is are was were had has have would will and but which who")
# With a thing for their object they tell what was made, not what was said.
PENNING = words("wrote writes write written texted posted posts tweeted")
REDUCED = words("by of as against")
HAVE = words("have has had having 've 'd")
# Plurals of those who do something: "hackers", "pollsters", "separatists".
PEOPLE_ENDINGS = ("ers", "ors", "ists", "ians", "ants", "men", "women", "ees", "ers'", "police")
REACH = 6
_ONLY_QUOTING = QUOTING_ONLY - {"asked", "asks"}


def may_speak(sentence: TokenSpan, index: int, subject: Subject) -> bool:
    """Sort out verbs and nouns that only look like a cue."""
    doc, lower = sentence.doc, sentence.doc[index].lower_
    is_known = subject.name or subject.document or (lower in DENYING and subject.is_definite)
    if not is_known or is_silent(doc, index, subject.end):
        return False
    after = doc[index + 1].lower_ if index + 1 < sentence.end else "."
    ahead = [token.lower_ for token in doc[index + 1 : min(index + REACH, sentence.end)]]
    if lower == "forecast" and subject.document is None and not is_somebody(doc, subject):
        # "Cut its growth forecast to 1.2 percent": the noun.
        return False
    if lower in THAT_ONLY and lower not in SPEAKING:
        return subject.document is None and is_somebody(doc, subject) and (after == "that" or is_beside_quotation(sentence, index, subject))
    for test in (_of_papers, _of_denials, _of_forecasts):
        verdict = test(lower, ahead, subject, doc)
        if verdict is not None:
            return verdict
    if lower in _ONLY_QUOTING and lower not in SPEAKING:
        return is_beside_quotation(sentence, index, subject)
    if lower in ("asked", "asks"):
        return is_beside_quotation(sentence, index, subject) and subject.is_definite
    return _plainly_speaks(sentence, index, subject, after)


def speaks_that(sentence: TokenSpan, index: int, subject: Subject) -> bool:
    """Before "that" any verb of somebody speaks, but for those of doing and being."""
    return not is_silent(sentence.doc, index, subject.end) and subject.document is None and is_somebody(sentence.doc, subject)


def is_somebody(doc: Doc, subject: Subject) -> bool:
    """The subject is a name, a pronoun, or somebody whom one can ask."""
    if not subject.name:
        return False
    head = doc[subject.end - 1].lower_
    return (
        subject.label in ("PERSON", "ORG", "BODY", "PEOPLE") or head in HEADS or subject.name[0].isupper() or head.endswith(PEOPLE_ENDINGS)
    )


def is_silent(doc: Doc, index: int, start: int) -> bool:
    """Nothing is said: "did not say whether", "declined to confirm", "neither the club nor the agent would confirm"."""
    near = [token.lower_ for token in doc[max(0, start, index - 5) : index]]
    # "A lawyer who asked not to be named, said": behind the comma he speaks.
    between = near[len(near) - near[::-1].index(",") :] if "," in near else near
    opener = doc[start - 3].lower_ if start > 2 else ""
    refused = any(word in REFUSALS for word in between)
    denies = doc[index].lower_ in DENYING
    return refused or (any(word in NEGATIONS for word in between) and not denies) or opener == "nor"


def is_beside_quotation(sentence: TokenSpan, index: int, subject: Subject) -> bool:
    """A quotation mark stands before the subject or right behind the verb."""
    doc = sentence.doc
    begin = min(subject.start, index)
    before = doc[begin - 1].text if begin > sentence.start else ""
    behind = [token.text for token in doc[index + 1 : min(index + 4, sentence.end)]]
    return before in MARKS or any(mark in MARKS for mark in behind)


def _of_papers(lower: str, ahead: list[str], subject: Subject, doc: Doc) -> bool | None:
    """Showing, finding and listing: papers do, and those who inquire."""
    inquires = any(token.lower_ in INQUIRERS for token in doc[subject.start : subject.end])
    if lower in SHOWING:
        follows = ahead[:1] == ["that"] and subject.is_definite
        suggests = lower.startswith(("suggest", "indicat", "reveal")) and is_somebody(doc, subject)
        return subject.document is not None or follows or suggests or (inquires and lower in ("found", "finds"))
    if lower in FINDING and lower not in SPEAKING:
        return inquires
    if lower in LISTING and lower not in SPEAKING:
        return subject.document is not None or (lower in ("lists", "list", "listed") and subject.is_definite)
    return None


def _of_denials(lower: str, ahead: list[str], subject: Subject, doc: Doc) -> bool | None:
    """ "Rejected the figure of 900" denies, "rejected 40 applications" does not."""
    far = [token.lower_ for token in doc[subject.end : subject.end + LONGEST_DENIAL]]
    if lower in PHRASAL_DENIALS and lower not in THAT_ONLY:
        has_particle = any(word in PHRASAL_DENIALS[lower].split() for word in ahead[:2])
        return has_particle and bool(subject.name) and any(word in CLAIM_NOUNS for word in far)
    if lower in REJECTING:
        return subject.is_definite and any(word in CLAIM_NOUNS for word in far)
    if lower in DENYING:
        return not any(word in CHARGES for word in ahead[:3])
    return None


def denies_figure(sentence: TokenSpan, index: int) -> bool:
    """The verb denies, rejects, or says of a figure that it is wrong."""
    doc, lower = sentence.doc, sentence.doc[index].lower_
    if lower in DENYING or lower in REJECTING or lower in PHRASAL_DENIALS:
        return True
    ahead = [token.lower_ for token in doc[index + 1 : min(index + LONGEST_DENIAL, sentence.end)]]
    untrue = next((place for place, word in enumerate(ahead) if word in UNTRUE), None)
    if untrue is None:
        return False
    negated = untrue > 0 and ahead[untrue - 1] in NEGATIONS
    if lower in CALLING:
        names_figure = any(token.like_num for token in doc[index + 1 : index + 1 + untrue])
        return (names_figure or any(word in CLAIM_NOUNS for word in ahead[:untrue])) and not negated
    about_claim = any(word in CLAIM_NOUNS or word == "it" for word in ahead[:untrue]) and any(word in BE for word in ahead[:untrue])
    return about_claim and not negated


def _of_forecasts(lower: str, ahead: list[str], subject: Subject, doc: Doc) -> bool | None:
    """ "The court heard", "the bank sees inflation at", "a rescuer spoke of"."""
    if lower in REVISING:
        return any(word in FORECASTS for word in ahead) and is_somebody(doc, subject)
    if lower in HEARING:
        return ahead[:1] in HEARD and any(token.lower_ in COURTS for token in doc[subject.start : subject.end])
    if lower in FORECASTING and lower not in SPEAKING:
        forecasts = any(token.lower_ in FORECASTERS for token in doc[subject.start : subject.end])
        return any(word in FORECAST_NOUNS for word in ahead) or (forecasts and bool({"percent", "%", "per"} & set(ahead)))
    if lower == "looking":
        return ahead[:1] == ["for"] and any(token.lower_ in FORECASTERS for token in doc[subject.start : subject.end])
    if lower in SPEAKING_OF and lower not in SPEAKING:
        if (lower in ("talk", "talks") and doc[subject.end].tag_ not in FINITE_TAGS) or ahead[1:2] in ([","], ["."]):
            return False
        return ahead[:1] in (["of"], ["about"]) or (ahead[:1] == ["in"] and "of" in ahead)
    return None


def _plainly_speaks(sentence: TokenSpan, index: int, subject: Subject, after: str) -> bool:
    doc, token = sentence.doc, sentence.doc[index]
    lower = token.lower_
    if lower in ("added", "adds"):
        return subject.is_definite and (
            after in ("that", ".", ",", ":", "of") or after in MARKS or (index - sentence.start > SHORTEST_CONTENT + 3 and after in TAILS)
        )
    if lower in ("put", "puts", "has", "had") and after == "it" and sentence.doc[min(index + 2, sentence.end - 1)].lower_ != "at":
        return doc[subject.start - 1].lower_ == "as"
    if lower in ("put", "puts"):
        return _puts(sentence, index, subject)
    if lower == "state" and subject.label == "PLACE":
        return False
    if after in MEANING_ELSE.get(lower, ()) or _is_errand(sentence, index):
        return False
    has_auxiliary = any(word.lower_ in HAVE for word in doc[max(subject.end, index - 4) : index])
    reduced = after in REDUCED or (lower == "briefed" and after == "on")
    if token.tag_ == "VBN" and lower not in PLAIN and not has_auxiliary and reduced:
        return False
    if lower in AMBIGUOUS and after != "that":
        return _is_verb_here(sentence, index, subject)
    if lower in PLAIN or subject.is_definite or subject.document is not None or doc[subject.start].lower_ in DETERMINERS:
        return True
    head = doc[subject.end - 1].lower_
    return token.tag_ in ("VBD", "VBZ", "VBP") and (head in HEADS or head.endswith(PEOPLE_ENDINGS))


def _is_errand(sentence: TokenSpan, index: int) -> bool:
    """ "Must report to prison", "is due to report on Friday", "wrote 31 letters": no statement is made."""
    token, follower = sentence.doc[index], sentence.doc[min(index + 1, sentence.end - 1)]
    if token.lower_ == "report" and token.tag_ == "VB":
        return follower.lower_ != "that"
    if token.lower_ not in PENNING or not is_parsed(token):
        return False
    things = [child for child in token.children if child.dep_ in OBJECTS and child.i > index]
    return bool(things) and not any(child.dep_ in CONTENT_CLAUSES for child in token.children)


def _is_verb_here(sentence: TokenSpan, index: int, subject: Subject) -> bool:
    """A word that is often a noun: behind a name it is a verb unless a verb follows it, else its tag decides."""
    doc, tag = sentence.doc, sentence.doc[index].tag_
    is_named = bool(subject.name) and bool(sort_of(doc, subject)) and subject.document is None
    follower = doc[index + 1] if index + 1 < sentence.end else None
    if subject.document is None and follower is not None and is_finite(follower) and follower.tag_:
        return False
    if is_named or not tag:
        return subject.document is not None or subject.is_definite
    return tag in VERB_TAGS and (subject.document is not None or subject.is_definite or doc[subject.start].lower_ in DETERMINERS)


def _puts(sentence: TokenSpan, index: int, subject: Subject) -> bool:
    """Tolls and costs are put at a figure; buses are put on the road."""
    names_source = subject.is_definite or subject.document is not None or bool(subject.name)
    ahead = sentence.doc[index + 1 : min(index + 12, sentence.end)]
    figure = any(token.lower_ == "at" and (after.like_num or after.is_currency) for token, after in pairwise(ahead))
    put = figure or any(token.lower_ in PUT_OBJECTS for token in ahead)
    return names_source and put and not (ahead and ahead[0].lower_ in ("on", "in", "up", "out"))


def is_deed(doc: Doc, index: int) -> bool:
    """The verb tells what was done and not what was said: "the fire claimed 14 lives", "Velt is recalling 12,000 cars"."""
    lower = doc[index].lower_
    if lower in CLAIMING:
        return any(token.lower_ in TAKEN for token in _object(doc, index))
    if lower not in SUMMONING:
        return False
    first = next((token for token in _object(doc, index) if token.lower_ not in HEDGES_OF_NUMBERS), None)
    return first is not None and (first.like_num or first.text[:1].isdigit())


def _object(doc: Doc, index: int) -> list[Token]:
    """The words behind a verb up to the next verb, mark or "that"."""
    found = []
    for token in doc[index + 1 : index + 1 + LONGEST_TAKEN]:
        if token.text in ',.;:"“' or token.lower_ in ENDING_OBJECTS:
            break
        found.append(token)
    return found
