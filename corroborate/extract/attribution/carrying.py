"""Quotations without a cue of their own: whose they are by what stands before them, behind them, or in their paragraph."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corroborate.extract.attribution.quotes import Quotation
from corroborate.extract.attribution.told import Told
from corroborate.model.claims import Attribution, Span

# A quotation at most so many paragraphs behind a speaker may go on with the same voice.
NEAR = 1


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who spoke or was spoken of at an offset, and may be whose words follow."""

    offset: int
    paragraph: int
    told: Told


def carried(quotations: Sequence[Quotation], told: Sequence[Told], voices: Sequence[Voice]) -> list[Told]:
    """What quotations say where no cue of their own sentence covers them, and all of those that one cue covers in part."""
    found: list[Told] = []
    owner_before: Told | None = None
    previous: Quotation | None = None
    offsets = [voice.offset for voice in voices]
    ordered = sorted(told, key=lambda one: one.chars.start)
    starts = [one.chars.start for one in ordered]
    for quotation in quotations:
        if not quotation.is_speech:
            continue
        owner = _owner(quotation, ordered, starts)
        runs_on = (
            previous is not None and not previous.is_closed and quotation.opens_paragraph and quotation.paragraph == previous.paragraph + 1
        )
        if owner is None and runs_on:
            owner = owner_before
        if owner is None:
            owner = _nearest(quotation, voices, offsets)
        if owner is not None:
            found.extend(_filled(quotation, owner, ordered, starts))
        owner_before, previous = owner, quotation
    return found


def _owner(quotation: Quotation, told: Sequence[Told], starts: Sequence[int]) -> Told | None:
    """The speech that covers a part of the quotation from outside: the last one, which closes it."""
    last = bisect_right(starts, quotation.chars.end - 1)
    touching = [
        one
        for one in told[max(0, last - 8) : last]
        if one.chars.end > quotation.chars.start and not quotation.chars.start <= one.cue_at < quotation.chars.end and one.names_source
    ]
    return touching[-1] if touching else None


def _nearest(quotation: Quotation, voices: Sequence[Voice], offsets: Sequence[int]) -> Told | None:
    """Who spoke last before the quotation, in its paragraph or the one before."""
    place = bisect_right(offsets, quotation.chars.start) - 1
    if place < 0 or quotation.paragraph - voices[place].paragraph > NEAR:
        return None
    told = voices[place].told
    return told if told.cue_at >= 0 or quotation.paragraph == voices[place].paragraph else None


def _filled(quotation: Quotation, owner: Told, told: Sequence[Told], starts: Sequence[int]) -> list[Told]:
    """The parts of a quotation that no speech covers, given to its owner."""
    last = bisect_right(starts, quotation.chars.end - 1)
    position, found = quotation.chars.start, []
    attribution = owner.attribution if owner.cue_at >= 0 else Attribution(speaker=owner.attribution.speaker)
    lent = replace(owner, attribution=replace(attribution, denied=False), is_own=False, rule="running quotation")
    for one in told[max(0, last - 8) : last]:
        if one.chars.end <= position:
            continue
        if one.chars.start > position:
            found.append(replace(lent, chars=Span(position, one.chars.start)))
        position = max(position, one.chars.end)
    if position < quotation.chars.end:
        found.append(replace(lent, chars=Span(position, quotation.chars.end)))
    return found
