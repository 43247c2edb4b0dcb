"""Several processes that answer at one address."""

import os
import signal
import socket
import threading
from collections.abc import Callable
from functools import partial

import pytest

from corroborate.crew import keep_answering, listen
from corroborate.errors import UsageError


def tell_process(listener: socket.socket, ready: Callable[[], None]) -> None:
    """Answer with the number of this process; die where that is asked for."""
    ready()
    while True:
        connection, _ = listener.accept()
        with connection:
            if connection.recv(10) == b"die":
                os._exit(3)
            connection.sendall(str(os.getpid()).encode())


def end(_: socket.socket, __: Callable[[], None]) -> None:
    """Whoever cannot begin."""


def asked(port: int, what: bytes) -> int:
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(what)
        return int(connection.recv(20) or b"0")


def test_a_process_that_dies_is_replaced_and_all_of_them_stop_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corroborate.crew.YOUNG", 0.0)
    met, begun = list[int](), threading.Event()

    def ask(port: int) -> None:
        begun.wait(60)
        met.append(asked(port, b"who"))
        asked(port, b"die")
        met.append(asked(port, b"who"))
        os.kill(os.getpid(), signal.SIGTERM)

    with listen("127.0.0.1", 0) as listener:
        reader = threading.Thread(target=partial(ask, listener.getsockname()[1]))
        reader.start()
        keep_answering(tell_process, listener, 1, begun.set)
        reader.join()

    first, second = met
    assert first != second
    for process in met:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_processes_that_cannot_begin_are_not_begun_again_and_again() -> None:
    with listen("127.0.0.1", 0) as listener, pytest.raises(UsageError, match="ended at once"):
        keep_answering(end, listener, 2, print)


def test_an_address_that_is_taken_is_told_in_one_line() -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(UsageError, match="cannot be listened at"):
        listen("127.0.0.1", taken.getsockname()[1])
