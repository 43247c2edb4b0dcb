"""Several processes that answer at one address: one that dies is replaced, and all of them stop together."""

import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing import connection, get_context, parent_process
from multiprocessing.context import SpawnProcess
from types import FrameType

from corroborate.errors import UsageError

Answer = Callable[[socket.socket, Callable[[], None]], None]
"""Answers whoever connects, and calls when it begins to."""
Member = tuple[SpawnProcess, float]
"""A process, and when it was begun."""
READY = b"1"
WAITING = 2048
"""So many connections may wait to be taken."""
YOUNG = 10.0
"""Seconds; what ends before that would end again."""
PATIENCE = 10.0
"""Seconds that a process has to finish what it is answering."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that several processes can take connections from. Raises UsageError where it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=WAITING)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        remedy = "stop what listens there, or give another --host or --port"
        raise UsageError(f"{host}:{port} cannot be listened at: {reason}", remedy) from None


def keep_answering(answer: Answer, listener: socket.socket, processes: int, begun: Callable[[], object]) -> None:
    """Let so many processes answer until this one is interrupted or terminated; `begun` is called once all of them do.

    `answer` goes to another process, so it must be picklable. Raises UsageError where processes end as soon as they began.
    """
    told, telling = get_context("spawn").Pipe(duplex=False)
    hired = partial(_hired, answer, listener, telling)
    crew, ready = [hired() for _ in range(processes)], 0
    former = signal.signal(signal.SIGTERM, _interrupt)
    try:
        while True:
            if told in connection.wait([told, *(process.sentinel for process, _ in crew)]):
                ready += len(told.recv_bytes())
                if ready == processes:
                    begun()
            crew = [member if member[0].is_alive() else _replaced(member, hired) for member in crew]
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        _dismiss([process for process, _ in crew])
        signal.signal(signal.SIGTERM, former)


def _hired(answer: Answer, listener: socket.socket, telling: connection.Connection) -> Member:
    process = get_context("spawn").Process(target=_work, args=(answer, listener, telling), name="corroborate serve")
    process.start()
    return process, time.monotonic()


def _replaced(member: Member, hired: Callable[[], Member]) -> Member:
    if time.monotonic() - member[1] < YOUNG:
        raise UsageError("a process that was to answer ended at once", "see what it said above")
    return hired()


def _dismiss(crew: Sequence[SpawnProcess]) -> None:
    for process in crew:
        process.terminate()
    end = time.monotonic() + PATIENCE
    for process in crew:
        process.join(max(0.0, end - time.monotonic()))
        process.kill()


def _work(answer: Answer, listener: socket.socket, telling: connection.Connection) -> None:
    """What each process does: end with the one that began it, and in order when it is told to."""
    signal.signal(signal.SIGTERM, _interrupt)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        answer(listener, partial(telling.send_bytes, READY))
    except KeyboardInterrupt:
        sys.exit(0)


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os.kill(os.getpid(), signal.SIGTERM)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
