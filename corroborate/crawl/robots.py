"""robots.txt: what a site asks of crawlers (RFC 9309), and how fast (Crawl-delay).

The text is cleaned before it is judged: a byte order mark, foreign lines between a group's agents and rules, and
version numbers behind an agent's name would each change what the parser makes of it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from protego import Protego

from corroborate.crawl.fetch import Fetcher, FetchRequest, Permit, Wanted
from corroborate.crawl.reservations import WELL_KNOWN, in_robots, read_tdmrep
from corroborate.errors import AddressRefused, Blocked, FetchError, Gone, RobotsDenied

PARSED_BYTES = 500 * 1024
KEPT_FOR = timedelta(hours=24)
RETRIED_AFTER = timedelta(minutes=30)
KEPT_ORIGINS = 10_000
FORBIDDEN = (401, 403)
NAMES = {
    "user-agent": "user-agent",
    "useragent": "user-agent",
    "user agent": "user-agent",
    "allow": "allow",
    "disallow": "disallow",
    "dissallow": "disallow",
    "dissalow": "disallow",
    "disalow": "disallow",
    "diasllow": "disallow",
    "disallaw": "disallow",
}
"""The lines that matter, with the misspellings met: who means to forbid is not let down by a letter."""

LINE = re.compile(rf"[ \t]*({'|'.join(NAMES)})(?:[ \t]*:|[ \t])(.*)", re.IGNORECASE)
PRODUCT = re.compile(r"\*|[\w-]+")
DELAY = re.compile(r"^[ \t]*crawl-delay[ \t]*:[ \t]*(\d{1,9}(?:\.\d{1,3})?)[ \t]*(?:#.*)?$", re.IGNORECASE)
AGENT = re.compile(r"^[ \t]*user-agent[ \t]*:(.*)$", re.IGNORECASE)
DENY_ALL = "User-agent: *\nDisallow: /\n"


def allowed(robots_txt: str, agent: str, url: str) -> bool:
    """Whether `robots_txt` lets the program named `agent` (its product token counts) fetch `url`."""
    return _judge(robots_txt).can_fetch(url, product_token(agent)) is True


def crawl_delay(robots_txt: str, agent: str) -> float | None:
    """Seconds that `robots_txt` asks this program to leave between requests; our own group's count before everyone's."""
    token = product_token(agent).lower()
    delays: dict[str, float] = {}
    agents: list[str] = []
    in_rules = False
    for line in _lines(robots_txt):
        if match := AGENT.match(line):
            agents = [] if in_rules else agents
            agents.append(_agent_name(match[1]).lower())
            in_rules = False
        elif ":" in line:
            in_rules = True
            if found := DELAY.match(line):
                delays |= {name: float(found[1]) for name in agents if name not in delays}
    return delays.get(token, delays.get("*"))


def product_token(agent: str) -> str:
    """The name by which robots.txt knows a user agent: "Herald-Bot/2.1 (+mail)" is "Herald-Bot"."""
    match = PRODUCT.match(agent.strip())
    return match[0] if match else agent


def _judge(robots_txt: str) -> Protego:
    return Protego.parse("\n".join(_cleaned(robots_txt)))


def _cleaned(robots_txt: str) -> list[str]:
    kept = []
    for line in _lines(robots_txt):
        match = LINE.match(line)
        if match is None:
            continue
        name, value = NAMES[match[1].lower()], match[2].partition("#")[0].strip()
        kept.append(f"{name}: {_agent_name(value) if name == 'user-agent' else value}")
    return kept


def _agent_name(value: str) -> str:
    name = value.partition("#")[0].strip()
    match = PRODUCT.match(name)
    return match[0] if match else name


def _lines(robots_txt: str) -> list[str]:
    return re.split(r"\r\n?|\n", robots_txt.removeprefix("\ufeff")[:PARSED_BYTES])


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks, until when that is believed; `unreachable` says why it could not be asked.

    `reserved` are the signals of robots.txt that hold for all of it, `mining` tells of which URLs tdmrep.json reserves more.
    """

    judge: Protego
    delay: float | None
    until: datetime
    unreachable: str | None = None
    reserved: tuple[str, ...] = ()
    mining: Callable[[str], bool] | None = None


class Robots:
    """The rules of the sites met, asked once a day each. Who cannot be asked is left alone for now (RFC 9309, 2.3.1.4)."""

    def __init__(self, fetcher: Fetcher, agent: str, clock: Callable[[], datetime], remembered: dict[str, Rules] | None = None) -> None:
        self._fetcher = fetcher
        self._agent = product_token(agent)
        self._clock = clock
        self._rules = remembered if remembered is not None else {}

    def knows(self, url: str) -> bool:
        """The site's rules are at hand, so that a check costs no request."""
        rules = self._rules.get(origin(url))
        return rules is not None and rules.until > self._clock()

    async def check(self, url: str, permit: Permit | None = None) -> float | None:
        """Raise RobotsDenied where the site forbids `url`, FetchError where it cannot be asked; the Crawl-delay otherwise."""
        if not self.knows(url):
            if len(self._rules) >= KEPT_ORIGINS:
                self._rules.pop(next(iter(self._rules)))
            self._rules[origin(url)] = await self._ask(origin(url), permit)
        rules = self._rules[origin(url)]
        if rules.unreachable is not None:
            wait = (rules.until - self._clock()).total_seconds()
            raise FetchError(url, f"robots.txt cannot be asked: {rules.unreachable}", wait)
        if not rules.judge.can_fetch(url, self._agent):
            raise RobotsDenied(url, "robots.txt forbids it")
        return rules.delay

    def reserved(self, url: str) -> tuple[str, ...]:
        """What the site is known to reserve of a page, beside what the page says itself."""
        rules = self._rules.get(origin(url))
        if rules is None:
            return ()
        return (*rules.reserved, *(("tdm-reservation in tdmrep.json",) if rules.mining and rules.mining(url) else ()))

    def wonders(self, url: str) -> bool:
        """The site's tdmrep.json has not been asked for yet."""
        rules = self._rules.get(origin(url))
        return rules is not None and rules.mining is None

    async def ask_reservations(self, url: str, permit: Permit | None = None) -> None:
        """Ask the site's tdmrep.json, once as long as its robots.txt is believed; most have none.

        Raises Blocked where the site asks to wait, with this as with any page; it is not asked again for the file.
        """
        site = origin(url)
        if not self.wonders(url):
            return
        try:
            page = await self._fetcher.fetch(FetchRequest(f"{site}{WELL_KNOWN}", Wanted.ROBOTS), permit)
            self._learn(site, page.body)
        except FetchError as error:
            self._learn(site, b"")
            if isinstance(error, Blocked) and error.retry_after is not None:
                raise Blocked(url, f"{error.reason}, asked for {WELL_KNOWN}", error.retry_after) from None

    def _learn(self, site: str, tdmrep: bytes) -> None:
        # Others may have been met meanwhile, and this one let go for them.
        if (rules := self._rules.get(site)) is not None:
            self._rules[site] = replace(rules, mining=read_tdmrep(tdmrep))

    async def _ask(self, site: str, permit: Permit | None) -> Rules:
        now = self._clock()
        try:
            page = await self._fetcher.fetch(FetchRequest(f"{site}/robots.txt", Wanted.ROBOTS), permit)
        except AddressRefused:
            raise
        except FetchError as error:
            return _without_rules(error, now)
        text = page.body.decode("utf-8", errors="replace")
        return Rules(_judge(text), crawl_delay(text, self._agent), now + KEPT_FOR, reserved=in_robots(text))


def origin(url: str) -> str:
    """Scheme, host and port: what a robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.rpartition('@')[2].lower()}"


def _without_rules(error: FetchError, now: datetime) -> Rules:
    if isinstance(error, Gone) or _is_client_error(error):
        return Rules(Protego.parse(""), None, now + KEPT_FOR)
    # RFC 9309 would allow everything after 401 and 403; who locks even this file wants no crawler.
    if isinstance(error, Blocked) and any(f"({status})" in error.reason for status in FORBIDDEN):
        return Rules(Protego.parse(DENY_ALL), None, now + KEPT_FOR)
    return Rules(Protego.parse(DENY_ALL), None, now + RETRIED_AFTER, unreachable=error.reason)


def _is_client_error(error: FetchError) -> bool:
    match = re.fullmatch(r"status (4\d\d)", error.reason)
    return match is not None and match[1] != "429"
