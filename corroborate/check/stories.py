"""A story checked: every group of claims assessed, every difference typed."""

from collections.abc import Mapping, Sequence

from corroborate.check.differences import Finding
from corroborate.check.kinds import differences
from corroborate.check.statements import gather, positions
from corroborate.check.verdicts import assess
from corroborate.model.articles import Reading
from corroborate.model.findings import Assessment
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
    assessments = []
    for group in ordered:
        taken = positions(stated[group.id])
        findings: tuple[Finding, ...] = differences(group, taken, told, reuses)
        assessments.append(assess(group, stated[group.id], taken, findings))
    return tuple(assessments)
