"""A digest as a page that can be mailed: no script, no image, nothing from elsewhere; its style stands with each element."""

import html
from collections.abc import Iterable

from corroborate.publish.digest.entries import Change, Digest, Entry
from corroborate.publish.digest.links import target
from corroborate.publish.digest.texts import EMPTY, MARKS, glance, reason_of, span, title_of
from corroborate.publish.printable import one_line

# Mail programs drop style sheets: what an element looks like is written on it. One column, so that a phone shows it whole.
STYLES = {
    "body": "margin:0;padding:0;background:#f4f4f1;color:#1d1d1b",
    "main": "max-width:640px;margin:0 auto;padding:16px;background:#fff;font:16px/1.5 Georgia,serif",
    "h1": "font-size:22px;line-height:1.25;margin:0 0 4px",
    "h2": "font-size:17px;margin:28px 0 8px;padding-top:8px;border-top:2px solid #1d1d1b",
    "h3": "font-size:16px;margin:18px 0 2px",
    "small": "font:13px/1.5 Arial,sans-serif;color:#555;margin:0",
    "reason": "margin:2px 0",
    "list": "margin:6px 0 0;padding-left:20px",
    "item": "margin:4px 0;overflow-wrap:anywhere",
    "link": "color:#0b4f8a",
    "mark": "font:bold 12px Arial,sans-serif;padding:1px 6px;border:1px solid #555;border-radius:3px",
}


def to_html(digest: Digest) -> str:
    """The whole page."""
    body = [_tag("h1", _shown(f"corroborate: {span(digest)}")), _tag("p", _shown(EMPTY if digest.is_empty else glance(digest)), "small")]
    for section in digest.sections():
        body.append(_tag("h2", f"{section.title} ({section.in_all})"))
        body += [part for entry in section.entries for part in _entry(entry)]
        body += [_tag("p", f"and {section.more} more", "small")] if section.more else []
    if digest.resolved:
        told = (f"{_shown(title_of(one))}: {_shown('; '.join(one.news))}" for one in digest.resolved)
        body += [_tag("h2", f"Resolved ({len(digest.resolved)})"), _list(told)]
    if digest.revised:
        changes = ((one, change) for one in digest.revised for change in one.changes)
        told = (
            f"{_shown(one.revision.outlet)}: <del>{_shown(change.old or '(new)')}</del> → <ins>{_shown(change.new or '(gone)')}</ins> "
            f"{_anchor(one.revision.url, change.sentence)}"
            for one, change in changes
        )
        body += [_tag("h2", f"Revised figures ({len(digest.revised)})"), _list(told)]
    if digest.stories:
        told = (f"{_shown(story.title)} ({len(story.articles)} articles, {story.id})" for story in digest.stories)
        body += [_tag("h2", f"New stories ({digest.stories_in_all})"), _list(told)]
    head = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light"><title>corroborate</title></head>'
    )
    return f'{head}<body style="{STYLES["body"]}"><div style="{STYLES["main"]}">{"".join(body)}</div></body></html>\n'


def entry_html(entry: Entry) -> str:
    """One entry, for readers of feeds."""
    return "".join(_entry(entry))


def _entry(entry: Entry) -> Iterable[str]:
    mark = f'<span style="{STYLES["mark"]}">{MARKS[entry.change]}</span>'
    yield _tag("h3", f"{_shown(title_of(entry))} {mark}")
    yield _tag("p", f"{_shown(entry.record.story_title)} · {_shown(entry.sources)} · {_shown(entry.found.id)}", "small")
    yield _tag("p", _shown(reason_of(entry)), "reason")
    if entry.change is Change.CHANGED:
        yield _tag("p", _shown("; ".join(entry.news)), "reason")
    yield _list(
        f"<b>{_shown(side.value)}</b>, {_shown(', '.join(side.outlets))}: {_anchor(side.url, side.quote)}" for side in entry.found.sides
    )


def _tag(name: str, inner: str, style: str | None = None) -> str:
    return f'<{name} style="{STYLES[style or name]}">{inner}</{name}>'


def _list(lines: Iterable[str]) -> str:
    return _tag("ul", "".join(_tag("li", line, "item") for line in lines), "list")


def _shown(text: str) -> str:
    return html.escape(one_line(text))


def _anchor(url: str, quote: str) -> str:
    return f'<a style="{STYLES["link"]}" href="{html.escape(target(url, quote))}">“{_shown(quote)}”</a>'
