"""Tables for the terminal, fitted to its width."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from corroborate.model.figures import Approx
from corroborate.model.wordings import HEDGES
from corroborate.publish.printable import clip, display_width, one_line, pad
from corroborate.publish.views import Row

GAP = "  "
NARROWEST = 6
ROOM = 200
WHOLE = frozenset({"claim", "group", "story", "discrepancy", "article", "published"})


def claim_lines(rows: Iterable[Row]) -> Iterator[Row]:
    """Claims as `query` lists them: what a reader looks at first."""
    for row in rows:
        yield {
            "claim": row["claim"],
            "published": str(row["published"] or "")[:10],
            "outlet": row["outlet"],
            "figure": f"{HEDGES[Approx(str(row['approx']))]}{row['surface']}" if row["approx"] else row["surface"],
            "counted": row["counted"],
            "verdict": row["verdict"],
            "speaker": row["speaker"],
            "sentence": row["sentence"],
        }


def table(rows: Iterable[Row], *, width: int = 120) -> str:
    """Rows as aligned text, cut to the width of the terminal; the last columns give way first."""
    shown = [{name: _text(value) for name, value in row.items()} for row in rows]
    if not shown:
        return "nothing found"
    names = tuple(shown[0])
    widths = _fit(names, shown, width)
    lines = [_line(dict(zip(names, names, strict=True)), widths), GAP.join("-" * widths[name] for name in widths)]
    return "\n".join([*lines, *(_line(row, widths) for row in shown)])


def _line(row: Mapping[str, str], widths: Mapping[str, int]) -> str:
    return GAP.join(pad(row[name], width) for name, width in widths.items()).rstrip()


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_text(part) for part in value)
    return one_line(str(value)[: ROOM * 5])


def _fit(names: Sequence[str], rows: Sequence[Mapping[str, str]], width: int) -> dict[str, int]:
    """The columns that fit and how wide each is; a column without anything in it is left out, an id is never cut."""
    wanted = {name: max(display_width(name), *(min(display_width(row[name]), ROOM) for row in rows)) for name in names}
    kept = {name: wanted[name] for name in names if any(row[name] for row in rows)}
    while len(kept) > 1 and (excess := sum(kept.values()) + len(GAP) * (len(kept) - 1) - width) > 0:
        widest = max((name for name in kept if name not in WHOLE), key=lambda name: kept[name], default=None)
        if widest is None or kept[widest] <= NARROWEST:
            kept.popitem()
            continue
        others = [size for name, size in kept.items() if name != widest and name not in WHOLE]
        kept[widest] = max(NARROWEST, kept[widest] - excess, min(kept[widest] - 1, max(others, default=NARROWEST)))
    return kept


def heading(text: str, *, width: int = 120) -> str:
    """A line underlined."""
    title = clip(one_line(text), width)
    return f"{title}\n{'=' * display_width(title)}"
