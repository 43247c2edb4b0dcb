"""Currencies as newspapers spell them, by ISO 4217 code: signs and codes before or after, names, minor coins."""

import re
from collections.abc import Iterable

# Signs and codes that stand before or after the number. "$" alone is the dollar of the United States.
SIGNS = {
    "$": "USD", "US$": "USD", "$US": "USD", "U.S.$": "USD", "USD": "USD", "USD$": "USD",
    "£": "GBP", "GBP": "GBP", "UK£": "GBP", "PS": "GBP", "€": "EUR",
    "EUR": "EUR",
    "¥": "JPY", "JPY": "JPY", "Y=": "JPY", "JP¥": "JPY", "CN¥": "CNY", "CNY": "CNY", "RMB": "CNY", "A$": "AUD", "AU$": "AUD", "$A": "AUD",
    "AUD": "AUD",
    "AUD$": "AUD", "C$": "CAD", "CA$": "CAD", "CAD": "CAD", "CDN$": "CAD", "Cdn$": "CAD", "CAD$": "CAD", "$C": "CAD", "HK$": "HKD",
    "$HK": "HKD", "HKD": "HKD",
    "S$": "SGD", "SG$": "SGD", "$S": "SGD", "SGD": "SGD", "NZ$": "NZD", "$NZ": "NZD", "NZD": "NZD", "NT$": "TWD", "TWD": "TWD",
    "R$": "BRL", "BRL": "BRL",
    "MX$": "MXN", "MXN": "MXN", "₹": "INR", "INR": "INR", "Rs": "INR", "Rs.": "INR", "RM": "MYR", "MYR": "MYR", "CHF": "CHF",
    "SFr": "CHF", "Fr.": "CHF",
    "₪": "ILS", "ILS": "ILS", "NIS": "ILS", "₽": "RUB", "RUB": "RUB", "₺": "TRY", "TRY": "TRY", "₩": "KRW", "KRW": "KRW", "SEK": "SEK",
    "NOK": "NOK",
    "DKK": "DKK", "PLN": "PLN", "zł": "PLN", "CZK": "CZK", "HUF": "HUF", "RON": "RON", "BGN": "BGN", "ISK": "ISK", "₱": "PHP",
    "PHP": "PHP", "฿": "THB",
    "THB": "THB", "IDR": "IDR", "Rp": "IDR", "₫": "VND", "VND": "VND", "₦": "NGN", "NGN": "NGN", "ZAR": "ZAR", "₴": "UAH", "UAH": "UAH",
    "₸": "KZT",
    "KZT": "KZT", "AED": "AED", "SAR": "SAR", "QAR": "QAR", "KWD": "KWD", "EGP": "EGP", "LBP": "LBP", "KES": "KES", "KSh": "KES",
    "GHS": "GHS",
    "PKR": "PKR", "BDT": "BDT", "৳": "BDT", "LKR": "LKR", "ARS": "ARS", "CLP": "CLP", "GEL": "GEL",
    "₾": "GEL", "₿": "BTC", "BTC": "BTC",
    "MNT": "MNT", "XAF": "XAF", "XOF": "XOF",
}  # fmt: skip
# Only after the number, or doubtful before it.
SIGNS_AFTER = {"kr": "krona", "€ur": "EUR", "L.E": "EGP", "LE": "EGP", "L.E.": "EGP"}
NAMES = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "greenback": "USD", "buck": "USD",
    "australian dollar": "AUD",
    "canadian dollar": "CAD", "hong kong dollar": "HKD", "singapore dollar": "SGD", "new zealand dollar": "NZD", "taiwan dollar": "TWD",
    "new taiwan dollar": "TWD", "jamaican dollar": "JMD", "euro": "EUR", "pound sterling": "GBP", "british pound": "GBP", "quid": "GBP",
    "egyptian pound": "EGP",
    "lebanese pound": "LBP", "syrian pound": "SYP", "sudanese pound": "SDG", "yen": "JPY", "japanese yen": "JPY", "yuan": "CNY",
    "chinese yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR", "indian rupee": "INR", "pakistani rupee": "PKR", "sri lankan rupee": "LKR", "nepali rupee": "NPR",
    "ringgit": "MYR", "malaysian ringgit": "MYR", "malaysia ringgit": "MYR", "franc": "CHF", "swiss franc": "CHF", "cfa franc": "XOF",
    "shekel": "ILS",
    "israeli shekel": "ILS", "ruble": "RUB", "rouble": "RUB", "russian ruble": "RUB", "russian rouble": "RUB", "rand": "ZAR",
    "south african rand": "ZAR",
    "lira": "TRY", "turkish lira": "TRY", "turkish lire": "TRY", "south korean won": "KRW", "korean won": "KRW", "brazilian real": "BRL",
    "reais": "BRL",
    "mexican peso": "MXN", "philippine peso": "PHP", "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP",
    "swedish krona": "SEK",
    "swedish kronor": "SEK", "swedish crown": "SEK", "norwegian krone": "NOK", "norwegian kroner": "NOK", "norwegian crown": "NOK",
    "danish krone": "DKK",
    "danish kroner": "DKK", "danish crown": "DKK", "czech crown": "CZK", "czech koruna": "CZK", "icelandic krona": "ISK", "zloty": "PLN",
    "polish zloty": "PLN",
    "zlotys": "PLN", "forint": "HUF", "hungarian forint": "HUF", "leu": "RON", "lei": "RON", "lev": "BGN", "bulgarian lev": "BGN",
    "hryvnia": "UAH", "hryvnya": "UAH",
    "baht": "THB", "thai baht": "THB", "rupiah": "IDR", "indonesian rupiah": "IDR", "dong": "VND", "vietnamese dong": "VND", "naira": "NGN",
    "nigerian naira": "NGN", "cedi": "GHS", "kenyan shilling": "KES", "ugandan shilling": "UGX", "tanzanian shilling": "TZS",
    "tugrik": "MNT", "togrog": "MNT", "taka": "BDT", "tenge": "KZT",
    "lari": "GEL", "georgian lari": "GEL", "emirati dirham": "AED", "uae dirham": "AED", "saudi riyal": "SAR", "qatari riyal": "QAR",
    "omani rial": "OMR",
    "iranian rial": "IRR", "kuwaiti dinar": "KWD", "iraqi dinar": "IQD", "jordanian dinar": "JOD", "serbian dinar": "RSD", "bitcoin": "BTC",
}  # fmt: skip
# Shared by several countries: the name stays, since the text does not say which.
SHARED_NAMES = ("peso", "krona", "krone", "crown", "dinar", "riyal", "rial", "dirham", "shilling")
# Minor coins, with the currency where the coin leaves no doubt, and how many make one.
COINS = {
    "pence": ("GBP", 100), "penny": ("GBP", 100), "cent": ("cent", 1), "us cent": ("USD", 100),
    "australian cent": ("AUD", 100), "canadian cent": ("CAD", 100), "new zealand cent": ("NZD", 100), "euro cent": ("EUR", 100),
    "eurocent": ("EUR", 100), "hong kong cent": ("HKD", 100), "singapore cent": ("SGD", 100), "c": ("cent", 1),
    "sen": ("MYR", 100), "kopeck": ("RUB", 100),
    "paise": ("INR", 100), "dime": ("USD", 10), "pennies": ("cent", 1), "p": ("GBP", 100), "¢": ("cent", 1),
}  # fmt: skip
NATIONAL_DOLLARS = {"us": "USD", "u.s.": "USD", "australian": "AUD", "canadian": "CAD", "cdn": "CAD"}


def plural_forms(names: Iterable[str]) -> dict[str, str]:
    """Each spelling, singular or plural, with its singular."""
    forms = {}
    for name in names:
        forms[name] = name
        forms[f"{name}s"] = name
        if name.endswith("y"):
            forms[f"{name[:-1]}ies"] = name
    return forms


def alternation(words: Iterable[str]) -> str:
    """One pattern for all the words, longest first; blanks in them may be any run of blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"[\s\u00a0-]+") for word in ordered)


_NAME_FORMS = plural_forms([*NAMES, *SHARED_NAMES]) | {"kronor": "krona", "kroner": "krone"}
_COIN_FORMS = plural_forms(coin for coin in COINS if coin not in ("p", "c", "¢"))
SIGN_BEFORE = rf"(?:{alternation([*SIGNS, *(sign[:-1] + ' $' for sign in SIGNS if sign.endswith('$') and len(sign) > 2)])})"
NAME_BEFORE = r"(?:(?:malaysian?\s+)?ringgits?)"
_AFTER = re.compile(
    rf"[\s\u00a0]?(?P<sign>{alternation([*SIGNS, *SIGNS_AFTER])})(?![\w$])"
    rf"|[\s\u00a0-]{{0,2}}(?P<name>(?i:{alternation(_NAME_FORMS)}))(?![\w'’])"
    rf"|[\s\u00a0-]{{0,2}}(?P<coin>(?i:{alternation(_COIN_FORMS)}))(?![\w'’])|(?P<glued>p|¢|(?<=\d)c)(?!\w)"
)
_WON = re.compile(r"[\s\u00a0]won(?!\w)")
# "Highs of 31c" are degrees.
_WARMTH = re.compile(
    r"\b(?:temperatures?|highs?|lows?|heat|heatwave|hot|hotter|warm|warmer|cold|colder|cool|mercury|weather|degrees|sunny|forecast|oven|fever|fridge"
    r"|seat|row|[Nn]o|room|flight|section|class)\b",
    re.IGNORECASE,
)
_POUNDS = re.compile(r"[\s\u00a0]pounds?(?!\w)(?!\s+of\b)")
# What is sold, seized or hauled by its weight.
_WARES = (
    r"beef|meat|pork|ham|bacon|chicken|poultry|turkey|sausages?|lamb|fish|salmon|shrimp|seafood|food|fruit|vegetables|flour|sugar|cheese|"
    r"butter|coffee|cocoa|cotton|wool|tobacco|cocaine|heroin|marijuana|cannabis|fentanyl|methamphetamine|meth|drugs|explosives|dynamite|"
    r"gunpowder|thrust|pressure|fuel|ore|copper|uranium|gold|silver|steel|ivory|waste|trash|rubbish|garbage|plastic|chemicals?|ammonia|"
    r"fertili[sz]er"
)
_WEIGHED = re.compile(
    rf"\bpounds of (?:(?!(?:and|to|for|on|in)\b)[a-z-]+ ){{0,3}}(?:{_WARES})\b|\blbs\b"
    r"|\b(?:weigh(?:s|ed|ing)?|weight)\b[^.;]{0,40}\bpounds\b"
    r"|\bpounds(?:,? or|,| \() ?(?:(?:about|some|nearly|almost|over|more than|roughly) )?[\d.,]+ ?(?:million |m)?"
    r"(?:(?:metric |u\.s\. |us |short )?ton(?:ne)?s?|kilos?|kilogram(?:me)?s?|kg)\b",
    re.IGNORECASE,
)
_STERLING = re.compile(r"£|\bsterling\b|\bGBP\b")
_NATION = re.compile(
    r"[\s\u00a0](?P<nation>US|U\.S\.|Australian|Canadian|Cdn)(?=[\s\u00a0](?:a|an|per|in|on|to|for|from|and)\b|[,;)]|\.(?:\s|$)|$)"
)


def sign_code(sign: str) -> str:
    """The code of a sign or a code before the number: "HK $" is HKD, "ringgit" is MYR."""
    tight = re.sub(r"[\s\u00a0]+", "", sign)
    if tight in SIGNS:
        return SIGNS[tight]
    return "MYR" if "ringgit" in tight.lower() else "USD"


def currency_after(text: str, position: int, *, magnitude: bool) -> tuple[str, int, int] | None:
    """The currency that follows a number: its code, how many make one of it, and where its spelling ends.

    "won" and "pounds" are money only where `magnitude` tells so: "10 won" may be people who won, "20 pounds" a weight.
    """
    match = _AFTER.match(text, position)
    if match is None:
        return _after_magnitude(text, position) if magnitude else None
    if match["sign"]:
        return SIGNS.get(match["sign"]) or SIGNS_AFTER[match["sign"]], 1, match.end()
    if match["name"]:
        name = _NAME_FORMS[_folded(match["name"])]
        return NAMES.get(name, name), 1, match.end()
    if match["glued"] == "c" and _WARMTH.search(text, max(0, position - 60), position):
        return None
    coin = match["glued"] or _COIN_FORMS[_folded(match["coin"])]
    code, parts = COINS[coin]
    return code, parts, match.end()


def _folded(name: str) -> str:
    return re.sub(r"[\s\u00a0-]+", " ", name).lower()


def _after_magnitude(text: str, position: int) -> tuple[str, int, int] | None:
    for pattern, code in ((_WON, "KRW"), (_POUNDS, "GBP")):
        match = pattern.match(text, position)
        if match and not (pattern is _POUNDS and _is_of_weights(text)):
            return code, 1, match.end()
    return None


def _is_of_weights(text: str) -> bool:
    """Pounds are a weight where the same text tells what weighs so many: "In spring it was 6 million pounds" of ham recalled."""
    return _STERLING.search(text) is None and _WEIGHED.search(text) is not None


def nation_after(text: str, position: int) -> tuple[str, int] | None:
    """Which dollar, where it is told behind: "$76 US a barrel"."""
    match = _NATION.match(text, position)
    return None if match is None else (NATIONAL_DOLLARS[match["nation"].lower()], match.end())
