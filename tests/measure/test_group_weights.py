"""Weights for "same question" are learned from annotated coverage, and drawn towards what an editor would weigh."""

from corroborate.measure.coverage import Coverage
from corroborate.measure.group_priors import PRIORS
from corroborate.measure.group_weights import learn_groups
from corroborate.model.articles import Reading
from tests.factory import article, claim, quantity, reading


def killed_and_hurt(outlet: str) -> tuple[Reading, dict[str, str]]:
    of = article(outlet, "The slide killed 14 people in Carrick.\nIt injured 31 people there.")
    dead, hurt = claim(of, "14", quantity("14", counted="people")), claim(of, "31", quantity("31", counted="people"))
    return reading(of, dead, hurt), {dead.id: "dead", hurt.id: "hurt"}


def test_what_was_annotated_moves_the_weights_and_what_was_not_leaves_them() -> None:
    told = [killed_and_hurt(outlet) for outlet in ("Herald", "Daily", "Post")]
    coverage = Coverage("slide", tuple(read for read, _ in told), {key: value for _, questions in told for key, value in questions.items()})

    learned = learn_groups([(coverage, 10.0)])

    assert learned["seeing"]["rank"] == PRIORS["seeing"]["rank"]
    assert set(learned) == {"seeing", "blind"}


def test_no_weight_speaks_against_what_it_means() -> None:
    told = [killed_and_hurt(outlet) for outlet in ("Herald", "Daily", "Post")]
    coverage = Coverage("slide", tuple(read for read, _ in told), {key: value for _, questions in told for key, value in questions.items()})

    learned = learn_groups([(coverage, 1.0)])

    assert all(weight > 0 for model in learned.values() for weights in model.values() for name, weight in weights.items() if name != "bias")
