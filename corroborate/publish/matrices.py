"""A story at a glance: its questions down, its outlets across, each outlet's figure in the cell."""

from dataclasses import dataclass

from corroborate.model.findings import DISMISSED, DiscrepancyType, Verdict
from corroborate.model.records import GroupRecord, StoryRecord
from corroborate.model.wordings import wording
from corroborate.publish.views import outlets_of


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One question: what each outlet answers (in the order of the matrix' outlets, None where it does not).

    `types` are those of the discrepancies that nobody rejected or explained.
    """

    group: str
    question: str
    verdict: Verdict
    origins: int
    types: tuple[DiscrepancyType, ...]
    cells: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class FigureMatrix:
    """Questions by outlets."""

    outlets: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def figure_matrix(record: StoryRecord) -> FigureMatrix:
    """The matrix of a story: disputed questions first, then those that most outlets answer."""
    outlets = tuple(dict.fromkeys(article.outlet for article in sorted(record.articles, key=lambda one: (one.as_of, one.id))))
    ordered = sorted(record.groups, key=_prominence)
    return FigureMatrix(outlets, tuple(_row(group, outlets) for group in ordered))


PROMINENCE = (Verdict.DISPUTED, Verdict.UPDATED, Verdict.CORROBORATED, Verdict.REPEATED, Verdict.SINGLE)


def _prominence(record: GroupRecord) -> tuple[int, int, str]:
    return PROMINENCE.index(record.assessment.verdict), -len(outlets_of(record)), record.group.id


def _row(record: GroupRecord, outlets: tuple[str, ...]) -> MatrixRow:
    said: dict[str, dict[str, None]] = {}
    for one in record.claims:
        said.setdefault(one.article.outlet, {})[wording(one.claim)] = None
    cells = tuple(" / ".join(said[outlet]) if outlet in said else None for outlet in outlets)
    found = record.assessment
    types = tuple(dict.fromkeys(one.type for one in found.discrepancies if one.status not in DISMISSED))
    return MatrixRow(record.group.id, record.group.question, found.verdict, len(record.origins), types, cells)
