"""Article pages as outlets build them: navigation, related links, signup boxes and footers around a text."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from html import escape

from corroborate.newsroom.houses import House
from corroborate.newsroom.publications import Publication

SECTIONS = ("World", "Politics", "Business", "Culture", "Weather", "Sport", "Letters")
TEASERS = (
    "{n} runners finish the harbour marathon",
    "Council votes {m} to {k} for new tram line",
    "Why {n} readers cancelled their holidays",
    "House prices up {k} percent in a year",
    "Lottery: winner takes $ {m} million",
    "{m} ideas for the weekend",
)


def article_page(house: House, shown: Publication, others: Sequence[Publication]) -> str:
    """The whole page of one article version, in the layout of its outlet."""
    return LAYOUTS[house.layout % len(LAYOUTS)](house, shown, _related(shown, others))


def local(moment: datetime, house: House) -> datetime:
    """The moment on the outlet's own clock."""
    return moment.astimezone(timezone(timedelta(hours=house.zone)))


def _classic(house: House, shown: Publication, related: str) -> str:
    body = _paragraphs(shown, deck='<p class="standfirst">{}</p>')
    main = (
        f'<main><article class="story"><h1>{escape(shown.title)}</h1>{_signature(shown, house)}'
        f'<div class="article-body">{body}</div></article>'
        f'<section class="newsletter"><h3>Our newsletter</h3><p>Join 48,000 readers. Sign up, it takes 20 seconds.</p></section></main>'
    )
    aside = f'<aside class="related"><h3>Read more</h3>{related}</aside>'
    return _document(house, shown, f"{_nav(house)}{main}{aside}{_footer(house, shown)}")


def _broadsheet(house: House, shown: Publication, related: str) -> str:
    body = _paragraphs(shown, deck='<h2 class="deck">{}</h2>')
    main = (
        f'<div id="page"><div id="content"><header><h1 class="headline">{escape(shown.title)}</h1></header>'
        f'<div class="meta">{_signature(shown, house)}</div><section class="post-content" itemprop="articleBody">{body}</section></div>'
        f'<div id="sidebar"><div class="most-read"><h4>Most read</h4>{related}</div></div></div>'
    )
    return _document(house, shown, f"{_nav(house)}{main}{_footer(house, shown)}")


def _tabloid(house: House, shown: Publication, related: str) -> str:
    paragraphs = _paragraphs(shown, deck='<p class="intro"><strong>{}</strong></p>').split("\n")
    half = max(2, len(paragraphs) // 2)
    advert = '<div class="advert" role="complementary"><span>Advertisement</span></div>'
    also = f'<p class="read-also"><strong>Read also:</strong> <a href="/misc/{half}">{_teaser(shown, 1)}</a></p>'
    linked = [_linked(paragraph) if index % 3 == 1 else paragraph for index, paragraph in enumerate(paragraphs)]
    body = "\n".join([*linked[:half], advert, also, "<h3>What is known</h3>", *linked[half:]])
    main = (
        f'<div class="wrap"><article><header><h1>{escape(shown.title)}</h1>{_signature(shown, house)}</header>'
        f'<ul class="share"><li><a href="/share/a">Share</a></li><li><a href="/share/b">Mail</a></li></ul>'
        f'<div class="entry-content">{body}</div></article><nav class="related-links">{related}</nav></div>'
    )
    return _document(house, shown, f"{_nav(house)}{main}{_footer(house, shown)}")


def _plain(house: House, shown: Publication, related: str) -> str:
    body = _paragraphs(shown, deck='<p class="lede">{}</p>')
    main = (
        f"<article><h1>{escape(shown.title)}</h1>{_signature(shown, house)}{body}</article>"
        f'<div class="comments" id="comments"><p>112 comments</p></div><div class="more">{related}</div>'
    )
    return _document(house, shown, f"{_nav(house)}{main}{_footer(house, shown)}")


LAYOUTS = (_classic, _broadsheet, _tabloid, _plain)


def _paragraphs(shown: Publication, deck: str) -> str:
    written = [f"<p>{escape(text)}</p>" for text in shown.paragraphs]
    if shown.has_deck:
        written[0] = deck.format(escape(shown.paragraphs[0]))
    return "\n".join(written)


def _signature(shown: Publication, house: House) -> str:
    byline = f'<span class="byline" rel="author">{escape(shown.byline)}</span> ' if shown.byline else ""
    if shown.published is None:
        return f'<p class="info">{byline}</p>'
    moment = local(shown.published, house)
    return f'<p class="info">{byline}<time datetime="{moment.isoformat()}">{moment:%d %B %Y, %H:%M}</time></p>'


def _nav(house: House) -> str:
    links = "".join(f'<li><a href="/{name.lower()}/">{name}</a></li>' for name in SECTIONS)
    return f'<header class="site"><a href="/">{escape(house.name)}</a><nav><ul>{links}</ul></nav></header>'


def _footer(house: House, shown: Publication) -> str:
    year = shown.visible_from.year
    return f"<footer><p>© 1987-{year} {escape(house.name)}. All rights reserved. Call 0800 555 0199.</p></footer>"


def _related(shown: Publication, others: Sequence[Publication]) -> str:
    near = [other for other in others if other.outlet == shown.outlet and other.event != shown.event][:3]
    links = [f'<li><a href="{escape(other.url)}">{escape(other.title)}</a></li>' for other in near]
    number = sum(shown.url.encode())
    links.extend(f'<li><a href="/misc/{number + index}">{_teaser(shown, index)}</a></li>' for index in range(3))
    return f"<ul>{''.join(links)}</ul>"


def _teaser(shown: Publication, index: int) -> str:
    """A headline of an article that there is no page for; its figures are no claims of this one."""
    number = sum(shown.url.encode())
    return TEASERS[(number + index) % len(TEASERS)].format(n=f"{number * 3:,}", m=number % 80 + 11, k=number % 9 + 2)


def _linked(paragraph: str) -> str:
    """The paragraph with a link around some of its words."""
    words = paragraph.split(" ")
    if len(words) < 9 or any("&" in word or "<" in word for word in words[4:6]):
        return paragraph
    return " ".join([*words[:4], f'<a href="/topics/{words[4].strip(".,").lower()}">{words[4]} {words[5]}</a>', *words[6:]])


def _document(house: House, shown: Publication, body: str) -> str:
    facts: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": shown.title,
        "publisher": {"@type": "Organization", "name": house.name},
        "mainEntityOfPage": shown.url,
    }
    published = local(shown.published, house).isoformat() if shown.published is not None else None
    if published is not None:
        facts["datePublished"] = published
    if shown.byline:
        facts["author"] = {"@type": "Person", "name": shown.byline.removeprefix("By ")}
    if shown.modified is not None:
        facts["dateModified"] = local(shown.modified, house).isoformat()
    structured = json.dumps(facts, ensure_ascii=False).replace("<", "\\u003c")
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(shown.title)} | {escape(house.name)}</title>'
        f'<link rel="canonical" href="{escape(shown.url)}">'
        f'<meta property="og:title" content="{escape(shown.title)}"><meta property="og:site_name" content="{escape(house.name)}">'
        + (f'<meta property="article:published_time" content="{published}">' if published is not None else "")
        + f'<script type="application/ld+json">{structured}</script></head><body>{body}</body></html>'
    )
