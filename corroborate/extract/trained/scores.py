"""How well a pipeline tags, parses and finds entities, on the test parts of the treebanks."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from corroborate.extract.trained.corpus import annotated, parsed

TREE_TESTS = ("ewt-test.conllu.gz", "gum-test.conllu.gz")
ENTITY_TESTS = ("ner-test-uner_ewt.spacy", "ner-test-wikigold.spacy")


def scores(pipeline: Language, treebanks: Path) -> Mapping[str, Mapping[str, float]]:
    """By test file: `tag` accuracy, `uas`, `las`, and F1 of entities with and without their type (`typed`, `span`).

    The pipeline has tokens and sentences of its own, as it has in use.
    """
    trees = {name: _tree_scores(pipeline, parsed(treebanks / name)) for name in TREE_TESTS}
    return trees | {name: _entity_scores(pipeline, annotated(treebanks / name)) for name in ENTITY_TESTS}


def _examples(pipeline: Language, gold: Iterable[Doc]) -> list[Example]:
    return [Example(pipeline(doc.text), doc) for doc in gold]


def _tree_scores(pipeline: Language, gold: Iterable[Doc]) -> dict[str, float]:
    examples = _examples(pipeline, gold)
    tags = Scorer.score_token_attr(examples, "tag")
    trees = Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"))
    return {"tag": tags["tag_acc"], "uas": trees["dep_uas"], "las": trees["dep_las"]}


def _entity_scores(pipeline: Language, gold: Iterable[Doc]) -> dict[str, float]:
    found = wanted = typed = spans = 0
    for example in _examples(pipeline, gold):
        given = {(ent.start_char, ent.end_char, ent.label_) for ent in example.predicted.ents}
        gold_ents = {(ent.start_char, ent.end_char, ent.label_) for ent in example.reference.ents}
        found, wanted = found + len(given), wanted + len(gold_ents)
        typed += len(given & gold_ents)
        spans += len({ent[:2] for ent in given} & {ent[:2] for ent in gold_ents})
    return {"typed": 2 * typed / (found + wanted), "span": 2 * spans / (found + wanted)}
