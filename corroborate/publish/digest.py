"""The day in figures: new disputes first, then updates, figures that were revised, new stories."""

import html
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from corroborate.model.findings import Discrepancy, DiscrepancyType, Status
from corroborate.model.records import DiscrepancyRecord, FigureChange, RevisionRecord
from corroborate.model.stories import Story
from corroborate.publish.links import text_link
from corroborate.publish.printable import one_line
from corroborate.publish.views import discrepancy_row, instant, revision_row

DISPUTES = frozenset({DiscrepancyType.CONFLICT, DiscrepancyType.TYPO, DiscrepancyType.PARTY, DiscrepancyType.ARITHMETIC})
SETTLED = frozenset({Status.REJECTED, Status.EXPLAINED})
UPDATES = frozenset({DiscrepancyType.UPDATE, DiscrepancyType.STALE_COPY, DiscrepancyType.CORRECTION})
BRACKETS = str.maketrans({"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E"})
MARKDOWN = str.maketrans({one: f"\\{one}" for one in "\\`*_{}[]<>#|!"})


@dataclass(frozen=True, slots=True)
class Digest:
    """What came up between two moments."""

    since: datetime
    until: datetime
    disputes: tuple[DiscrepancyRecord, ...] = ()
    updates: tuple[DiscrepancyRecord, ...] = ()
    others: tuple[DiscrepancyRecord, ...] = ()
    revised: tuple[RevisionRecord, ...] = ()
    stories: tuple[Story, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing came up."""
        return not (self.disputes or self.updates or self.others or self.revised or self.stories)


def compile_digest(
    since: datetime,
    until: datetime,
    *,
    discrepancies: Iterable[DiscrepancyRecord] = (),
    revisions: Iterable[RevisionRecord] = (),
    stories: Iterable[Story] = (),
) -> Digest:
    """Sort out what belongs to the time from `since` up to, not including, `until`; what a reviewer rejected or explained stays out."""
    found = sorted(
        (one for one in discrepancies if since <= one.discrepancy.first_seen < until and one.discrepancy.status not in SETTLED),
        key=_weight,
    )
    return Digest(
        since,
        until,
        disputes=tuple(one for one in found if one.discrepancy.type in DISPUTES),
        updates=tuple(one for one in found if one.discrepancy.type in UPDATES),
        others=tuple(one for one in found if one.discrepancy.type not in DISPUTES | UPDATES),
        revised=tuple(
            sorted(
                (one for one in revisions if one.changes and since <= one.revision.seen < until),
                key=lambda one: (one.revision.seen, one.revision.id),
            )
        ),
        stories=tuple(
            sorted((story for story in stories if since <= story.first < until), key=lambda story: (-len(story.articles), story.id))
        ),
    )


def _weight(record: DiscrepancyRecord) -> tuple[int, datetime, str]:
    outlets = {outlet for side in record.discrepancy.sides for outlet in side.outlets}
    return -len(outlets), record.discrepancy.first_seen, record.discrepancy.id


def span(digest: Digest) -> str:
    """The time that the digest covers."""
    return f"{digest.since:%Y-%m-%d %H:%M} to {digest.until:%Y-%m-%d %H:%M} UTC"


def to_text(digest: Digest) -> str:
    """Plain text, for a terminal or a mail."""
    lines = [f"corroborate: {span(digest)}"]
    if digest.is_empty:
        return "\n".join([*lines, "", "No new stories, no disputes, no revised figures.", ""])
    for title, records in _sections(digest):
        lines += ["", f"{title} ({len(records)})", "-" * len(title)]
        for record in records:
            lines += [f"* {one_line(record.question)} ({one_line(record.story_title)})", f"  {_typed(record.discrepancy)}"]
            lines += [
                f'  - {one_line(", ".join(side.outlets))}: "{one_line(side.quote)}" {one_line(side.url)}'
                for side in record.discrepancy.sides
            ]
    if digest.revised:
        lines += ["", f"Revised figures ({len(digest.revised)})", "---------------"]
        for revision in digest.revised:
            lines.append(f"* {one_line(revision.revision.outlet)} {one_line(revision.revision.url)}")
            lines += [
                f'  - {one_line(one.old or "(new)")} -> {one_line(one.new or "(gone)")}: "{one_line(one.sentence)}"'
                for one in revision.changes
            ]
    if digest.stories:
        lines += ["", f"New stories ({len(digest.stories)})", "-----------"]
        lines += [f"* {one_line(story.title)} ({len(story.articles)} articles, {story.id})" for story in digest.stories]
    return "\n".join([*lines, ""])


def _sections(digest: Digest) -> tuple[tuple[str, tuple[DiscrepancyRecord, ...]], ...]:
    named = (("Disputed", digest.disputes), ("Updated", digest.updates), ("Worth a look", digest.others))
    return tuple((title, records) for title, records in named if records)


def _typed(found: Discrepancy) -> str:
    return f"{found.type.value}: {one_line(found.reason)}"


def to_markdown(digest: Digest) -> str:
    """Markdown, with a link to each quoted sentence."""
    lines = [f"# corroborate: {span(digest)}"]
    if digest.is_empty:
        return "\n".join([*lines, "", "No new stories, no disputes, no revised figures.", ""])
    for title, records in _sections(digest):
        lines += ["", f"## {title}"]
        for record in records:
            lines += [
                "",
                f"### {escaped(record.question)}",
                "",
                f"{escaped(record.story_title)}. {escaped(_typed(record.discrepancy))}",
                "",
            ]
            lines += [_quoted(", ".join(side.outlets), side.quote, side.url) for side in record.discrepancy.sides]
    if digest.revised:
        lines += ["", "## Revised figures", ""]
        for revision in digest.revised:
            for one in revision.changes:
                lines.append(_quoted(_revised(revision, one), one.sentence, revision.revision.url))
    if digest.stories:
        lines += [
            "",
            "## New stories",
            "",
            *(f"- {escaped(story.title)} ({len(story.articles)} articles, `{story.id}`)" for story in digest.stories),
        ]
    return "\n".join([*lines, ""])


def escaped(text: str) -> str:
    """The text with nothing in it that Markdown or HTML would take for markup."""
    return one_line(text).translate(MARKDOWN)


def _quoted(who: str, quote: str, url: str) -> str:
    target = _target(url, quote).translate(BRACKETS)
    return f"- {escaped(who)}: [“{escaped(quote)}”]({target})"


def to_json(digest: Digest) -> str:
    """JSON with the columns of the exported tables."""
    return json.dumps(
        {
            "since": instant(digest.since),
            "until": instant(digest.until),
            "disputes": [discrepancy_row(one) for one in digest.disputes],
            "updates": [discrepancy_row(one) for one in digest.updates],
            "others": [discrepancy_row(one) for one in digest.others],
            "revised": [revision_row(one) for one in digest.revised],
            "stories": [
                {"story": one.id, "title": one.title, "articles": len(one.articles), "first": instant(one.first), "last": instant(one.last)}
                for one in digest.stories
            ],
        },
        indent=1,
        ensure_ascii=False,
    )


def to_html(digest: Digest) -> str:
    """A page of its own, without scripts, styles from elsewhere or images: it can be mailed."""
    body = [f"<h1>corroborate: {html.escape(span(digest))}</h1>"]
    if digest.is_empty:
        body.append("<p>No new stories, no disputes, no revised figures.</p>")
    for title, records in _sections(digest):
        body.append(f"<h2>{title} ({len(records)})</h2>")
        for record in records:
            body.append(f"<h3>{_shown(record.question)}</h3><p>{_shown(record.story_title)}. {_shown(_typed(record.discrepancy))}</p>")
            body.append(_items(_anchor(", ".join(side.outlets), side.quote, side.url) for side in record.discrepancy.sides))
    if digest.revised:
        body.append(f"<h2>Revised figures ({len(digest.revised)})</h2>")
        body.append(
            _items(_anchor(_revised(one, change), change.sentence, one.revision.url) for one in digest.revised for change in one.changes)
        )
    if digest.stories:
        body.append(f"<h2>New stories ({len(digest.stories)})</h2>")
        body.append(_items(f"{_shown(story.title)} ({len(story.articles)} articles, {story.id})" for story in digest.stories))
    head = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>corroborate</title></head>'
    return f"{head}<body>{''.join(body)}</body></html>\n"


def _shown(text: str) -> str:
    return html.escape(one_line(text))


def _items(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>"


def _anchor(who: str, quote: str, url: str) -> str:
    return f'{_shown(who)}: <a href="{html.escape(_target(url, quote))}">“{_shown(quote)}”</a>'


def _revised(record: RevisionRecord, change: FigureChange) -> str:
    return f"{record.revision.outlet}: {change.old or '(new)'} → {change.new or '(gone)'}"


def _target(url: str, quote: str) -> str:
    """The link to a sentence; nothing but the web's own schemes is linked."""
    target = text_link(one_line(url), quote)
    return target if target.lower().startswith(("https://", "http://")) else "#"


FORMS: Mapping[str, Callable[[Digest], str]] = {"text": to_text, "markdown": to_markdown, "html": to_html, "json": to_json}
