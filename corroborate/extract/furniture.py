"""Page furniture that survives in an article's text: nothing is read there.

Judged line by line, by cue words and shape: single lines ("Advertisement", "Photo: ..."), lists under a heading ("Related
articles"), and what comes after the article ("Leave a Reply"). Headlines, decks, subheads, captions and tables are article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corroborate.extract.lexicon import small
from corroborate.model.claims import Span

LOOK = 600
DATE = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    r"(?:[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|\d{4}-\d\d-\d\d)"
)
CLOCK = r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?[a-z]{2,4})?"
NETWORKS = (
    r"(?:x|twitter|facebook|linkedin|whatsapp|reddit|telegram|pinterest|instagram|threads|bluesky|mastodon|email|e-mail|youtube|flipboard"
    r"|tiktok|google news)"
)
PICTURES = (
    r"(?:photo(?:graph)?s?|image|picture|video|graphic|illustration|pic|credit|(?:photo|image) (?:credit|source)|(?:cover|featured) image)"
)
# A whole line of one of these shapes, in small letters, is furniture, wherever it stands.
SHAPES = (
    r"advertise?ments?(?: continues? below)?|sponsored(?: content)?|promoted|ad|loading(?:\.\.\.|…)?|please wait[^\d]{0,20}",
    r"skip (?:to|ad)[^\d]{0,40}|menu|search|close|reel|trending|live|breaking|featured|exclusive",
    rf"(?:(?:share|tweet|post|print|save|copy link|copied|bookmark|like|pin|email|follow)"
    rf"(?: (?:this|it|the|article|story|page|on|via|to|us)){{0,6}}(?: {NETWORKS})?[\s,|/·]{{0,6}}){{1,30}}",
    rf"(?:share|follow|find|join|like) (?:this|us|me|our)\b[^\d]{{0,80}}|(?:{NETWORKS}[\s,|/·]{{0,6}}){{1,30}}",
    rf"(?:published|posted|updated|last updated|first published|modified|date)(?: on| at)?:? [^\d]{{0,20}}{DATE}(?:,? {CLOCK})?"
    r"(?:\s?[|·•(–—-].{0,200})?",
    rf"{DATE}(?:[ ,|·•-]{{1,3}}{CLOCK})?(?:.{{0,12}}\bmin(?:ute)?s? read)?|{CLOCK}(?: [a-z]{{2,4}})?",
    r"\d{1,3} min(?:ute)?s? read.{0,30}|\d{1,2} (?:minute|hour|day)s? ago",
    r"(?:read|see|watch|listen|learn|find out)(?: more| also| next| now| too)?:.{2,300}",
    r"(?:also|must|further|recommended) (?:read|watch|see)(?:ing)?\b.{0,300}",
    r"(?:read (?:more|also|next|the full (?:story|article))|click here|tap here|continue reading|listen to this article).{0,100}",
    r"watch (?:live|now|the video).{0,100}",
    r".{0,60}\b(?:subscribe|sign up|register)\b.{0,40}\b(?:our|your|my)\b.{0,30}"
    r"\b(?:newsletters?|updates|alerts|inbox|channel|briefing|podcast)\b.{0,160}",
    r"(?:subscribe|sign up) (?:to|for|now|today|here|free).{0,160}",
    r"(?:subscribe|sign up|newsletters?|log ?in|sign in|register|donate|support us"
    r"|become a member|download (?:our|the) app)(?: [a-z]+){0,4}",
    rf"{PICTURES}(?: by| credit| courtesy(?: of)?| source)?[:/].{{2,160}}",
    r"\(?(?:photo|image|picture|file photo|ap photo|representational image).{0,100}\)|file (?:photo|image|picture)|representational image",
    r"getty images.{0,40}|(?:©|\(c\) ?\d|copyright\b(?: ©| \d)).{0,200}|.{0,120}\ball rights reserved\b.{0,120}",
    r"(?:tags?|topics?|categor(?:y|ies)|filed under|keywords?|hashtags?|labels?):.{0,200}|#\w+(?:[ ,]+#\w+)*",
    r"(?:\d{1,5} )?(?:comments?|replies|views|shares|likes|reactions)(?: \(\d{0,5}\))?|no comments(?: yet)?|be the first to comment.{0,40}",
    r"table of contents?|contents|in this article|jump to|on this page|sources?|references",
    r"(?:terms of (?:use|service)|privacy policy|cookie (?:policy|settings))[^.\d]{0,120}",
    r"(?:contact us|about us|imprint|advertise with us|back to top)[^.\d]{0,120}",
    r"(?:follow|see|view|show|load|read) (?:topic|topics|all|more|author|\d{1,4})(?: [\w ]{0,30})?",
    r"(?:story|article|content) continues (?:below|after).{0,40}",
    rf"(?:updated|published|posted|last updated):? {CLOCK}.{{0,12}}{DATE}",
    r"(?:updated|published|posted):? \d{1,2} (?:minute|hour|day)s? ago",
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun),? )?{DATE}[ ,|]{{1,4}}{CLOCK}(?: [a-z]{{2,5}})?|{DATE},? (?:last )?updated:? .{{0,60}}",
    r"reading time:? \d.{0,20}|listen(?: to this (?:story|article))?:? \(?\d.{0,20}|text size.{0,20}|slide \d.{0,20}|\d{1,2} ?/ ?\d{1,2}",
    r"(?:get|stay|sign in|keep) .{0,60}\b(?:inbox|newsletters?|briefing|save articles|updates|alerts)\b.{0,80}",
    # "Exclusive:" and "Explained:" lead headlines, "More:" leads to other articles; a sentence after it is neither.
    r"(?!.{0,400}\.$)(?:more|watch|listen|related|photos|gallery): .{10,200}",
    rf"(?:follow|contact|email|e-mail|reach|write to)\b.{{0,80}}(?:@\w|\bon {NETWORKS}\b).{{0,40}}|e-?mail: ?\S{{3,80}}|@\w{{2,30}}",
    r"\(?(?:additional )?(?:reporting|writing|editing|compiled|written) by [^.]{3,200}",
    r".{3,80} contributed to this (?:report|story|article)",
    r"our standards:.{0,80}|thank you for reading.{0,60}|comments are closed|we want to hear from you.{0,60}|view comments",
    r"(?:add|make|choose) us (?:as )?.{0,60}|see more of our .{0,80}|(?:print|email|save) this (?:article|page|story)",
    r"suggest an edit|report an? (?:error|typo).{0,30}|have a (?:tip|story).{0,160}|was this (?:article|page) helpful.{0,60}",
)
LINE = re.compile("|".join(rf"(?:(?:{shape})[\s.:!…»>→]{{0,10}}$)" for shape in SHAPES))
BYLINE = re.compile(
    r"(?:[Bb]y|BY|Written by|Edited by|Reported by|Reviewed by|Compiled by):? [A-Z][\w'’.-]*"
    r"(?:,? (?:[A-Z][\w'’.-]*|and|of|the|for|in|[|&·–—-])){0,12}(?<!\.)$"
)
DISCLAIMER = re.compile(
    r"\b(?:for (?:general )?informational purposes only"
    r"|not (?:constitute|intended as|be construed as) (?:\w{1,20} ){0,3}(?:investment|financial|legal|medical) advice"
    r"|(?:views|opinions) expressed (?:in this|here|are)|(?:may|we) (?:earn|receive) (?:an? )?(?:affiliate )?commissions?|affiliate links?"
    r"|this (?:article|story|content|summary|translation|text)"
    r" (?:was|is|has been) (?:\w{1,20} )?(?:generated|written|translated|summari[sz]ed)"
    r" (?:with|by) (?:the help of )?(?:an? )?ai\b|(?:this|our) (?:web)?site uses|terms of service apply)"
)
MARKET = re.compile(r"^(?=.*[▲▼▴▾↑↓]|(?:.*[+-]\d+(?:\.\d+)?%){2})[A-Z0-9 &.,%+()▲▼▴▾↑↓|/$€£-]{6,}$")
BULLET = re.compile(r"^\s*(?:[-–—•*▪◦●►»·]|\d{1,2}[.)])\s+\S")
CRUMBS = re.compile(r"^[^.!?\n]{1,40}(?:\s?[·•|›»/>]\s?[^.!?\n]{1,40}){1,8}$")
LEAD_SYMBOLS = re.compile(r"^[^\w\s(©#▲▼+-]{1,4}\s{0,3}")
# A heading after which a list of other articles or a profile follows.
LISTS = re.compile(
    r"(?:related(?: (?:\w{1,20} )?(?:articles?|stor(?:y|ies)|posts?|news|coverage|topics|links|content|reading|reads|videos))?"
    r"|more (?:from|on|in|about|stories|news)\b.{0,60}|most (?:popular|read|viewed|shared|commented|recent|watched)(?: .{0,30})?"
    r"|(?:top|latest|recent|popular|trending|recommended|other|featured)"
    r" (?:stories|articles?|news|posts?|now|reads?|headlines|videos|for you)"
    r"(?: .{0,30})?|trending|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in)"
    r"|editors?['’]?s? (?:picks?|choice)"
    r"|don['’]t miss|what to read next|read (?:next|more|also)|also (?:read|on .{0,30})|see also|further reading|up next|popular posts"
    r"|in case you missed it|table of contents?|in this article|(?:from )?around the web|(?:promoted|sponsored) stories)[:.]?",
    re.I,
)
PROFILES = re.compile(
    r"(?:authors?|about (?:the )?(?:authors?|writers?|us|.{2,40})|(?:written|posted) by|meet the (?:author|team)|contributors?)[:.]?", re.I
)
ENDINGS = re.compile(
    r"(?:leave a (?:reply|comment)|post a comment|add a comment|join the (?:conversation|discussion)"
    r"|(?:\d{1,5} )?comments?(?: \(\d{1,5}\))?"
    r"|(?:reader )?comments|your email address will not be published.{0,80}|cancel reply)[:.]?",
    re.I,
)
QUESTIONS = re.compile(r"(?:faqs?|frequently asked questions)[:.]?", re.I)
BIO = re.compile(
    r"^[A-Z][\w'’.-]+ (?:[A-Z][\w'’.-]+ ){0,3}(?:is|was|has been|has|covers|writes|joined|reports) .{0,120}?"
    r"\b(?:reporter|editor|journalist|correspondent"
    r"|columnist|writer|author of|covers|covering|contributor|freelancer|based in|reports on|writes about)\b"
)
BIO_LINES = 3
PROSE_WORDS = 18
HEAD_LINES = 12
LINES_KEPT = 2_000
"""Lines of which it is remembered what they are: each is looked at more than once, and furniture stands on page after page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text without surrounding blanks, and its place."""

    text: str
    span: Span

    @property
    def is_prose(self) -> bool:
        """A sentence or more, no heading and no entry of a list."""
        return self.text.count(" ") >= PROSE_WORDS and self.text.rstrip("\"'”’)")[-1:] in ".!?…" and not BULLET.match(self.text)


def boilerplate(text: str) -> tuple[Span, ...]:
    """The stretches of a text that are no article, in order, none touching the next.

    >>> [span.cut("The lock is open.\\nAdvertisement") for span in boilerplate("The lock is open.\\nAdvertisement")]
    ['Advertisement']
    """
    lines = list(_lines(text))
    marked = _singles(lines) | _lists(lines) | _endings(lines) | _bios(lines)
    return tuple(_merged(lines, marked))


def lone_lines(text: str) -> tuple[Span, ...]:
    """Those of them that their own words tell, and readers' comments at the end: no list, whose entries might be paragraphs."""
    lines = list(_lines(text))
    return tuple(_merged(lines, _singles(lines) | _endings(lines)))


def _lines(text: str) -> Iterator[Line]:
    for found in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        shown = found[0].strip()
        if shown:
            start = found.start() + found[0].index(shown[0])
            yield Line(shown[:LOOK] if len(shown) > LOOK else shown, Span(start, start + len(shown)))


def _singles(lines: list[Line]) -> set[int]:
    return {number for number, line in enumerate(lines) if _is_furniture(line.text) or _is_crumb(number, len(lines), line.text)}


@lru_cache(LINES_KEPT)
def _is_furniture(line: str) -> bool:
    lower = small(line)
    if len(line) < LOOK and DISCLAIMER.search(lower):
        return True
    return MARKET.match(line) is not None or BYLINE.match(line) is not None or LINE.match(LEAD_SYMBOLS.sub("", lower)) is not None


def _is_crumb(number: int, total: int, line: str) -> bool:
    """ "Live · 7am · Daily": a trail of sections above the headline or below the article."""
    outside = number < HEAD_LINES or number >= total - HEAD_LINES
    return outside and len(line) <= 100 and not line.startswith("|") and CRUMBS.match(line) is not None and _is_trail(line)


def _is_trail(line: str) -> bool:
    """Sections are named in few words, and the only figures among them are times; decks in this shape have others."""
    pieces = re.split(r"[·•|›»>]| / ", line)
    figures = re.sub(rf"{DATE}|{CLOCK}|\d{{1,2}} ?[ap]m\b|\d{{1,3}} min", "", line, flags=re.I)
    return len(pieces) > 1 and all(piece.strip().count(" ") <= 4 for piece in pieces) and not re.search(r"\d", figures)


def _lists(lines: list[Line]) -> set[int]:
    """A heading of other articles, and the entries below it until prose resumes; a profile runs for a few lines of prose too."""
    marked: set[int] = set()
    number = 0
    while number < len(lines):
        bare = LEAD_SYMBOLS.sub("", lines[number].text)
        profile = PROFILES.fullmatch(bare) is not None and _is_late(lines, number)
        if not profile and LISTS.fullmatch(bare) is None and not _is_empty_faq(lines, number, bare):
            number += 1
            continue
        end = _end_of_profile(lines, number + 1) if profile else _end_of_list(lines, number + 1)
        marked.update(range(number, end))
        number = max(end, number + 1)
    return marked


def _is_late(lines: list[Line], number: int) -> bool:
    """In the second half of the text."""
    return 2 * lines[number].span.start > lines[-1].span.end


def _is_empty_faq(lines: list[Line], number: int, bare: str) -> bool:
    """Questions and answers are read; a heading with nothing below it is not."""
    return QUESTIONS.fullmatch(bare) is not None and (number + 1 == len(lines) or _is_heading(lines[number + 1].text))


def _end_of_list(lines: list[Line], start: int) -> int:
    """Bullets belong to the list whatever they say; without bullets, up to the first prose, whose own subhead is left to it."""
    number = start
    bulleted = start < len(lines) and BULLET.match(lines[start].text) is not None
    while number < len(lines) and not lines[number].is_prose and not _is_heading(lines[number].text):
        if bulleted and not BULLET.match(lines[number].text):
            break
        number += 1
    resumes = number < len(lines) and lines[number].is_prose and not bulleted
    return number - 1 if resumes and number - start > 1 else number


def _is_heading(line: str) -> bool:
    bare = LEAD_SYMBOLS.sub("", line)
    return any(heading.fullmatch(bare) for heading in (LISTS, PROFILES, ENDINGS))


def _end_of_profile(lines: list[Line], start: int) -> int:
    number = start
    while number < len(lines) and number - start < BIO_LINES and not _is_heading(lines[number].text):
        number += 1
    return number


def _endings(lines: list[Line]) -> set[int]:
    """Reader comments run to the end of the page."""
    for number, line in enumerate(lines):
        if _is_late(lines, number) and ENDINGS.fullmatch(LEAD_SYMBOLS.sub("", line.text)):
            return set(range(number, len(lines)))
    return set()


def _bios(lines: list[Line]) -> set[int]:
    """ "Ilse Varga is a reporter ..." below the article."""
    last = [number for number in range(max(1, len(lines) - 4), len(lines)) if BIO.match(lines[number].text)]
    return set(last)


def _merged(lines: list[Line], marked: set[int]) -> Iterator[Span]:
    for number in sorted(marked):
        if number - 1 in marked:
            continue
        end = number
        while end + 1 in marked:
            end += 1
        yield Span(lines[number].span.start, lines[end].span.end)
