"""What a request is about: the site, and the decision that was just made."""

from collections.abc import Collection, Sequence

from fastapi import Request

from corroborate.model.decisions import Review, standing
from corroborate.publish.reviews import outcome
from corroborate.publish.site import Site
from corroborate.store import Store


def site_of(request: Request) -> Site:
    """What the application was made over."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site


def made_of(store: Store, number: int | None) -> str | None:
    """What a decision came to, for the page that its form leads back to."""
    return None if number is None else outcome(store, store.reviews.get(number))


def moved(kind: str, identity: str, made: int | None) -> str:
    """The page under the id that a story or group has now."""
    return f"/{kind}/{identity}" if made is None else f"/{kind}/{identity}?made={made}"


def undoable(store: Store, reviews: Sequence[Review]) -> Collection[int | None]:
    """The numbers of the decisions that still count."""
    return {one.number for one in standing(store.reviews.all())} if reviews else set()
