"""The question that dates answer: "When was the letter sent?", "When did the fire happen?"."""

import re
from collections import Counter
from collections.abc import Sequence

from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.slots import DIED, REPORTED

EVENT_QUESTIONS = {
    REPORTED: "When was it reported?",
    DIED: "When did the person die?",
    "send": "When was it sent?",
    "disclose": "When was it announced?",
    "happen": "When did it happen?",
    "campaign": "When did it take place?",
    "begin": "When does it begin?",
    "end": "When does it end?",
    "vote": "When is it held?",
    "hear": "When is it held?",
    "meet": "When do they meet?",
    "resume": "When does it resume?",
    "sentence": "When was it decided?",
    "file": "When was it filed?",
    "sign": "When was it signed?",
    "recall": "When was it ordered?",
    "made": "When were they made?",
    "fine": "When was it imposed?",
    "add": "When was it added?",
    "acquire": "When was it bought?",
    "leave": "When did it leave?",
    "resign": "When did it come to the resignation?",
    "appoint": "When was the appointment?",
    "warn": "When was the warning given?",
    "find": "When was it found?",
    "pay": "When was it paid?",
    "arrest": "When was the arrest?",
}
EVENT_NOUNS: dict[str, tuple[str, ...]] = {
    "send": ("letter", "memo"),
    "happen": (
        "accident",
        "earthquake",
        "quake",
        "shooting",
        "attack",
        "fire",
        "explosion",
        "blast",
        "crash",
        "storm",
        "flood",
        "collapse",
        "collision",
        "derailment",
        "robbery",
        "strike",
    ),
    "campaign": ("campaign", "operation", "attack"),
    "begin": ("trial", "construction", "work", "sale", "festival"),
    "end": ("deal", "takeover", "campaign", "trial", "festival", "merger"),
    "vote": ("vote", "election", "referendum", "ballot"),
    "hear": ("hearing", "trial"),
    "sentence": ("case", "verdict", "ruling"),
    "file": ("lawsuit", "complaint"),
    "sign": ("agreement", "contract", "deal"),
    "recall": ("recall",),
    "fine": ("fine", "penalty"),
    "disclose": ("deal", "takeover", "decision", "fine", "recall", "round"),
}
"""What happened, by the noun most articles use for it."""

NO_FIRE = re.compile(r"\b(?:open(?:ed|s|ing)?|under|held|cease|return(?:ed)?) fire\b")


def when_asked(claims: Sequence[Mention]) -> str:
    """Ask for the day, by what most of the claims tell of it and the noun that most of them use."""
    text = NO_FIRE.sub(" ", " ".join(one.clause.lower() for one in claims))
    events = Counter(one.events[0] for one in claims if one.events)
    if not events:
        return "When was it?"
    event = min(events, key=lambda name: (-events[name], name))
    nouns = {noun: len(re.findall(rf"\b{noun}\b", text)) for noun in EVENT_NOUNS.get(event, ())}
    noun = max(nouns, key=lambda name: (nouns[name], -len(name), name), default=None)
    asked = EVENT_QUESTIONS.get(event, "When was it?")
    return asked.replace(" it ", f" the {noun} ", 1) if noun is not None and nouns[noun] else asked
