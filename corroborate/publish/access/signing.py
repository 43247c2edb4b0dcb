"""Signing in on the pages: a token is put into a cookie that no script can read and no other site can send."""

from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse, Response

from corroborate.publish.access.policy import COOKIE, Policy
from corroborate.publish.site import Site
from corroborate.publish.web.templating import page

LASTS = 30 * 24 * 3600
"""Seconds for which a browser stays signed in."""


def signing_router(site: Site, policy: Policy) -> APIRouter:
    """The two addresses at which people sign in and out."""
    router = APIRouter(include_in_schema=False)

    @router.get("/sign-in")
    def ask(request: Request, next: str = "/") -> Response:
        return page(request, "sign_in.html", {"next": local(next), "wrong": False})

    @router.post("/sign-in")
    async def sign_in(request: Request) -> Response:
        fields = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=10)
        secret, onward = (fields.get(name, [""])[0].strip() for name in ("token", "next"))
        holder = await run_in_threadpool(site.store.tokens.holder, secret, now=site.clock())
        if holder is None:
            return page(request, "sign_in.html", {"next": local(onward), "wrong": True}, status=403)
        signed = RedirectResponse(local(onward), status_code=303)
        signed.set_cookie(COOKIE, secret, max_age=LASTS, httponly=True, secure=policy.secure, samesite="strict", path="/")
        return signed

    @router.post("/sign-out")
    def sign_out() -> Response:
        away = RedirectResponse("/sign-in", status_code=303)
        away.delete_cookie(COOKIE, path="/", httponly=True, secure=policy.secure, samesite="strict")
        return away

    return router


def local(place: str) -> str:
    """A place on this server; the front page where an address leads elsewhere."""
    is_ours = place.startswith("/") and not place.startswith(("//", "/\\")) and place.isprintable() and "\\" not in place
    return place if is_ours else "/"
