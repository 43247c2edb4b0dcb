"""Invented places, people, companies and bodies. Whoever shares a name with one of them does so by chance."""

from random import Random

PLACES = (
    "Harbourton",
    "Port-Ellery",
    "Kestrel-Bay",
    "Oldmarch",
    "Vessany",
    "Brannock",
    "Tull-Harbour",
    "Lindmouth",
    "Graywick",
    "Sorrel-Point",
    "Eastmere",
    "Callow-Bridge",
    "Norhaven",
    "Pellingford",
    "Dunmarrow",
    "Astervale",
    "Quillon",
    "Marrowby",
    "Tarnsworth",
    "Velden",
    "Ostrava-on-Sea",
    "Kirrimoor",
    "Halden-Cross",
    "Wexcombe",
    "Saltery",
    "Ferrantine",
    "Drumlow",
    "Ashkettle",
    "Corvantes",
    "Millhaven",
    "Rookhope",
    "Thessaly-Falls",
    "Inverloch-Quay",
    "Bramhurst",
    "Silverdown",
    "Oxbarrow",
    "Penhallick",
    "Garrowdale",
    "Stellmark",
    "Westerkamp",
    "Yarrowfield",
    "Lomond-Ferry",
    "Hexley",
    "Torrisdale",
    "Nantgowan",
    "Zelmar",
    "Orrinport",
    "Fennimore",
    "Glasswater",
)
TOWN_HEADS = (
    "Alder",
    "Birken",
    "Carrow",
    "Dunster",
    "Elmer",
    "Farring",
    "Garrin",
    "Holmer",
    "Iver",
    "Kelder",
    "Larken",
    "Mossing",
    "Norring",
    "Ottering",
    "Pelling",
    "Quarring",
    "Raven",
    "Silver",
    "Thorning",
    "Ulver",
    "Varden",
    "Wexing",
    "Yarrow",
    "Zeller",
    "Brinder",
    "Calver",
    "Drossen",
    "Esker",
    "Fallow",
    "Grimmer",
)
TOWN_TAILS = (
    "mouth",
    "dale",
    "ford",
    "haven",
    "wick",
    "stead",
    "bury",
    "ness",
    "holm",
    "gate",
    "march",
    "field",
    "bach",
    "minster",
)
FIRM_HEADS = (
    "Axi",
    "Belvo",
    "Cando",
    "Delphi",
    "Envi",
    "Ferro",
    "Gala",
    "Helio",
    "Inno",
    "Kinto",
    "Lumi",
    "Mondo",
    "Nexo",
    "Opti",
    "Pano",
    "Quadra",
    "Rovi",
    "Sola",
    "Tecto",
    "Uni",
    "Vero",
    "Zeno",
)
FIRM_TAILS = (
    "dyne",
    "tec",
    "corp",
    "lane",
    "mark",
    "nova",
    "pharm",
    "quest",
    "ram",
    "sense",
    "tron",
    "vex",
    "via",
)
COUNTRIES = (
    "Norland",
    "Estavia",
    "Veldria",
    "Tamarund",
    "Korvia",
    "Lusenia",
    "Marrakand",
    "Osterland",
    "Pallania",
    "Quenlund",
    "Arvenia",
    "Belmora",
    "Cassandia",
    "Drosmark",
    "Elvaria",
    "Fennmark",
    "Gorvania",
    "Halvia",
    "Istrana",
    "Jorland",
)
GIVEN = (
    "Ilse",
    "Tomas",
    "Wanjiru",
    "Priya",
    "Marek",
    "Oluwaseun",
    "Hanne",
    "Desmond",
    "Keiko",
    "Rafael",
    "Sunniva",
    "Bertrand",
    "Amara",
    "Gideon",
    "Lucinda",
    "Farid",
    "Eilidh",
    "Mateus",
    "Roswitha",
    "Jomo",
    "Clementine",
    "Arvid",
    "Noor",
    "Thaddeus",
    "Malin",
    "Esteban",
    "Yevgenia",
    "Cormac",
    "Adaeze",
    "Lionel",
    "Saoirse",
    "Vikram",
    "Petra",
    "Anselm",
    "Beatriz",
    "Duncan",
    "Freya",
    "Hamid",
    "Ingrid",
    "Jasper",
    "Katya",
    "Leopold",
    "Mirela",
    "Nils",
    "Odette",
    "Pascal",
    "Rukmini",
    "Stellan",
    "Tabitha",
    "Ulrich",
)
FAMILY_NAMES = (
    "Varga",
    "Okafor",
    "Linde",
    "Brandvold",
    "Achterberg",
    "Castellane",
    "Dunmore",
    "Ekwueme",
    "Farquhar",
    "Gunderson",
    "Halvorsen",
    "Ibarra",
    "Jankowski",
    "Kettering",
    "Lindqvist",
    "Mbekirowe",
    "Nakagawa",
    "Oyelaran",
    "Petrakis",
    "Quist",
    "Rasmunder",
    "Sandoval",
    "Thackeray",
    "Umarov",
    "Verhoeven",
    "Whitlock",
    "Yilmazer",
    "Zabriskie",
    "Abernathy",
    "Blomqvist",
    "Carrasquel",
    "Drexel",
    "Engstrand",
    "Fairweather",
    "Grimaldi",
    "Hollingbery",
    "Iversen",
    "Jurgens",
    "Kowalczyk",
    "Lathrop",
    "Mavros",
    "Novotny",
    "Ostrander",
    "Prendergast",
    "Rautenberg",
    "Szabolcs",
    "Tregarthen",
    "Vandermeer",
    "Wolstenholme",
    "Zimmerli",
)
STEMS = (
    "Corvane",
    "Brightwell",
    "Halcyon-Forge",
    "Meridane",
    "Tolbrook",
    "Astrolane",
    "Verrick",
    "Nordhavn",
    "Pellucid",
    "Quantrel",
    "Solvance",
    "Tarrington",
    "Umbrel",
    "Vantage-Row",
    "Westmark",
    "Xanthe",
    "Yarrow",
    "Zephyrine",
    "Aldermoor",
    "Bluestem",
    "Cindral",
    "Dovetail",
    "Evenlode",
    "Fernhill",
    "Granmoor",
    "Hexagonal",
    "Ironbridge",
    "Juniper-Lane",
    "Kestrelle",
    "Larkspur",
    "Mossgrove",
    "Northgate",
    "Orbital",
    "Pinecrest",
    "Quarrystone",
    "Redfern",
    "Stonehaven",
    "Thornbury",
    "Ultramar",
    "Vellum",
)
TRADES = [
    "Systems",
    "Logistics",
    "Holdings",
    "Foods",
    "Energy",
    "Robotics",
    "Pharma",
    "Insurance",
    "Rail",
    "Telecom",
    "Motors",
    "Textiles",
    "Payments",
    "Analytics",
    "Shipping",
    "Networks",
]
SUFFIXES = ("", "", "", " Inc.", " Ltd", " plc", " AG", " Group")
TITLES = ("Mayor", "Minister", "Senator", "Commissioner", "Governor", "Councillor", "Deputy Minister", "Chief Inspector")
VESSELS = (
    "Aurora",
    "Silver Tern",
    "Falcon 6",
    "Lady Maren",
    "Northern Comfort",
    "Saint Brannoc",
    "Gannet Queen",
    "Meridian Star",
    "Polar Lark",
)
PRODUCTS = ("Breeze", "Ember", "Sirocco", "Hearth", "Solano", "Cosy", "Tropic", "Chinook")
BODIES = ("Office", "Authority", "Commission", "Board", "Agency", "Bureau")


class Names:
    """Names drawn for one event, none of them twice."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._used: set[str] = set()

    def _fresh(self, words: tuple[str, ...] | list[str]) -> str:
        left = [word for word in words if word not in self._used]
        word = self._rng.choice(left or list(words))
        self._used.add(word)
        return word.replace("-", " ")

    def place(self) -> str:
        """A town; half of them are made of parts, so that large editions do not run out of towns."""
        if self._rng.random() < 0.5:
            return self._fresh(PLACES)
        return f"{self._fresh(TOWN_HEADS)}{self._rng.choice(TOWN_TAILS)}"

    def country(self) -> str:
        """A state."""
        return self._fresh(COUNTRIES)

    def person(self) -> str:
        """Given name and family name."""
        return f"{self._fresh(GIVEN)} {self._fresh(FAMILY_NAMES)}"

    def official(self) -> str:
        """A title with a name."""
        return f"{self._fresh(TITLES)} {self.person()}"

    def company(self) -> str:
        """A company, now and then with its legal form."""
        stem = self._fresh(STEMS) if self._rng.random() < 0.5 else self._fresh(FIRM_HEADS) + self._rng.choice(FIRM_TAILS)
        return f"{stem} {self._fresh(TRADES)}{self._rng.choice(SUFFIXES)}"

    def body(self, matter: str) -> str:
        """A public body for a matter: "Office of Rail Safety"."""
        kind = self._fresh(BODIES)
        return f"{kind} of {matter}" if self._rng.random() < 0.5 else f"{matter} {kind}"

    def product(self) -> str:
        """An appliance with a number in its name: "Breeze 40"."""
        return f"{self._fresh(PRODUCTS)} {self._rng.choice((7, 20, 40, 300, 850))}"

    def vessel(self) -> str:
        """A ship."""
        return self._fresh(VESSELS)
