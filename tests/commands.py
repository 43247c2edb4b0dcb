"""The command line in this process, by way of the same `main` as outside."""

import contextlib
import io
import sys
from dataclasses import dataclass

from corroborate.cli import main


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    status: int
    out: str
    err: str


def corroborate(*words: object, stdin: bytes = b"") -> Done:
    """Run a command as if from a shell."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    status = 0
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            main([str(word) for word in words])
    except SystemExit as stop:
        status = int(stop.code or 0)
    finally:
        sys.stdin = before
    return Done(status, _written(out), _written(err))


def refusal(*words: object) -> str:
    """The one line with which a command is refused."""
    done = corroborate(*words)

    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1), done
    return done.err


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    content = stream.detach()
    assert isinstance(content, io.BytesIO)
    return content.getvalue().decode()
