"""The question that a claim group answers, worded as a person would."""

import re
from collections import Counter
from collections.abc import Sequence

from corroborate.match.mentions import Mention
from corroborate.match.words import listed, stem
from corroborate.model.figures import Kind, Participation, Quantity, Rank, Role

FATE_QUESTIONS = {
    "dead": "were killed",
    "injured": "were injured",
    "missing": "are missing",
    "rescued": "were rescued",
    "evacuated": "were evacuated",
    "aboard": "were aboard",
    "hospitalised": "were taken to hospital",
    "arrested": "were arrested",
    "homeless": "lost their homes",
    "powerless": "lost power",
    "dismissed": "are to go",
    "exposed": "were exposed",
    "recalled": "are being recalled",
    "sold": "were sold",
    "hired": "are to be hired",
}
DONE = {
    stem(word): word
    for word in listed(
        """used built made sold seized recalled closed cancelled delayed destroyed damaged flooded affected
    counted cast issued filed
    signed generated created blocked removed suspended shipped delivered planted tested inspected seen found opened cut lost added"""
    )
}
EVENT_QUESTIONS = {
    "send": "When was it sent?",
    "disclose": "When was it announced?",
    "happen": "When did it happen?",
    "campaign": "When did it go on?",
    "complete": "When is it to be completed?",
    "begin": "When does it begin?",
    "end": "When does it end?",
    "vote": "When is the vote?",
    "hear": "When is the hearing?",
    "sentence": "When did the court decide?",
    "file": "When was it filed?",
    "sign": "When was it signed?",
    "recall": "When was the recall?",
    "made": "When were they made?",
    "fine": "When was the fine imposed?",
    "add": "When was it added?",
    "acquire": "When was it bought?",
    "leave": "When did it leave?",
    "resign": "When was the resignation?",
    "appoint": "When was the appointment?",
    "warn": "When was the warning given?",
    "pay": "When was it paid?",
}
EVENT_NOUNS = (
    "letter",
    "memo",
    "filing",
    "hearing",
    "trial",
    "vote",
    "election",
    "referendum",
    "lawsuit",
    "warning",
    "blog post",
    "report",
)
NOUN_QUESTIONS = {"letter": "When was the letter sent?", "memo": "When was the memo sent?", "hearing": "When is the hearing?"}
ROLE_QUESTIONS = {
    "letter recipient": "Who received the letter?",
    "recipient": "Who received it?",
    "buyer": "Who is the buyer?",
    "target": "Who is being bought?",
    "appointee": "Who was appointed?",
    "winner": "Who won?",
    "plaintiff": "Who is suing?",
    "defendant": "Who is being sued?",
    "regulator": "Who imposed the fine?",
    "fined party": "Who was fined?",
}
SCOPE_WORDS = {"earlier": "in earlier cases", "forecast": "in prospect", "part": "as a part of the total", "combined": "in all"}
MEASURES = {"magnitude": "What was the magnitude?", "degree": "What was the temperature?"}


def question(claims: Sequence[Mention]) -> str:
    """Ask what the claims answer, in the words most of them use."""
    kind = claims[0].claim.kind
    if kind in (Kind.DATE, Kind.PERIOD):
        return _when(claims)
    figure = claims[0].claim.figure
    if isinstance(figure, Rank):
        return f"Was it the {_common([_superlative(one) for one in claims])} {_common([_head_of(one) for one in claims])}?"
    if isinstance(figure, Participation):
        return ROLE_QUESTIONS.get(figure.role, f"Who is the {figure.role}?")
    asked = _quantity(claims, kind)
    scope = next((SCOPE_WORDS[name] for name in sorted(claims[0].scope) if name in SCOPE_WORDS), None)
    return f"{asked} {scope}?" if scope else f"{asked}?"


def _quantity(claims: Sequence[Mention], kind: Kind) -> str:
    figure = claims[0].claim.figure
    assert isinstance(figure, Quantity)
    counted = _common([_counted(one) for one in claims])
    change = figure.role is Role.CHANGE
    if kind is Kind.MONEY:
        return f"By how much did the {counted or 'amount'} change" if change else f"How much is the {counted or 'amount'}"
    if kind is Kind.PERCENT:
        return f"By how many percent did {_the(counted)} change" if change else f"What percentage of {_the(counted)}"
    if kind is Kind.DURATION:
        return f"How long was {_the(counted)}" if counted else "How long did it last"
    if kind is Kind.MEASURE:
        return MEASURES.get(figure.unit or "", f"How many {_plural(figure.unit or 'unit')} was {_the(counted)}?").rstrip("?")
    if change:
        return f"By how many did the number of {counted or 'cases'} change"
    return f"How many {counted or 'people'} {_predicate(claims)}".rstrip()


def _predicate(claims: Sequence[Mention]) -> str:
    fates = Counter(fate for one in claims for fate in one.fates if fate in FATE_QUESTIONS)
    if fates:
        return FATE_QUESTIONS[min(fates, key=lambda fate: (-fates[fate], fate))]
    done = Counter(DONE[word] for one in claims for word in one.words if word in DONE)
    verb = min(done, key=lambda word: (-done[word], word)) if done else None
    return f"were {verb}" if verb else "were there"


def _when(claims: Sequence[Mention]) -> str:
    text = " ".join(one.clause.lower() for one in claims)
    nouns = Counter({noun: text.count(noun) for noun in EVENT_NOUNS if noun in text})
    event = Counter(one.events[0] for one in claims if one.events)
    if event and event.most_common(1)[0][0] == "send" and "letter" in nouns:
        return NOUN_QUESTIONS["letter"]
    if event:
        return EVENT_QUESTIONS.get(min(event, key=lambda name: (-event[name], name)), "When was it?")
    return "When was it?"


def _counted(one: Mention) -> str:
    figure = one.claim.figure
    return re.sub(r"\s+", " ", (figure.counted or "")).strip().lower() if isinstance(figure, Quantity) else ""


def _superlative(one: Mention) -> str:
    figure = one.claim.figure
    return figure.superlative if isinstance(figure, Rank) else ""


def _head_of(one: Mention) -> str:
    figure = one.claim.figure
    return figure.head.lower().removesuffix("s") if isinstance(figure, Rank) and figure.head else "one"


def _common(words: Sequence[str]) -> str:
    """The wording most claims use, the shorter one of equals."""
    counts = Counter(word for word in words if word)
    return min(counts, key=lambda word: (-counts[word], len(word), word)) if counts else ""


def _the(counted: str) -> str:
    return f"the {counted}" if counted else "it"


def _plural(unit: str) -> str:
    return unit if unit.endswith("s") else f"{unit}s"
