"""Templates: everything put into one is text, whatever it holds."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from corroborate.model.wordings import wording
from corroborate.publish.links import text_link
from corroborate.publish.printable import clip, one_line, printable
from corroborate.publish.web import marks
from corroborate.publish.web.forms import reviewer, secret_field, signed_in

STATIC = files("corroborate.publish") / "static"
NAVIGATION = (
    ("/", "Front page"),
    ("/stories", "Stories"),
    ("/search", "Search"),
    ("/digest", "Digest"),
    ("/sources", "Sources"),
    ("/reviews", "Decisions"),
    ("/reading", "How to read"),
)


def shown(value: object) -> object:
    """What a template prints: nothing for None, and text without control characters and direction marks."""
    if value is None:
        return ""
    # Markup is a kind of text, and is what it is.
    return printable(value) if type(value) is str else value


@cache
def asset(name: str) -> str:
    """The address of a file that is shipped, which changes with the file: browsers may keep it for good."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


def web(url: str, sentence: str = "") -> str:
    """The address of a page of the web, at a sentence of it; empty for what is none: `javascript:`, `data:`, the name of a file."""
    address = one_line(url)
    return text_link(address, one_line(sentence)) if address.lower().startswith(("https://", "http://")) else ""


def moment(when: datetime) -> str:
    """A moment as a reader says it: 8 April 2024, 12:03."""
    return f"{when.day} {when:%B %Y, %H:%M}"


@cache
def environment() -> Environment:
    """The templates of this package; an unknown name in one is an error."""
    made = Environment(
        loader=PackageLoader("corroborate.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"web": web, "moment": moment, "clip": _clipped, "one_line": one_line, "told": wording, "grouped": "{:,}".format}
    made.globals |= {
        "asset": asset,
        "navigation": NAVIGATION,
        "verdicts": marks.VERDICTS,
        "types": marks.TYPES,
        "statuses": marks.STATUSES,
        "origin_kinds": marks.ORIGINS,
        "silence": marks.SILENCE,
        "done": marks.DONE,
        "secret_field": secret_field,
        "reviewer": reviewer,
        "signed_in": signed_in,
    }
    return made


def page(request: Request, template: str, values: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """A page of the site."""
    text = environment().get_template(template).render(request=request, **values)
    return HTMLResponse(text, status_code=status)


def _clipped(text: str, width: int) -> str:
    return clip(one_line(text), width)
