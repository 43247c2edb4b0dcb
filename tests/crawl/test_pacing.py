"""Lanes under a clock that only sleeping moves."""

import asyncio

from corroborate.crawl.pacing import LONGEST_DELAY, Lanes


class Nap:
    """A clock and a sleep that belong together."""

    def __init__(self) -> None:
        self.now = 100.0
        self.asleep = 0.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.asleep += seconds
        self.now += seconds
        await asyncio.sleep(0)

    def lanes(self, gap: float = 5.0) -> Lanes:
        return Lanes(gap, self.clock, self.sleep)


def times_of(nap: Nap, lanes: Lanes, *urls: str) -> list[float]:
    async def ask(url: str) -> float:
        async with lanes.turn(url):
            return nap.now

    async def all_of_them() -> list[float]:
        return [await ask(url) for url in urls]

    return asyncio.run(all_of_them())


def test_one_domain_is_asked_once_per_gap_whatever_the_host() -> None:
    nap = Nap()

    assert times_of(nap, nap.lanes(), "http://a.herald.com/1", "http://b.herald.com/2", "https://herald.com/3") == [100, 105, 110]


def test_other_domains_do_not_wait() -> None:
    nap = Nap()

    assert times_of(nap, nap.lanes(), "http://herald.com/1", "http://gazette.com/1", "http://courier.com/1") == [100, 100, 100]


def test_nobody_enters_a_lane_that_is_held() -> None:
    nap, inside, most = Nap(), 0, 0
    lanes = nap.lanes(gap=0)

    async def ask() -> None:
        nonlocal inside, most
        async with lanes.turn("http://herald.com/"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0)
            inside -= 1

    async def all_of_them() -> None:
        await asyncio.gather(*(ask() for _ in range(5)))

    asyncio.run(all_of_them())
    assert most == 1


def test_the_pause_begins_when_the_answer_has_come() -> None:
    nap = Nap()
    lanes = nap.lanes()

    async def slowly() -> None:
        async with lanes.turn("http://herald.com/"):
            nap.now += 20

    asyncio.run(slowly())
    assert lanes.waiting("http://herald.com/") == 5


def test_a_crawl_delay_is_honoured_up_to_a_bound() -> None:
    nap = Nap()
    lanes = nap.lanes()
    lanes.slow("http://herald.com/", 12)
    lanes.slow("http://gazette.com/", 86_400)

    assert times_of(nap, lanes, "http://herald.com/1", "http://herald.com/2") == [100, 112]
    assert times_of(nap, lanes, "http://gazette.com/1", "http://gazette.com/2") == [112, 112 + LONGEST_DELAY]


def test_a_server_is_left_alone_for_as_long_as_it_asks() -> None:
    nap = Nap()
    lanes = nap.lanes()
    lanes.pause("http://herald.com/", 60)

    assert lanes.waiting("http://www.herald.com/x") == 60
    assert times_of(nap, lanes, "http://herald.com/1") == [160]


def test_a_redirect_waits_for_the_pause_of_where_it_leads() -> None:
    nap = Nap()
    lanes = nap.lanes()

    async def follow() -> float:
        async with lanes.turn("http://herald.com/"):
            await lanes.step_aside("http://herald.com/moved")
            await lanes.step_aside("http://gazette.com/moved")
            return nap.now

    assert asyncio.run(follow()) == 105


def test_each_pause_in_a_row_is_twice_as_long_until_the_domain_answers() -> None:
    nap = Nap()
    lanes = nap.lanes(gap=0)

    waits = []
    for _ in range(3):
        lanes.pause("http://herald.com/", 10)
        waits.append(lanes.waiting("http://herald.com/"))
        nap.now += waits[-1]
    lanes.resume("http://herald.com/")
    lanes.pause("http://herald.com/", 10)

    assert waits == [10, 20, 40]
    assert lanes.waiting("http://herald.com/") == 10
