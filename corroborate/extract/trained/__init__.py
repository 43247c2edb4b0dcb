"""The trained part of the language pipeline: tags, parses and entity spans for English news, with what made them.

`weights/` is a spaCy pipeline (tok2vec, tagger, parser, ner) under its own licence; `python -m corroborate.extract.trained
TREEBANKS WEIGHTS` makes it again.
"""

from pathlib import Path

WEIGHTS = Path(__file__).parent / "weights"
"""The folder of the pipeline that is shipped."""

SHIPPED = "shipped"
"""The name of the language pipeline with these weights; the default."""
