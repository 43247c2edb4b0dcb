"""One story, group, claim or article, laid out to be read in a terminal."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from corroborate.model.articles import Readability
from corroborate.model.decisions import Review
from corroborate.model.figures import Period
from corroborate.model.findings import Discrepancy, Side
from corroborate.model.pages import Revision
from corroborate.model.records import (
    ArticleRecord,
    ClaimRecord,
    DiscrepancyRecord,
    Edit,
    GroupRecord,
    RevisionRecord,
    StoryRecord,
    SuggestionRecord,
)
from corroborate.model.stories import Origin, summary
from corroborate.model.wordings import wording
from corroborate.publish.links import text_link
from corroborate.publish.matrices import FigureMatrix, MatrixRow, figure_matrix
from corroborate.publish.printable import one_line
from corroborate.publish.query import heading, table
from corroborate.publish.reviews import told
from corroborate.publish.versions import differences
from corroborate.publish.views import Row, instant, outlets_of

FIXED, CELL = 70, 16
ANSWERS = 4
"""Answers of a suggested group that are shown."""
WHY_SILENT = {
    Readability.EMPTY: "the page holds no text",
    Readability.SHORT: "the text is too short",
    Readability.STUB: "a paywall or consent page",
    Readability.LANGUAGE: "not in English",
    Readability.UNREADABLE: "the page could not be read",
    Readability.READ: "read, no figure",
}


def show_story(record: StoryRecord, *, width: int = 120) -> str:
    """The story's questions by outlets, its discrepancies, and why an outlet has no figure."""
    matrix = figure_matrix(record)
    span = f"{record.story.first:%Y-%m-%d %H:%M} to {record.story.last:%Y-%m-%d %H:%M} UTC"
    lines = [
        heading(record.story.title, width=width),
        f"{record.story.id}: {len(record.articles)} articles, {len(matrix.outlets)} outlets, {span}",
    ]
    fits = FIXED + CELL * len(matrix.outlets) <= width
    across = (_matrix_line(row, matrix.outlets) for row in matrix.rows)
    lines += ["", table(across, width=width) if fits else _matrix_list(matrix, width)]
    found = [one for group in record.groups for one in group.assessment.discrepancies]
    if found:
        lines += [
            "",
            heading(_count(len(found), "discrepancy"), width=width),
            *(part for one in found for part in _discrepancy(one, width)),
        ]
    silent = list(_silent(record))
    return "\n".join([*lines, *(["", "Without a figure:", *silent] if silent else [])])


def show_matrix(record: StoryRecord, *, width: int = 120, most: int = 10) -> str:
    """The questions that several outlets answer, disputed ones first, with each outlet's figure across; at most `most`."""
    matrix = figure_matrix(record)
    shared = [row for row in matrix.rows if sum(cell is not None for cell in row.cells) > 1]
    lines = [_matrix_line(row, matrix.outlets) for row in shared[:most]]
    for line in lines:
        del line["group"]
    more = f"\nand {_count(len(shared) - most, 'more question')}" if len(shared) > most else ""
    return table(lines, width=width) + more


def _matrix_line(row: MatrixRow, outlets: Sequence[str]) -> Row:
    fixed: Row = {"group": row.group, "question": row.question, "verdict": _verdict(row)}
    return fixed | {one_line(outlet): cell for outlet, cell in zip(outlets, row.cells, strict=True)}


def _verdict(row: MatrixRow) -> str:
    types = ", ".join(sorted({one.value for one in row.types}))
    return f"{row.verdict.value} ({types})" if types else row.verdict.value


def _matrix_list(matrix: FigureMatrix, width: int) -> str:
    """The matrix one question below the other, where its columns do not fit."""
    lines = []
    for row in matrix.rows:
        lines += _wrapped(f"{row.question} {_verdict(row)}, {row.group}", width, "")
        said: dict[str, list[str]] = {}
        for outlet, cell in zip(matrix.outlets, row.cells, strict=True):
            if cell is not None:
                said.setdefault(cell, []).append(outlet)
        lines += [part for cell, outlets in said.items() for part in _wrapped(f"{cell}: {', '.join(outlets)}", width, "    ")]
    return "\n".join(lines)


def _silent(record: StoryRecord) -> Iterator[str]:
    telling = {one.article.id for group in record.groups for one in group.claims}
    for article in record.articles:
        if article.id not in telling:
            yield f"  {one_line(article.outlet)}: {WHY_SILENT[article.readability]} ({one_line(article.url)})"


def show_group(record: GroupRecord, reviews: Sequence[Review] = (), suggested: Sequence[SuggestionRecord] = (), *, width: int = 120) -> str:
    """Every outlet's answer with its sentence, what the answers rest on, where they differ, what may be the same question,
    and what people decided."""
    group, found = record.group, record.assessment
    bounds = "" if found.low is None and found.high is None else f", agreed range {found.low or 'open'} to {found.high or 'open'}"
    unit = f" {group.unit}" if group.unit and bounds else ""
    lines = [
        heading(group.question, width=width),
        f"{group.id} in {group.story}: {found.verdict.value}{bounds}{unit}",
        summary(record.origins) if record.origins else _count(len(outlets_of(record)), "outlet"),
        "",
    ]
    for one in record.claims:
        lines += _answer(one, width)
    lines += ["", "Origins"]
    lines += [part for origin in record.origins for part in _origin(origin, width)]
    if found.discrepancies:
        lines += ["", "Discrepancies"]
        lines += [part for one in found.discrepancies for part in _discrepancy(one, width)]
    lines += [part for one in suggested for part in _suggested(one, group.id, width)]
    return "\n".join([*lines, *_reviewed(reviews, width)])


def _suggested(record: SuggestionRecord, group: str, width: int) -> list[str]:
    """ "Perhaps the same question: ..." with what to type where it is, and where it is not."""
    other, question, values = record.beside(group)
    answers = ", ".join(values[:ANSWERS])
    reasons = "; ".join([record.suggestion.reason, *(reason.rstrip(".") for reason in record.suggestion.evidence)])
    return [
        "",
        *_wrapped(f"Perhaps the same question: {question} ({answers}) {other}", width, ""),
        *_wrapped(f"- {reasons}", width, "  "),
        f"  if it is: corroborate review merge {group} {other}",
        f"  if it is not: corroborate review split {group} {other}",
    ]


def _reviewed(reviews: Sequence[Review], width: int) -> list[str]:
    """What people decided, each in a line."""
    lines = [part for one in reviews for part in _wrapped(f"review {one.number}: {told(one)}", width, "  ")]
    return ["", "Reviews", *lines] if lines else []


def _count(number: int, noun: str) -> str:
    plural = f"{noun.removesuffix('y')}ies" if noun.endswith("cy") else f"{noun}s"
    return f"{number} {noun if number == 1 else plural}"


def _answer(record: ClaimRecord, width: int) -> list[str]:
    published = record.article.published or record.article.seen
    figure = one_line(wording(record.claim))
    ids = f"[{record.claim.id}, {record.origin or 'origin unknown'}]"
    first = f"{one_line(record.article.outlet)} ({published:%Y-%m-%d %H:%M}): {figure}  {ids}"
    return [first, *_wrapped(f'"{record.claim.sentence.text}"', width, "    ")]


def _origin(origin: Origin, width: int) -> list[str]:
    outlets = ", ".join(one_line(outlet) for outlet in origin.outlets)
    routes = f", by way of {', '.join(one_line(route) for route in origin.routes)}" if origin.routes else ""
    lines = [f"  {origin.id} {origin.kind.value}: {one_line(origin.label)} ({outlets}{routes})"]
    return lines + [part for reason in origin.reasons for part in _wrapped(f"- {reason}", width, "    ")]


def _discrepancy(found: Discrepancy, width: int) -> list[str]:
    lines = _wrapped(f"{found.type.value} ({found.rule}, {found.status.value}) {found.id}: {found.reason}", width, "  ")
    return lines + [part for side in found.sides for part in _side(side, width)]


def _side(side: Side, width: int) -> list[str]:
    origins = _count(len(side.origins), "origin")
    said = f'{", ".join(side.outlets)} ({origins}): {side.value}: "{side.quote}"'
    return [*_wrapped(said, width, "    "), f"      {one_line(text_link(side.url, side.quote))}"]


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        one_line(text),
        max(width, 40),
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def show_discrepancy(record: DiscrepancyRecord, reviews: Sequence[Review] = (), *, width: int = 120) -> str:
    """A discrepancy with the sentences of both sides, and what people decided about it."""
    lines = [heading(record.question, width=width), one_line(record.story_title), *_discrepancy(record.discrepancy, width)]
    return "\n".join([*lines, *_reviewed(reviews, width)])


def show_claim(record: ClaimRecord, revision: Revision | None = None, *, width: int = 120) -> str:
    """The sentence with its figure marked, and all that is needed to find it again."""
    claim, article = record.claim, record.article
    start = claim.span.start - claim.sentence.start
    sentence = claim.sentence.text
    marked = f"{sentence[:start]}[{sentence[start : start + len(claim.surface)]}]{sentence[start + len(claim.surface) :]}"
    said = claim.attribution
    facts = {
        "kind": claim.kind.value,
        "parties": ", ".join(claim.parties),
        "done by": claim.deed.actor or "",
        "done to": claim.deed.target or "",
        "period": "" if claim.period is None else _days(claim.period),
        "scope": ", ".join(claim.scope),
        "said by": " / ".join(part for part in (said.speaker, said.document) if part) or "the outlet itself",
        "cites": ", ".join(said.cites),
        "group": " ".join(part for part in (record.group, record.verdict.value if record.verdict else None) if part),
        "origin": record.origin or "",
        "article": f"{article.outlet}: {article.title or 'untitled'}",
        "published": f"{instant(article.published) or 'unknown'} ({article.published_source or 'no source'})",
        "link": text_link(article.url, sentence),
        "place": f"characters {claim.span.start} to {claim.span.end} of the text with SHA-256 {article.text_digest}",
        "revision": claim.revision,
        "archived": ""
        if revision is None
        else f"{revision.archived.file} at byte {revision.archived.offset}, {revision.archived.length} bytes",
        "rule": claim.rule,
    }
    return "\n".join([heading(wording(claim), width=width), claim.id, "", *_wrapped(marked, width, "  "), "", *_facts(facts)])


EDITS = {Edit.CORRECTION: "a correction is announced", Edit.UPDATE: "said to be updated", Edit.SILENT: "a silent edit"}


def _days(period: Period) -> str:
    """From day to day; one day once."""
    first, last = period.range.low, period.range.high
    if first == last:
        return instant(first) or ""
    return " ".join(part for part in (first and f"from {first}", last and f"until {last}") if part)


def _facts(facts: dict[str, str]) -> Iterable[str]:
    return (f"{name + ':':<11}{one_line(text)}" for name, text in facts.items() if text)


def show_article(
    record: ArticleRecord, revisions: Sequence[RevisionRecord] = (), texts: Mapping[str, str] = MappingProxyType({}), *, width: int = 120
) -> str:
    """An article and what changed from version to version: figures first, then sentences, where `texts` has both versions."""
    article = record.article
    facts = {
        "outlet": article.outlet,
        "byline": article.byline or "",
        "credits": ", ".join(article.credits),
        "published": f"{instant(article.published) or 'unknown'} ({article.published_source or 'no source'})",
        "url": article.url,
        "story": record.story or "",
        "state": "" if article.readability is Readability.READ else WHY_SILENT[article.readability],
        "versions": str(record.revisions),
    }
    lines = [heading(article.title or article.url, width=width), article.id, *_facts(facts)]
    for later in revisions:
        owned = f" ({EDITS[later.edit]})" if later.edit else ""
        lines += ["", f"version seen {later.revision.seen:%Y-%m-%d %H:%M}: {_count(len(later.changes), 'figure')} changed{owned}"]
        lines += [
            part
            for one in later.changes
            for part in _wrapped(f'{one.old or "(new)"} -> {one.new or "(gone)"}: "{one.sentence}"', width, "  ")
        ]
        old, new = texts.get(later.previous), texts.get(later.revision.id)
        if old is not None and new is not None:
            lines += [part for line in differences(old, new) for part in _wrapped(line, width, "  ")]
    return "\n".join(lines)
