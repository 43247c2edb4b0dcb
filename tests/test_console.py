"""What every command says, and how it heeds an interrupt."""

import signal
from contextlib import suppress

import pytest

from corroborate.console import heeding_interrupts


def test_an_interrupt_ends_the_work_at_once() -> None:
    with pytest.raises(KeyboardInterrupt), heeding_interrupts():
        signal.raise_signal(signal.SIGINT)


def test_an_interrupt_that_a_library_swallowed_is_raised_again() -> None:
    with heeding_interrupts() as heed:
        heed()
        with suppress(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)

        with pytest.raises(KeyboardInterrupt):
            heed()


def test_the_former_answer_to_interrupts_comes_back() -> None:
    before = signal.getsignal(signal.SIGINT)
    with heeding_interrupts():
        assert signal.getsignal(signal.SIGINT) is not before

    assert signal.getsignal(signal.SIGINT) is before
