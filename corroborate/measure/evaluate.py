"""All annotated sets that are there, each measured and put beside what is asked and what others reach."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corroborate.errors import UsageError
from corroborate.extract.reader import Reader
from corroborate.measure.asks import Ask, ask_of
from corroborate.measure.attribution import measure_attribution
from corroborate.measure.dates import measure_dates, measure_expressions
from corroborate.measure.figures import measure_figures_of_news
from corroborate.measure.hedges import measure_hedges
from corroborate.measure.parties import measure_parties
from corroborate.measure.passages import Means
from corroborate.measure.quantities import measure_numbers, measure_quantities
from corroborate.measure.roles import measure_roles
from corroborate.measure.scores import Measured
from corroborate.measure.seeds import measure_figures
from corroborate.measure.sets import Lines, Shelf, halves, lines_of, scorer_of
from corroborate.measure.tolls import measure_tolls
from corroborate.measure.victims import measure_victims

Measure = Callable[[Lines, Means], Iterator[Measured]]


@dataclass(frozen=True, slots=True)
class AnnotatedSet:
    """A set with its file and what is measured on it; `scorer` is a file of others beside it, None for our own sets."""

    name: str
    file: str
    measure: Measure
    scorer: str | None = None


SETS = (
    AnnotatedSet("newsquant_dev", "quantities/newsquant_dev.jsonl", measure_quantities, "quantities/score.py"),
    AnnotatedSet("numbers", "quantities/numbers.jsonl", measure_numbers, "quantities/score.py"),
    AnnotatedSet("numbers_units", "quantities/numbers_units.jsonl", measure_quantities, "quantities/score.py"),
    AnnotatedSet("dates_recognizers", "dates/dates_recognizers.jsonl", measure_expressions, "quantities/score.py"),
    AnnotatedSet("seeds", "seeds/articles.jsonl", measure_figures, "seeds/score.py"),
    AnnotatedSet("dates_news", "dates_news.jsonl", measure_dates),
    AnnotatedSet("dates_heldout", "dates_heldout.jsonl", measure_dates),
    AnnotatedSet("attribution_news", "attribution_news.jsonl", measure_attribution),
    AnnotatedSet("parties_news", "parties_news.jsonl", measure_parties),
    AnnotatedSet("quantities_news", "quantities_news.jsonl", measure_figures_of_news),
    AnnotatedSet("hedge_pairs", "hedge_pairs.jsonl", measure_hedges),
    AnnotatedSet("roles_news", "roles_news.jsonl", measure_roles),
    AnnotatedSet("victims_news", "victims_news.jsonl", measure_victims),
    AnnotatedSet("blotter", "blotter/articles.jsonl", measure_tolls),
    AnnotatedSet("blotter_apart", "blotter_apart/articles.jsonl", measure_tolls),
)


@dataclass(frozen=True, slots=True)
class Result:
    """One measure of one half of a set beside what is asked and what others reach."""

    name: str
    half: str
    measured: Measured
    ask: Ask

    @property
    def falls_short(self) -> bool:
        """It is below what is asked, as shown: to a tenth of a percent."""
        return self.ask.least is not None and round(self.measured.share, 3) < self.ask.least


@dataclass(frozen=True, slots=True)
class Skipped:
    """A set that was not measured, and why."""

    name: str
    reason: str


def sets_named(names: Iterable[str]) -> tuple[AnnotatedSet, ...]:
    """The sets of these names, all where none is given. Raises UsageError where there is none of a name."""
    known = {one.name: one for one in SETS}
    if unknown := [name for name in names if name not in known]:
        raise UsageError(f"{unknown[0]}: there is no such annotated set", f"name one of {', '.join(known)}")
    return tuple(known[name] for name in dict.fromkeys(names)) or SETS


def evaluate(reader: Reader, shelf: Shelf, sets: Iterable[AnnotatedSet] = SETS) -> Iterator[Result | Skipped]:
    """Every measure of every set, and each set that is not there. Raises InputError where one cannot be read."""
    for one in sets:
        place = _place(one, shelf)
        if isinstance(place, Skipped):
            yield place
            continue
        scorer = None if one.scorer is None or shelf.others is None else scorer_of(shelf.others / one.scorer)
        for half, lines in halves(lines_of(place)).items():
            for measured in one.measure(lines, Means(reader, scorer)) if lines else ():
                yield Result(one.name, half, measured, ask_of(one.name, measured.measure))


def _place(one: AnnotatedSet, shelf: Shelf) -> Path | Skipped:
    """The file of a set, or why it is not measured."""
    if one.scorer is None:
        path = shelf.own / one.file
        if shelf.own.is_dir() and not path.is_file():
            return Skipped(one.name, f"there is no {one.file} in {shelf.own}")
        return path if path.is_file() else Skipped(one.name, "our own sets come with the repository, not with the installed package")
    if shelf.others is None:
        return Skipped(one.name, "a set of others; name its folder with --sets")
    path = shelf.others / one.file
    absent = next((file for file in (one.file, one.scorer) if not (shelf.others / file).is_file()), None)
    return path if absent is None else Skipped(one.name, f"there is no {absent} in {shelf.others}")
