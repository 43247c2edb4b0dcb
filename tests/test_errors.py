import pickle
from collections.abc import Iterator

import pytest

from corroborate import errors


def concrete(kind: type[errors.CorroborateError]) -> Iterator[type[errors.CorroborateError]]:
    for child in kind.__subclasses__():
        yield child
        yield from concrete(child)


def example(kind: type[errors.CorroborateError]) -> errors.CorroborateError:
    if issubclass(kind, errors.QueryError):
        return kind("kind:cuont", (5, 10), "there is no kind 'cuont'", "did you mean count?")
    if issubclass(kind, errors.ConfigError):
        return kind("feeds.yaml", 3, "unknown key 'fedes'", "known here: feeds")
    return kind("the database is locked", "try again when the other program is done")


@pytest.mark.parametrize("kind", list(concrete(errors.CorroborateError)), ids=lambda kind: kind.__name__)
def test_every_error_survives_the_way_between_processes(kind: type[errors.CorroborateError]) -> None:
    error = example(kind)

    copy = pickle.loads(pickle.dumps(error))

    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


@pytest.mark.parametrize(
    "kind",
    [kind for kind in concrete(errors.CorroborateError) if kind.__module__ == errors.__name__],
    ids=lambda kind: kind.__name__,
)
def test_every_error_stands_in_the_tree_of_the_docstring(kind: type[errors.CorroborateError]) -> None:
    assert kind.__name__ in (errors.__doc__ or "")


def test_a_place_in_a_file_is_shown_with_its_line_only_where_there_is_one() -> None:
    assert str(errors.ConfigError("feeds.yaml", 3, "a", "b")) == "feeds.yaml:3: a; b"
    assert str(errors.ConfigError("feeds.yaml", None, "a", "b")) == "feeds.yaml: a; b"
