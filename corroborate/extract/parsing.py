"""Trees by the weights of a spaCy parser, a move in every sentence at a time.

spaCy scores the moves of each sentence by a library whose calls cost more than their work; which moves there are and what
they do is left to it, and the trees are the same.
"""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
from spacy.ml.parser_model import ParserStepModel
from spacy.tokens import Doc

from corroborate.extract.moves import Floats, Scores


class Trees:
    """Parses with the model of a component that parses."""

    def __init__(self, parser: Any) -> None:
        self._parser = parser
        self._scores = Scores(parser.model)
        # What asks states for their tokens belongs to a model that is made anew for each batch, and needs only this of it.
        self._asking: Any = SimpleNamespace(state2vec=SimpleNamespace(nF=self._scores.parts))

    def plant(self, sentences: Sequence[Doc], vectors: Floats) -> None:
        """Set heads and relations of sentences that are documents each, by the vectors of their tokens."""
        prepared = self._scores.prepared(vectors)
        states = self._parser.moves.init_batch(sentences)
        unfinished = [state for state in states if not state.is_final()]
        while unfinished:
            tokens = ParserStepModel.get_token_ids(self._asking, unfinished).astype(np.intp)
            unfinished = self._parser.transition_states(unfinished, np.ascontiguousarray(self._scores.of(prepared, tokens)))
        self._parser.set_annotations(sentences, states)
