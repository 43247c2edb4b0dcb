"""A story checked: every group of claims assessed, every difference typed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from corroborate.check.arithmetic import sums
from corroborate.check.corrections import self_corrections
from corroborate.check.differences import Finding
from corroborate.check.kinds import differences
from corroborate.check.neighbours import between_groups
from corroborate.check.portions import portions
from corroborate.check.statements import gather, positions
from corroborate.check.verdicts import assess
from corroborate.model.articles import Reading
from corroborate.model.findings import CHANGES, Assessment, DiscrepancyType
from corroborate.model.stories import ClaimGroup, Origin, Reuse, Story


def check_story(
    story: Story,
    groups: Sequence[ClaimGroup],
    origins: Sequence[Origin],
    readings: Mapping[str, Reading],
    reuses: Sequence[Reuse] = (),
) -> tuple[Assessment, ...]:
    """One assessment for each group of the story, in the order of the groups' ids; the same input gives the same ids.

    `readings` are by article id. Differences between groups (another unit, parts that do not sum) hang on the group
    that is named first in the reason.
    """
    told = {article: readings[article] for article in story.articles if article in readings}
    ordered = sorted((group for group in groups if group.story == story.id), key=lambda group: group.id)
    stated = gather(ordered, origins, told)
    taken = {group.id: positions(stated[group.id]) for group in ordered}
    suggested, wrong, corrected = between_groups(ordered, taken, told), sums(taken), self_corrections(taken)
    parts, outlets = _by_group(portions(taken)), frozenset(reading.article.outlet for reading in told.values())
    assessments = []
    for group in ordered:
        within = differences(group, taken[group.id], told, reuses, outlets)
        misfits = (*_unchanged(wrong.get(group.id, ()), within), *parts.get(group.id, ()))
        findings = (*suggested.get(group.id, ()), *_unexplained(within, misfits), *corrected.get(group.id, ()), *misfits)
        assessments.append(assess(group, stated[group.id], taken[group.id], findings))
    return _each_once(assessments)


def check_stories(
    stories: Iterable[Story],
    groups: Iterable[ClaimGroup],
    origins: Iterable[Origin],
    readings: Mapping[str, Reading],
    reuses: Sequence[Reuse] = (),
) -> Iterator[tuple[Assessment, ...]]:
    """The assessments of each story, one story after the other, of what was found in all of them together."""
    inside, resting = defaultdict[str, list[ClaimGroup]](list), defaultdict[str, list[Origin]](list)
    for group in groups:
        inside[group.story].append(group)
    for origin in origins:
        resting[origin.group].append(origin)
    for story in stories:
        told = [origin for group in inside[story.id] for origin in resting[group.id]]
        yield check_story(story, inside[story.id], told, readings, reuses)


def _by_group(found: Iterable[tuple[str, Finding]]) -> dict[str, tuple[Finding, ...]]:
    listed: dict[str, tuple[Finding, ...]] = {}
    for group, finding in found:
        listed[group] = (*listed.get(group, ()), finding)
    return listed


def _each_once(assessments: Sequence[Assessment]) -> tuple[Assessment, ...]:
    """What two groups find about the very same claims is told with the first."""
    known: set[str] = set()
    kept = []
    for one in assessments:
        kept.append(replace(one, discrepancies=tuple(found for found in one.discrepancies if found.id not in known)))
        known |= {found.id for found in one.discrepancies}
    return tuple(kept)


def _unchanged(misfits: Sequence[Finding], within: Sequence[Finding]) -> tuple[Finding, ...]:
    """What does not add up because a figure changed with time is told by the change itself."""
    changed = {one.claim.id for finding in within if finding.type in CHANGES for side in finding.sides for one in side}
    return tuple(finding for finding in misfits if not all(one.claim.id in changed for one in finding.sides[0]))


def _unexplained(findings: Sequence[Finding], misfits: Sequence[Finding]) -> tuple[Finding, ...]:
    """Conflicts whose dissenting side is already shown not to add up, or to be a part of the other, say nothing more."""
    wrong = {one.claim.id for finding in misfits for one in finding.sides[0]}
    return tuple(
        finding
        for finding in findings
        if finding.type is not DiscrepancyType.CONFLICT or not all(one.claim.id in wrong for one in finding.sides[-1])
    )
