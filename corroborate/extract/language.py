"""The language pipeline: spaCy with our components, in the order in which they need each other."""

from importlib import import_module
from pathlib import Path

import spacy
from spacy.language import Language

from corroborate.errors import ModelMissing
from corroborate.extract.spans import register_extensions
from corroborate.extract.tokens import Bounded
from corroborate.extract.trained import SHIPPED

COMPONENTS = (
    "sentences",
    "boilerplate",
    "syntax",
    "parties",
    "dates",
    "quantities",
    "victims",
    "ballots",
    "ranks",
    "participations",
    "attribution",
)


def load_pipeline(name: str = SHIPPED, aliases: Path | None = None) -> Language:
    """A pipeline that reads sentences, parties, dates, quantities, ranks, participations and attributions.

    `name` is "shipped" for the weights of this package, "blank" for the rules alone, an installed spaCy pipeline
    ("en_core_web_trf") or the path of one; `aliases` is the file of a table of party names. Raises ModelMissing where the
    pipeline is not installed. Texts are cut by the caller: the pipeline itself sets no bound.
    """
    register_extensions()
    pipeline = spacy.blank("en") if name in (SHIPPED, "blank") else _installed(name)
    pipeline.tokenizer = Bounded(pipeline.tokenizer)
    for component in components(name):
        # Importing declares the factory, also where the package runs uninstalled and has no entry points.
        import_module(f"corroborate.extract.{component}")
        # A parser respects the sentence starts it finds, and refuses to have them set behind it.
        settings = {"aliases": str(aliases)} if aliases is not None and component == "parties" else {}
        pipeline.add_pipe(f"corroborate_{component}", first=component == "sentences" or None, config=settings)
    return pipeline


def components(name: str) -> tuple[str, ...]:
    """Our components in a pipeline, in their order; only the shipped weights are one of them."""
    return tuple(component for component in COMPONENTS if component != "syntax" or name == SHIPPED)


def _installed(name: str) -> Language:
    try:
        return spacy.load(name)
    except OSError as absent:
        remedy = f"install it (python -m spacy download {name}) or set language.pipeline to {SHIPPED}"
        raise ModelMissing(f"the language pipeline {name!r} is not installed", remedy) from absent
