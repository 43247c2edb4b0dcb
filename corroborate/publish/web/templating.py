"""Templates: everything put into one is text, whatever it holds."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from corroborate.publish.printable import printable

STATIC = files("corroborate.publish") / "static"


def shown(value: object) -> object:
    """What a template prints: nothing for None, and text without control characters and direction marks."""
    if value is None:
        return ""
    return printable(value) if isinstance(value, str) and not hasattr(value, "__html__") else value


@cache
def asset(name: str) -> str:
    """The address of a file that is shipped, which changes with the file: browsers may keep it for good."""
    return f"/static/{name}?v={sha256((STATIC / name).read_bytes()).hexdigest()[:12]}"


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
    made.globals["asset"] = asset
    return made


def page(request: Request, template: str, values: Mapping[str, Any], *, status: int = 200) -> HTMLResponse:
    """A page of the site."""
    text = environment().get_template(template).render(request=request, **values)
    return HTMLResponse(text, status_code=status)
