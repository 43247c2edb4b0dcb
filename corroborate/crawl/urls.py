"""One key per article, whatever address leads to it; the address itself is kept for fetching and citing.

A key may split one article in two, which costs a fetch. It must never merge two, which would lose one: a parameter
counts unless it is known to track readers.
"""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from tld import get_fld

from corroborate.model.ids import content_id

TRACKERS = re.compile(
    r"""(?: utm_\w* | mtm_\w* | pk_\w* | piwik_\w* | itm_\w* | hsa_\w* | vero_\w+ | ml_subscriber\w* | guce_referr?er\w*
    | at_(?:medium|campaign|link_\w+|custom\d|format|ptr_\w+|bbc_team) | ns_(?:mchannel|source|campaign|linkname|fee)
    | fb_(?:action_ids|action_types|source|ref) | mc_(?:cid|eid) | oly_(?:anon|enc)_id | wt_(?:mc|zmc) | amp_(?:js_v|gsa)
    | fbclid | gclid | gclsrc | dclid | msclkid | yclid | twclid | ttclid | ysclid | wbraid | gbraid | igsh | igshid
    | li_fat_id | rb_clickid | s_kwcid | _ga | _gl | _hsenc | _hsmi | cmpid | ocid | icid | ncid | intcid | int_cid | xtor
    | ito | smid | smtyp | spm | guccounter | __twitter_impression | ref_src | ref_url | referr?er | share_id
    | feedtype | feedname | output_?type | amp | usqp )""",
    re.VERBOSE | re.IGNORECASE,
)
"""Parameters that tell where a reader comes from, never which article it is."""

WAYS = {"ref", "source", "src", "from", "via", "share", "partner", "campaign", "medium", "cmp", "cid", "mod", "feature", "taid", "platform"}
"""Parameters that tell where a reader comes from on most sites, and name an article on some: judged by their value."""

PLACES = re.compile(
    r"""(?: rss | feed | atom | twitter | facebook | fb | linkedin | reddit | whatsapp | telegram | e?mail | e-mail | newsletter
    | homepage | home | front | social | share\w* | flipboard | pinterest | instagram | google\w* | apple\w* | bluesky | bsky
    | mastodon | copy | link | app | android | ios ) (?:[-_.].*)?""",
    re.VERBOSE | re.IGNORECASE,
)
SIDE_DOORS = ("www.", "m.", "mobile.", "amp.")
AMP_PATH = re.compile(r"^/amp(?=/.)|/amp/?$|\.amp(?=\.html?$)|\.amp$")
INDEX_PAGE = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
PORT = re.compile(r":(?:80|443)?$")
KEPT = "/:@!$&'()*+,;=~-._"


def canonical_url(url: str) -> str:
    """The key of the article that `url` leads to: https, without side doors (www, m, amp) and parameters that track.

    Idempotent. What cannot be read as an address is its own key.
    """
    address = url.strip()
    try:
        parts = urlsplit(address)
        host = _main_host(parts.netloc.rpartition("@")[2])
        query = _article_query(parts.query)
    except ValueError:
        return address
    if parts.scheme.lower() not in ("http", "https") or not host:
        return address
    fragment = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"https://{host}{_article_path(parts.path)}{'?' if query else ''}{query}{fragment}"


def article_id(url: str) -> str:
    """The id of the article that `url` leads to."""
    return content_id("a", canonical_url(url))


def registered_domain(url: str) -> str:
    """Who answers for a URL's host: `https://edition.herald.co.uk/x` is `herald.co.uk`, an address is itself with its port."""
    try:
        netloc = urlsplit(url).netloc.rpartition("@")[2].lower()
    except ValueError:
        return url
    return _domain_of(netloc)


@lru_cache(maxsize=4_096)
def _domain_of(netloc: str) -> str:
    host = PORT.sub("", netloc)
    if host.startswith("[") or re.fullmatch(r"[0-9.]+(?::\d+)?", host):
        return netloc
    name = host.partition(":")[0].rstrip(".")
    known = get_fld(name, fix_protocol=True, fail_silently=True)
    return known if isinstance(known, str) else ".".join(name.split(".")[-2:])


def _main_host(netloc: str) -> str:
    host = PORT.sub("", netloc.lower())
    name, colon, port = host.partition(":") if not host.startswith("[") else (host, "", "")
    name = name.rstrip(".")
    if not name.isascii():
        name = name.encode("idna").decode()
    for door in SIDE_DOORS * 2:
        shorter = name.removeprefix(door)
        # "amp.com" is a site of its own, not a side door of "com".
        if shorter != name and "." in shorter and registered_domain(f"//{shorter}") == registered_domain(f"//{name}"):
            name = shorter
    return f"{name}{colon}{port}"


def _article_path(path: str) -> str:
    segments: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            segments = segments[:-1]
        elif segment not in ("", "."):
            segments.append(quote(unquote(segment, errors="surrogateescape"), safe=KEPT.replace("/", ""), errors="surrogateescape"))
    trimmed = "/" + "/".join(segments)
    while (shorter := INDEX_PAGE.sub("", AMP_PATH.sub("", trimmed))) != trimmed:
        trimmed = shorter or "/"
    return trimmed


def _article_query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, errors="surrogateescape", max_num_fields=200)
    kept = sorted((name, value) for name, value in pairs if not _tracks(name, value))
    return urlencode(kept, errors="surrogateescape")


def _tracks(name: str, value: str) -> bool:
    if TRACKERS.fullmatch(name):
        return True
    return name.lower() in WAYS and PLACES.fullmatch(value) is not None
