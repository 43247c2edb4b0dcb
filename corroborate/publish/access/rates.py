"""How often one client may ask: a bucket that refills, for each client, in bounded memory."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from time import monotonic


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests at once, and so many a second from then on."""

    burst: float
    a_second: float

    def shared_by(self, processes: int) -> "Rate":
        """What each of several processes may allow, so that together they allow no more."""
        return Rate(max(1.0, self.burst / processes), self.a_second / processes)


READING = Rate(burst=200, a_second=20)
SIGNING_IN = Rate(burst=10, a_second=10 / 60)
MOST_CLIENTS = 10_000


class Rates:
    """Counts requests by client; whoever asked longest ago is forgotten first."""

    def __init__(self, rate: Rate, *, clock: Callable[[], float] = monotonic, most: int = MOST_CLIENTS) -> None:
        self._rate, self._clock, self._most = rate, clock, most
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def wait(self, client: str) -> float:
        """Take one request from the client's bucket: 0 where there was one, else the seconds until there is."""
        now = self._clock()
        with self._lock:
            left, then = self._buckets.pop(client, (self._rate.burst, now))
            left = min(self._rate.burst, left + (now - then) * self._rate.a_second)
            allowed = left >= 1
            self._buckets[client] = (left - allowed, now)
            while len(self._buckets) > self._most:
                self._buckets.popitem(last=False)
        return 0.0 if allowed else (1 - left) / self._rate.a_second
