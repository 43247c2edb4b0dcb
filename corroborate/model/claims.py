"""A claim: one figure in one sentence of one version of one article, and who says so."""

from dataclasses import dataclass
from datetime import date

from corroborate.model.figures import Figure, Kind, Period


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text, end excluded: `text[start:end]`."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it starts in its article's text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: "according to a letter dated June 10 that Meridian Wire has seen".

    `speaker` is the person or body whose word it is, resolved within the article; `document` what it is written in
    ("letter", "filing"), with its author in `speaker` where stated; `cites` other outlets named as having reported or
    seen it. All empty is the reporter's own voice. `hedged` for "allegedly", "is believed"; `denied` for "denied that".
    """

    speaker: str | None = None
    document: str | None = None
    document_date: date | None = None
    cites: tuple[str, ...] = ()
    cue: str | None = None
    hedged: bool = False
    denied: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """Who did what a figure measures, and to whom: "Orrin Rail paid Velt Freight $3 million".

    `actor` did it or had it (also "Orrin Rail's debt of"), `target` is whom it was done to or went to ("was fined by"
    turns them round); parties by their full names within the article, others in its words ("police"). None where the
    text does not tell. Who counted is the attribution's speaker.
    """

    actor: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure, tied to its sentence and characters in one version of an article.

    `span` cuts `surface` out of the article's text. `parties` are the people, bodies and places of the sentence, full
    names within the article. `scope` holds the words that make it another claim: "earlier", "so far", "worldwide".
    `deed` is who did it and to whom, `period` the days that the figure is of ("in 2025", "since March"), where told.
    `rule` names the rule that read it, for `extract --explain`.
    """

    id: str
    revision: str
    kind: Kind
    figure: Figure
    surface: str
    span: Span
    sentence: Sentence
    parties: tuple[str, ...] = ()
    attribution: Attribution = Attribution()
    scope: tuple[str, ...] = ()
    rule: str = ""
    deed: Deed = Deed()
    period: Period | None = None


def between_semicolons(text: str, start: int, end: int) -> tuple[int, int]:
    """Bounds of what stands between the semicolons around `text[start:end]`: behind one, something else is told."""
    return text.rfind(";", 0, start) + 1, text.find(";", end) % (len(text) + 1)
