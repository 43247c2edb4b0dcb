"""A digest as plain text and as Markdown."""

from collections.abc import Iterator

from corroborate.publish.digest.entries import Change, Digest, Entry
from corroborate.publish.digest.links import target
from corroborate.publish.printable import one_line

EMPTY = "No new stories, no disputes, no revised figures."
MARKS = {Change.NEW: "new", Change.CHANGED: "changed", Change.RESOLVED: "resolved"}
BRACKETS = str.maketrans({"(": "%28", ")": "%29", " ": "%20", "<": "%3C", ">": "%3E"})
MARKDOWN = str.maketrans({one: f"\\{one}" for one in "\\`*_{}[]<>#|!&"})


def span(digest: Digest) -> str:
    """The time that the digest covers."""
    return f"{digest.since:%Y-%m-%d %H:%M} to {digest.until:%Y-%m-%d %H:%M} UTC"


def glance(digest: Digest) -> str:
    """The day in a line: "2 new, 1 changed, 1 resolved; 3 revised articles; 40 new stories"."""
    counts = {change: sum(1 for one in (*digest.entries, *digest.resolved, *digest.unlisted) if one.change is change) for change in Change}
    told = [f"{count} {MARKS[change]}" for change, count in counts.items() if count]
    revised, stories = len(digest.revised), digest.stories_in_all
    parts = [
        ", ".join(told) + " discrepancies" if told else "",
        f"{revised} article{'' if revised == 1 else 's'} with revised figures" if revised else "",
        f"{stories} new stor{'y' if stories == 1 else 'ies'}" if stories else "",
    ]
    return "; ".join(part for part in parts if part) or EMPTY


def reason_of(entry: Entry) -> str:
    """The kind of difference and why it was found: "conflict: 480 and 530 cannot both be right"."""
    return f"{entry.found.type.value.replace('_', ' ')}: {one_line(entry.found.reason)}"


def title_of(entry: Entry) -> str:
    """What the figures are about."""
    return one_line(entry.record.question or entry.found.about)


def to_text(digest: Digest) -> str:
    """Plain text, for a terminal or a mail."""
    lines = [f"corroborate: {span(digest)}", ""]
    if digest.is_empty:
        return "\n".join([*lines, EMPTY, ""])
    lines.append(glance(digest))
    for section in digest.sections():
        lines += _headed(section.title, section.in_all)
        lines += [line for entry in section.entries for line in _entry_lines(entry)]
        lines += [f"  and {section.more} more"] if section.more else []
    if digest.resolved:
        lines += _headed("Resolved", len(digest.resolved))
        lines += [f"* {title_of(one)}: {one_line('; '.join(one.news))}" for one in digest.resolved]
    if digest.revised:
        lines += _headed("Revised figures", len(digest.revised))
        for record in digest.revised:
            lines.append(f"* {one_line(record.revision.outlet)} {one_line(record.revision.url)}")
            lines += [f'  - {_arrow(one.old, one.new, "->")}: "{one_line(one.sentence)}"' for one in record.changes]
    if digest.stories:
        lines += _headed("New stories", digest.stories_in_all)
        lines += [f"* {one_line(story.title)} ({len(story.articles)} articles, {story.id})" for story in digest.stories]
        lines += [f"  and {more} more" for more in _more(digest)]
    return "\n".join([*lines, ""])


def _headed(title: str, count: int) -> list[str]:
    head = f"{title} ({count})"
    return ["", head, "-" * len(head)]


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield f"* [{MARKS[entry.change]}] {title_of(entry)} ({one_line(entry.record.story_title)})"
    yield f"  {reason_of(entry)}"
    yield f"  {one_line(entry.sources)}; {entry.found.id}"
    yield from (f"  {one_line(news)}" for news in entry.news)
    for side in entry.found.sides:
        yield f'  - {one_line(side.value)}, {one_line(", ".join(side.outlets))}: "{one_line(side.quote)}" {one_line(side.url)}'


def _arrow(old: str | None, new: str | None, sign: str) -> str:
    return f"{one_line(old or '(new)')} {sign} {one_line(new or '(gone)')}"


def _more(digest: Digest) -> list[int]:
    more = digest.stories_in_all - len(digest.stories)
    return [more] if more > 0 else []


def to_markdown(digest: Digest) -> str:
    """Markdown, with a link to each quoted sentence."""
    lines = [f"# corroborate: {span(digest)}", ""]
    if digest.is_empty:
        return "\n".join([*lines, EMPTY, ""])
    lines.append(glance(digest))
    for section in digest.sections():
        lines += ["", f"## {section.title}"]
        lines += [line for entry in section.entries for line in _entry_markdown(entry)]
        lines += ["", f"And {section.more} more."] if section.more else []
    if digest.resolved:
        lines += ["", "## Resolved", ""]
        lines += [f"- {escaped(title_of(one))}: {escaped('; '.join(one.news))}" for one in digest.resolved]
    if digest.revised:
        lines += ["", "## Revised figures", ""]
        for record in digest.revised:
            for one in record.changes:
                lines.append(_quoted(f"{record.revision.outlet}: {_arrow(one.old, one.new, '→')}", one.sentence, record.revision.url))
    if digest.stories:
        lines += ["", "## New stories", ""]
        lines += [f"- {escaped(story.title)} ({len(story.articles)} articles, `{story.id}`)" for story in digest.stories]
        lines += [f"- and {more} more" for more in _more(digest)]
    return "\n".join([*lines, ""])


def _entry_markdown(entry: Entry) -> Iterator[str]:
    yield from ("", f"### {escaped(title_of(entry))}", "")
    yield f"**{MARKS[entry.change]}**, {escaped(reason_of(entry).rstrip('.'))}. {escaped(entry.record.story_title)}."
    yield f"{escaped(entry.sources)}. `{entry.found.id}`"
    yield from ("", *(f"- {escaped(news)}" for news in entry.news))
    for side in entry.found.sides:
        yield _quoted(f"{side.value}, {', '.join(side.outlets)}", side.quote, side.url)


def escaped(text: str) -> str:
    """The text with nothing in it that Markdown or HTML would take for markup."""
    return one_line(text).translate(MARKDOWN)


def _quoted(who: str, quote: str, url: str) -> str:
    return f"- {escaped(who)}: [“{escaped(quote)}”]({target(url, quote).translate(BRACKETS)})"
