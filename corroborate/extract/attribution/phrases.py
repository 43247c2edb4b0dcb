"""Where noun phrases begin and end, told by closed words, names and known nouns, without a parser."""

import re
from bisect import bisect_left
from datetime import date
from functools import cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from corroborate.extract.attribution.cast import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    DOCUMENT_NOUNS,
    FIGURE_NOUNS,
    OTHER_BODIES,
    PEOPLE_NOUNS,
    PERSON_NOUNS,
    SPOKES,
)
from corroborate.extract.attribution.verbs import SPEAKING
from corroborate.extract.labels import FINITE_TAGS, VERB_TAGS
from corroborate.extract.lexicon import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MONTHS,
    PREPOSITIONS,
    PRONOUNS,
    STARTERS,
    WEEKDAYS,
    words,
)
from corroborate.extract.parties.names import TITLE_MODIFIERS, TITLES, is_outlet
from corroborate.extract.spans import chars_of, text_of
from corroborate.model.claims import Span
from corroborate.model.figures import Period

LONGEST_PHRASE = 7
# "A 1911 register".
YEAR_DIGITS = 4
HEADS = PEOPLE_NOUNS | PERSON_NOUNS | BODY_NOUNS | OTHER_BODIES | COMPANY_NOUNS
MEDIA_NOUNS = words("""
newspaper newspapers paper daily dailies weekly tabloid broadsheet broadcaster broadcasters television tv radio media press magazine
website newswire wire outlet outlets agency agencies portal blog broadcaster
""")
# "Two people familiar with the matter" are the same people whether an outlet counts them or not.
NUMBERS = words("one two three four five six seven eight nine ten several some many")
BROADCASTING = words("press news television radio tv wire newspaper")
# What makes an agency or a site one of news.
NEWS_WORDS = words("news state local domestic public national regional private foreign business financial trade sports")
TIMES = words("today yesterday earlier later tonight overnight late early tomorrow") | {day.lower() for day in WEEKDAYS | MONTHS}


# Those who report "citing" others, or first, are outlets whatever their name.
_REPORTS = re.compile(r"(?: has| had)? (?:reported|reports)(?: \w+){0,3}, (?:citing|quoting)\b|, which (?:has )?first reported\b")
_FIRST = re.compile(r"first reported (?:by|in) (?:the )?$")
_SURE_MEDIA = MEDIA_NOUNS - {"agency", "agencies", "press", "media"}


class Words:
    """The names, dates and noun phrases of one document."""

    def __init__(self, doc: Doc, *, is_worded: bool = False) -> None:
        self.doc = doc
        # "The company" that nobody has named keeps its words as a speaker; who did something must have a name.
        self.is_worded = is_worded
        self.text = text_of(doc)
        parties = doc.spans.get("parties", ())
        self.party_at: dict[int, TokenSpan] = {i: span for span in parties if not _is_common(span) for i in range(span.start, span.end)}
        self._parties = sorted(parties, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in self._parties]
        self._known: dict[str, bool] = {}

    # Not every reader of phrases asks for these.
    @cached_property
    def _outlets(self) -> frozenset[str]:
        return frozenset(span._.party for span in self._parties if span.label_ != "PERSON" and self._is_called_outlet(span))

    @cached_property
    def _days(self) -> list[tuple[Span, date]]:
        days = ((chars_of(span), _single_day(span)) for span in self.doc.spans.get("dates", ()))
        return sorted(((chars, day) for chars, day in days if day is not None), key=lambda pair: pair[0].start)

    def is_outlet(self, name: str) -> bool:
        """The name is a newspaper's, agency's or broadcaster's: by its words, or since the article calls it one."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = name in self._outlets or is_outlet(name) or _is_news_body(name)
        return known

    def _is_called_outlet(self, party: TokenSpan) -> bool:
        """ "The newspaper Dagblad Orm", "Orm Kanal, a broadcaster,"."""
        doc = self.doc
        before = doc[party.start - 1].lower_ if party.start else ""
        if before in MEDIA_NOUNS and (before not in ("agency", "agencies") or doc[party.start - 2].lower_ in NEWS_WORDS):
            return True
        if _REPORTS.match(self.text, party.end_char) or _FIRST.search(self.text, max(0, party.start_char - 24), party.start_char):
            return party.label_ == "ORG"
        ahead = [token.lower_ for token in doc[party.end : party.end + 7]]
        if len(ahead) < 3 or ahead[0] != "," or ahead[1] not in ("a", "an", "the"):
            return False
        stop = next((place for place, word in enumerate(ahead[2:], 2) if not word.isalpha() or word in PREPOSITIONS), len(ahead))
        return ahead[stop - 1] in _SURE_MEDIA

    def parties_in(self, sentence: TokenSpan) -> list[TokenSpan]:
        """The parties named in a sentence, from left to right."""
        named = self._parties[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]
        return [party for party in named if party.start in self.party_at]

    def days_between(self, start: int, end: int) -> list[tuple[Span, date]]:
        """The single days named between two offsets, with their characters."""
        first = bisect_left(self._days, start, key=lambda pair: pair[0].start)
        last = bisect_left(self._days, end, key=lambda pair: pair[0].start)
        return self._days[first:last]

    def opening(self, index: int, begin: int) -> int:
        """Where the phrase of a noun begins."""
        start = index
        while start > begin and index - start < LONGEST_PHRASE and self.continues(start - 1):
            start -= 1
        return start - 1 if start > begin and self.doc[start - 1].lower_ in DETERMINERS else start

    def joined(self, start: int, end: int) -> str:
        """The words of a phrase without its article, on one line; a capital that only opens a sentence is taken back."""
        doc = self.doc
        while end - start > 1 and (doc[start].lower_ in DETERMINERS or doc[start].lower_ in NUMBERS):
            start += 1
        text = " ".join(doc[start:end].text.split())
        opens = doc[start].is_title and (doc[start].lower_ in STARTERS or doc[start].lower_ in HEADS)
        return text[:1].lower() + text[1:] if opens else text

    def is_verbal(self, token: Token) -> bool:
        """The token may stand between a subject and its verb: "has also"."""
        if token.i in self.party_at:
            return False
        if token.text in ("'s", "’s"):
            return token.i > 0 and token.nbor(-1).lower_ in PRONOUNS
        return token.lower_ in AUXILIARIES or token.lower_ in ADVERBS or (token.lower_.endswith("ly") and len(token) > 4)

    def continues(self, index: int) -> bool:
        """The token may stand inside a noun phrase, before its head."""
        token = self.doc[index]
        if index in self.party_at or token.text in ("-", "'s", "’s", "'", "’"):
            return True
        lower = token.lower_
        closed = lower in PREPOSITIONS or lower in CONJUNCTIONS or lower in DETERMINERS or lower in AUXILIARIES or lower in PRONOUNS
        return (token.is_alpha or "-" in token.text[1:-1]) and not closed and lower not in TIMES

    def extends(self, index: int) -> bool:
        """The token may belong to a noun phrase that is read from its front."""
        token = self.doc[index]
        if token.lower_ in DETERMINERS or token.text in ("-", "'s", "’s", "'", "’"):
            return True
        closed = token.lower_ in PREPOSITIONS or token.lower_ in CONJUNCTIONS or token.lower_ in AUXILIARIES or token.lower_ in PRONOUNS
        if token.tag_ in FINITE_TAGS or (self.is_speaking(token) and self.is_head(index - 1)):
            return False
        worded = token.is_alpha or "-" in token.text[1:-1] or (token.is_digit and len(token) == YEAR_DIGITS)
        return worded and not closed and not token.lower_.endswith("ing") and token.lower_ not in TIMES

    def is_speaking(self, token: Token) -> bool:
        """The token is a verb of saying, and none of the nouns that are written the same: "terms"."""
        return token.lower_ in SPEAKING and (not token.tag_ or token.tag_ in VERB_TAGS)

    def is_head(self, index: int) -> bool:
        """The token is a noun that may name a source."""
        lower = self.doc[index].lower_
        is_title = self.doc[index].text in TITLES and index + 1 in self.party_at
        return is_title or lower in HEADS or lower in SPOKES or lower in FIGURE_NOUNS or lower in DOCUMENT_NOUNS

    def describes(self, index: int) -> bool:
        """The token may stand before a name as an office: "port director", "Interior Minister"."""
        token = self.doc[index]
        is_office = token.text in TITLES or token.text in TITLE_MODIFIERS
        return is_office or (token.is_lower and token.is_alpha and self.continues(index))

    def described_by(self, start: int, begin: int) -> int:
        """Where "the grid operator Orrin Power" begins, given where the name does."""
        doc, first = self.doc, start
        while first > begin and start - first < 4 and self.describes(first - 1):
            first -= 1
        before = doc[first - 1] if first > begin else None
        if before is not None and before.lower_ in DETERMINERS:
            return first - 1
        return first if before is None or before.is_punct else start


def _is_news_body(name: str) -> bool:
    """ "Halden Press Agency", "Interregional Television Service"."""
    parts = name.lower().split()
    return len(parts) > 1 and (
        parts[-1] in BROADCASTING
        or parts[0] in ("radio", "television", "tv", "channel")
        or (parts[-1] in ("agency", "service", "network") and bool(BROADCASTING & set(parts)))
    )


def _is_common(party: TokenSpan) -> bool:
    """A capital that only opens a sentence: "Documents obtained by", "Court papers"."""
    lower = party[0].lower_
    return (
        len(party) == 1 and party[0].is_title and (lower == "court" or lower in DOCUMENT_NOUNS or lower in FIGURE_NOUNS or lower in SPOKES)
    )


def _single_day(span: TokenSpan) -> date | None:
    figure = span._.figure
    if not isinstance(figure, Period) or figure.range.low is None or figure.range.low != figure.range.high:
        return None
    return figure.range.low


def is_document(doc: Doc, index: int) -> bool:
    """The token is the noun of a document; "e-mail" is three tokens."""
    lower = doc[index].lower_
    return lower in DOCUMENT_NOUNS or (lower == "mail" and index > 1 and doc[index - 1].text == "-" and doc[index - 2].lower_ == "e")


def document_name(doc: Doc, index: int) -> str:
    """The document's usual name: "blog post", "press release", "memo"."""
    if doc[index].lower_ == "mail":
        return "email"
    name = DOCUMENT_NOUNS[doc[index].lower_]
    before = doc[index - 1].lower_ if index else ""
    return f"{before} {name}" if name in ("post", "release") and before in ("blog", "press", "news", "media") else name
