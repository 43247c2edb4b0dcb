"""What an article attributes: a stretch of its text and who tells it."""

from dataclasses import dataclass

from corroborate.model.claims import Attribution, Span


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of text and who tells it.

    `is_own` is False where it was taken over from elsewhere; `cue_at` is the offset of the cue, -1 where there is none;
    `voice` the person who spoke for the speaker; `rule` names how it was read, in words.
    """

    chars: Span
    attribution: Attribution
    rule: str
    is_own: bool = True
    cue_at: int = -1
    voice: str | None = None

    @property
    def names_source(self) -> bool:
        """Somebody or something stands behind it."""
        return bool(self.attribution.speaker or self.attribution.document or self.attribution.cites)
