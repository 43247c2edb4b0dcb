"""Work on strangers' pages in a process of its own, which ends when it takes too much time or memory.

Parsers are written in C: nothing inside Python stops one that loops, or that takes all memory. The processor's time is
bounded, not that of the clock, so that a busy machine refuses no page.
"""

import atexit
import os
import resource
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

SECONDS = 10.0
MEMORY = 2_000_000_000
"""Bytes of address space, the libraries' among them."""

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class OutOfBounds(Exception):
    """The work was ended: it took too long, or too much memory."""


class Bounded:
    """Calls functions in one other process, started on first use and again after it was ended.

    Functions are module-level, arguments and results picklable; `seconds` of the processor and bytes of `memory` a call.
    """

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._lock = threading.Lock()
        self._owner = 0
        self._worker: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None

    def __call__(self, function: Callable[Arguments, Result], *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        """What the function returns or raises; OutOfBounds where it had to be ended."""
        with self._lock:
            line = self._connected()
            try:
                line.send((self._seconds, function, arguments, named))
                done, answer = line.recv()
            except (EOFError, OSError):
                raise OutOfBounds(self._ended()) from None
            except BaseException:
                # Interrupted in the middle of an answer: the next one asked for must not be this.
                self.close()
                raise
        if not done:
            raise answer
        result: Result = answer
        return result

    def close(self) -> None:
        """End the process."""
        if self._line is not None:
            self._line.close()
        if self._worker is not None and self._owner == os.getpid():
            self._worker.kill()
            self._worker.wait()
        self._worker = self._line = None

    def _connected(self) -> Connection:
        # A process that was forked off holds the same line, which is not its own.
        if self._line is None or self._owner != os.getpid():
            ours, theirs = socket.socketpair()
            with theirs:
                words = [sys.executable, "-m", __name__, str(theirs.fileno()), str(self._memory)]
                self._worker = subprocess.Popen(words, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
            self._line, self._owner = Connection(ours.detach()), os.getpid()
        return self._line

    def _ended(self) -> str:
        worker, self._line = self._worker, None
        status = worker.wait() if worker is not None else 0
        self._worker = None
        if status == -signal.SIGPROF:
            return f"it takes more than {self._seconds:g} seconds of the processor"
        return f"the process that read it ended ({signal.Signals(-status).name if status < 0 else f'status {status}'})"


def serve(line: Connection) -> None:
    """Answer calls until nobody asks any more."""
    while True:
        try:
            seconds, function, arguments, named = line.recv()
        except EOFError:
            return
        signal.setitimer(signal.ITIMER_PROF, seconds)
        try:
            answer = True, function(*arguments, **named)
        except Exception as error:
            answer = False, error
        signal.setitimer(signal.ITIMER_PROF, 0)
        line.send(answer)


strangers = Bounded()
"""Where this process has strangers' pages read."""

atexit.register(strangers.close)

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_AS, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
    serve(Connection(int(sys.argv[1])))
