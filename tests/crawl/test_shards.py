import pytest

from corroborate.crawl.shards import BUCKETS, WHOLE, Shard, bucket_of
from corroborate.errors import UsageError

SITES = [f"https://www.outlet-{number}.example/news" for number in range(30)]


@pytest.mark.parametrize("of", [1, 4, 7])
def test_every_site_is_one_workers(of: int) -> None:
    shards = [Shard(number, of) for number in range(1, of + 1)]

    assert all(sum(shard.holds(site) for shard in shards) == 1 for site in SITES)
    assert sorted(bucket for shard in shards for bucket in shard.buckets) == list(range(BUCKETS))
    assert all(bucket_of(site[12:-5]) in shard.buckets for shard in shards for site in SITES if shard.holds(site))


def test_all_hosts_of_a_site_are_the_same_workers() -> None:
    for number in range(1, 5):
        held = {Shard(number, 4).holds(f"https://{host}.herald.co.uk/x") for host in ("www", "edition", "feeds")}

        assert len(held) == 1


def test_a_part_is_read_as_it_is_written() -> None:
    assert Shard.parse("2/4") == Shard(2, 4)
    assert Shard.parse("1/1") == WHOLE


@pytest.mark.parametrize("text", ["", "2", "0/4", "5/4", "1/61", "-1/4", "1/four", "1/4/2"])
def test_what_is_no_part_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="write for example 2/4"):
        Shard.parse(text)
