"""The site that a request is about."""

from fastapi import Request

from corroborate.publish.site import Site


def site_of(request: Request) -> Site:
    """What the application was made over."""
    site = request.app.state.site
    assert isinstance(site, Site)
    return site
