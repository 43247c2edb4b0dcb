"""The outlets: who owns them, how they write, how they announce what they publish."""

from dataclasses import dataclass, replace
from random import Random

from corroborate.model.outlets import Outlet
from corroborate.newsroom.vocabulary import COUNTRIES, PLACES
from corroborate.newsroom.wording import Style

PAPERS = (
    "Herald",
    "Courier",
    "Observer",
    "Examiner",
    "Tribune",
    "Dispatch",
    "Sentinel",
    "Gazette",
    "Chronicle",
    "Bulletin",
    "Mirror",
    "Post",
)
AMERICAN = Style(scale="word", percent="percent", spell_to=9, month_first=True, title_case=True)
BRITISH = Style(scale="letter", percent="per cent", spell_to=10, month_first=False)
BRISK = Style(scale="letter", percent="%", spell_to=9, short_units=True, short_months=True, hedging=0.7)
EXACT = Style(scale="word", percent="percent", spell_to=10, month_first=False, hedging=0.15)
PLAIN = Style(scale="word", percent="percent", spell_to=12, money="words", month_first=True, hedging=0.6)
WORDED = 0.15
"""The share of outlets that write numbers below a hundred in words."""

CODED = Style(scale="letter", percent="per cent", spell_to=10, money="code", month_first=False, hedging=0.4)


@dataclass(frozen=True, slots=True)
class House:
    """An outlet as it works: voice is agency, daily, business or brief; announces by rss, atom or sitemap."""

    outlet: Outlet
    host: str
    style: Style
    voice: str
    layout: int
    announces: str
    zone: int = 0

    @property
    def name(self) -> str:
        """The outlet's name."""
        return self.outlet.name


def house(name: str, family: str, voice: str, style: Style, **rest: object) -> House:
    """An outlet with its host and its feed address made from its name."""
    host = f"{name.lower().removeprefix('the ').replace(' ', '-')}.example"
    announces = str(rest.get("announces", "rss"))
    address = f"http://{host}/" + {"rss": "feed.xml", "atom": "atom.xml", "sitemap": "news-sitemap.xml"}[announces]
    found = () if announces == "sitemap" else (address,)
    maps = (address,) if announces == "sitemap" else ()
    aliases = tuple(str(rest["aliases"]).split(",")) if "aliases" in rest else ()
    outlet = Outlet(name, family, found, maps, country=str(rest.get("country", "Norland")), aliases=aliases, agency=voice == "agency")
    layout, zone = rest.get("layout", 0), rest.get("zone", 0)
    assert isinstance(layout, int)
    assert isinstance(zone, int)
    return House(outlet, host, style, voice, layout, announces, zone)


KNOWN: tuple[House, ...] = (
    house("Meridian Wire", "Meridian Cooperative", "agency", EXACT, aliases="MW", layout=0),
    house("Harbour Herald", "Tidewater Press", "daily", AMERICAN, layout=1, announces="atom", zone=-4),
    house("The Norland Courier", "Norland Media", "daily", BRITISH, layout=2, zone=1),
    house("Ledger and Market", "Quayside Publishing", "business", AMERICAN, layout=3, announces="sitemap"),
    house("Eastmere Evening Post", "Tidewater Press", "daily", PLAIN, layout=1, country="Estavia"),
    house("Quick Brief", "Quick Brief", "brief", BRISK, layout=3, announces="atom", zone=-4),
    house("Velden Tribune", "Velden Tribune Trust", "daily", CODED, layout=0, country="Veldria", announces="sitemap", zone=2),
    house("Coastline News", "Coastline Broadcasting", "daily", PLAIN, layout=2, country="Estavia"),
    house("Capital Figures", "Norland Media", "business", EXACT, layout=3, announces="atom"),
    house(
        "Northern Press Bureau", "Northern Press Bureau", "agency", AMERICAN, aliases="NPB", layout=1, announces="atom", country="Osterland"
    ),
)


def houses(count: int, rng: Random) -> tuple[House, ...]:
    """So many outlets: the known ones, then invented local papers, some of them in chains."""
    found = list(KNOWN[:count])
    taken = {one.name for one in found}
    styles = (AMERICAN, BRITISH, BRISK, EXACT, PLAIN, CODED)
    while len(found) < count:
        place = rng.choice(PLACES).replace("-", " ")
        name = f"{place} {rng.choice(PAPERS)}" + (f" {len(found)}" if len(found) > 400 else "")
        if name in taken:
            continue
        taken.add(name)
        family = f"{rng.choice(PAPERS)} Group" if rng.random() < 0.2 else name
        announces, layout = rng.choice(("rss", "atom", "sitemap")), rng.randrange(4)
        style = replace(rng.choice(styles), hedging=round(rng.uniform(0.2, 0.7), 2), title_case=rng.random() < 0.4)
        if rng.random() < WORDED:
            style = replace(style, spell_to=99)
        country = rng.choice(COUNTRIES)
        voice = rng.choices(("daily", "business", "brief"), (70, 12, 18))[0]
        found.append(house(name, family, voice, style, layout=layout, announces=announces, country=country))
    return tuple(found)
