"""The README tells the truth: its Python runs, its commands exist, and CI finds its two command lines."""

import contextlib
import io
import re
from pathlib import Path

import pytest

from corroborate.cli import cli

README = (Path(__file__).parent.parent / "README.md").read_text()
SNIPPETS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet.split("\n")[1])
def test_its_python_runs_and_prints(snippet: str) -> None:
    printed = io.StringIO()

    with contextlib.redirect_stdout(printed):
        exec(compile(snippet, "README.md", "exec"), {})

    assert "25,000" in printed.getvalue()


def test_every_command_it_names_exists() -> None:
    named = set(re.findall(r"(?:^|[`&] ?)corroborate ([a-z]+)", README, re.MULTILINE))

    assert named
    assert named <= set(cli.commands)


def test_it_shows_one_command_that_runs_and_one_that_tests() -> None:
    commands = [line for line in README.splitlines() if line.startswith("python3 -m venv")]

    assert len(commands) == 2
    assert commands[0].endswith("corroborate demo")
    assert "pytest" in commands[1]
