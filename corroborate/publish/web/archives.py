"""Archived pages, shown inert: no script runs, nothing is loaded from elsewhere, no form is sent."""

import re

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from corroborate.errors import UnknownId
from corroborate.publish.links import text_link
from corroborate.publish.web.passages import quoted
from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import page

router = APIRouter(include_in_schema=False)

SEALED = "; ".join(
    (
        "sandbox",
        "default-src 'none'",
        "style-src 'unsafe-inline'",
        "img-src data:",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'self'",
    )
)
"""An archived page is a foreign page: it gets an origin of its own, and may show what it holds and nothing else."""
FRAMING = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""The page around it, which alone may hold a frame."""
HYPERTEXT = ("text/html", "application/xhtml+xml", "")
CHARSET = re.compile(r"[A-Za-z0-9._:-]{1,40}")


@router.get("/archived/claim/{identity}")
def of_claim(request: Request, identity: str) -> RedirectResponse:
    """The archived page that a claim was read from."""
    record = site_of(request).store.claims.get(identity)
    return RedirectResponse(f"/archived/{record.claim.revision}?claim={record.claim.id}", status_code=303)


@router.get("/archived/{identity}")
def archived(request: Request, identity: str, claim: str | None = None) -> HTMLResponse:
    """An archived page in its frame, with where it is from."""
    store = site_of(request).store
    revision = store.revisions.get(identity)
    record = None if claim is None else store.claims.get(claim)
    if record is not None and record.claim.revision != identity:
        raise UnknownId(f"{claim} was not read from this page", "take its own archived copy")
    values = {
        "revision": revision,
        "claim": record.claim if record else None,
        "quote": quoted(record.claim) if record else None,
        "fragment": text_link("", record.claim.sentence.text) if record else "",
    }
    answer = page(request, "archived.html", values)
    answer.headers["Content-Security-Policy"] = FRAMING
    return answer


@router.get("/archived/{identity}/page")
def original(request: Request, identity: str) -> Response:
    """The page itself, byte for byte. Raises ArchiveError where it is not in the archive."""
    site = site_of(request)
    kept = site.read(site.store.revisions.get(identity).archived)
    is_hypertext = kept.content_type.partition(";")[0].strip().lower() in HYPERTEXT
    charset = f"; charset={kept.charset}" if kept.charset and CHARSET.fullmatch(kept.charset) else ""
    headers = {
        "Content-Type": f"text/html{charset}" if is_hypertext else f"text/plain{charset or '; charset=utf-8'}",
        "Content-Security-Policy": SEALED,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "private, max-age=3600",
    }
    return Response(kept.body, headers=headers)
