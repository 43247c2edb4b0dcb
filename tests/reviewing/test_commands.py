"""Decisions as their user makes them: what is printed, that they count at once, and that they outlive what comes after."""

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from corroborate.app import App
from corroborate.config import load_config
from corroborate.model.decisions import Action
from corroborate.reviewing.decisions import Signature, judged
from tests.commands import corroborate, refusal
from tests.factory import NOON

Desk = Callable[..., str]

FERRY = (
    "A ferry sank off Port Ellery on Tuesday, killing {} people, police said. "
    "The Ostrava Star had left the harbour at dawn. "
    "Rescuers pulled {} survivors from the water before dark, the coast guard said in a statement."
)
HERALD, COURIER, POST = "http://herald.example/ferry", "http://courier.example/ferry", "http://post.example/ferry"
FIRE = (
    "A warehouse fire in Lindmoor on Tuesday destroyed 4,120 pallets of paper, the owner said. "
    "Some 85 firefighters fought the blaze through the night, the Lindmoor brigade said."
)


def handed(folder: Path, *articles: tuple[str, str], hour: int = 12) -> Path:
    path = folder / f"desk-{hour}.jsonl"
    times = {"published": "2026-10-14T12:00:00+00:00", "fetched": f"2026-10-14T{hour}:30:00+00:00"}
    titles = {FIRE: "Blaze destroys paper at Lindmoor warehouse"}
    ferry = "Ferry Ostrava Star sinks off Port Ellery"
    lines = [{"url": url, "title": titles.get(text, ferry), "text": text, **times} for url, text in articles]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.fixture(scope="session")
def matched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database in which one outlet's figure of the dead is another."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "feeds.yaml").write_text("settings:\n  embedding: {model: none}\n  language: {pipeline: blank}\n")
    desk = desk_in(folder)
    desk("import", handed(folder, (HERALD, FERRY.format(42, 268)), (COURIER, FERRY.format(47, 268))))
    desk("process")
    return folder


def desk_in(folder: Path) -> Desk:
    words = ("--config", folder / "feeds.yaml", "--database", folder / "news.db", "--now", "2026-10-14T20:00:00+00:00")

    def run(*command: object) -> str:
        done = corroborate(*words, *command)
        assert done.status == 0, done.err
        return done.out

    return run


@pytest.fixture
def folder(matched: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(matched, tmp_path / "desk"))


@pytest.fixture
def desk(folder: Path) -> Desk:
    return desk_in(folder)


def exported(desk: Desk, table: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in desk("export", table, "--format", "jsonl").splitlines()]


def found(desk: Desk) -> dict[str, Any]:
    """The discrepancy about the dead."""
    return next(row for row in exported(desk, "discrepancies") if "killed" in row["about"])


def group_of(desk: Desk, *words: str) -> dict[str, Any]:
    return next(row for row in exported(desk, "groups") if all(word in row["question"] for word in words))


def claims_of(desk: Desk, group: str) -> list[dict[str, Any]]:
    return [row for row in exported(desk, "claims") if row["group"] == group]


def test_a_rejected_discrepancy_tells_so_everywhere_and_stays_out_of_digests(desk: Desk) -> None:
    identity = found(desk)["discrepancy"]
    before = desk("digest", "--since", "2026-10-14")

    told = desk("review", "reject", identity, "--by", "O. Marsh", "--note", "the Courier counted the crew")

    assert told == f"review 1: {identity} is rejected, it stays out of digests until another value is reported\n"
    assert found(desk)["status"] == "rejected"
    assert (group_of(desk, "killed")["verdict"], group_of(desk, "killed")["agreement"]) == ("single", "agree")
    assert {row["verdict"] for row in claims_of(desk, found(desk)["group"])} == {"single"}
    assert f"{found(desk)['group']} in {found(desk)['story']}: single" in desk("show", found(desk)["group"])
    assert desk("query", "--verdict", "disputed", "--json") == ""
    line = "review 1: rejected by O. Marsh, 2026-10-14 20:00: the Courier counted the crew"
    assert line in desk("show", identity)
    assert line in desk("show", found(desk)["group"])
    assert "killing 47 people" in before
    assert "killing 47 people" not in desk("digest", "--since", "2026-10-14")


def test_accepting_and_explaining_say_what_happens_now_and_undoing_opens_again(desk: Desk) -> None:
    identity = found(desk)["discrepancy"]

    accepted = desk("review", "accept", identity)
    explained = desk("review", "explain", identity, "--note", "two ways of counting")
    back = desk("review", "undo", identity)
    again = desk("review", "undo", "1")

    assert f"{identity} is accepted, it counts as a discrepancy" in accepted
    assert f"{identity} is explained" in explained
    assert back == f"review 2 (explained) no longer counts; {identity} is accepted, it counts as a discrepancy\n"
    assert f"{identity} is open, it is open again" in again
    assert found(desk)["status"] == "open"


def test_the_audit_trail_has_every_decision_and_what_was_undone(desk: Desk) -> None:
    identity = found(desk)["discrepancy"]
    desk("review", "reject", identity, "--by", "O. Marsh", "--note", "no")
    desk("review", "undo", identity, "--by", "R. Quill")

    rows = [json.loads(line) for line in desk("review", "list", "--json").splitlines()]

    assert [(row["by"], row["action"], row["note"], row["counts"]) for row in rows] == [
        ("O. Marsh", "reject", "no", False),
        ("R. Quill", "undo", None, True),
    ]
    assert "reject (undone)" in desk("review", "list")


def test_a_rejection_survives_everything_but_a_new_value(desk: Desk, folder: Path) -> None:
    desk("review", "reject", found(desk)["discrepancy"])
    desk("import", handed(folder, (POST, FERRY.format(47, 268)), hour=13))
    desk("process")
    joined = found(desk)
    desk("import", handed(folder, (HERALD, FERRY.format(42, 268) + " The captain was questioned."), hour=14))
    desk("process")
    edited = found(desk)
    desk("import", handed(folder, ("http://fjord.example/1", FERRY.format(53, 268)), hour=15))
    desk("process")

    assert (joined["status"], edited["status"]) == ("rejected", "rejected")
    assert any("Post" in outlet or "post" in outlet for side in joined["sides"] for outlet in side["outlets"])
    assert {row["status"] for row in exported(desk, "discrepancies") if any("53" in side["value"] for side in row["sides"])} == {"open"}


def test_claims_taken_out_of_a_group_stay_out_until_that_is_undone(desk: Desk, folder: Path) -> None:
    group = group_of(desk, "killed")["group"]
    out = next(row["claim"] for row in claims_of(desk, group) if row["surface"] == "47")

    told = desk("review", "split", group, out)
    divided = {row["surface"]: row["group"] for row in exported(desk, "claims") if row["surface"] in ("42", "47")}
    desk("import", handed(folder, (COURIER, FERRY.format(47, 268) + " The captain was questioned."), hour=13))
    desk("process")
    edited = {row["surface"]: row["group"] for row in exported(desk, "claims") if row["surface"] in ("42", "47")}
    desk("review", "undo", group)

    assert f"{out} in {divided['47']}, the rest in {group}" in told
    assert divided["42"] == group != divided["47"]
    assert edited["42"] != edited["47"]
    assert {row["surface"] for row in claims_of(desk, group)} == {"42", "47"}


def test_groups_made_one_are_one_at_once_and_after_matching_anew(desk: Desk) -> None:
    killed, saved = group_of(desk, "killed")["group"], group_of(desk, "rescued")["group"]

    told = desk("review", "merge", killed, saved)

    (group,) = {row["group"] for row in exported(desk, "claims") if row["surface"] in ("42", "47", "268")}
    assert told == f"review 1: {killed}, {saved}: together in {group}\n"
    assert desk("show", saved) == desk("show", killed) == desk("show", group)
    assert f"{saved} in " in desk("review", "undo", killed)
    assert group_of(desk, "rescued")["group"] == saved


LATER = "There were 53 people, the harbour master said later. " + FERRY.partition("sank")[0] + "sank off Port Ellery on Tuesday."


def test_what_may_be_one_question_is_shown_until_a_person_says_that_it_is_not(desk: Desk, folder: Path) -> None:
    desk("import", handed(folder, (POST, LATER), hour=13))
    desk("process")
    killed = group_of(desk, "killed")["group"]
    other = next(row["group"] for row in exported(desk, "claims") if row["surface"] == "53")
    before = desk("show", killed), desk("show", other)

    told = desk("review", "split", killed, other)
    desk("import", handed(folder, ("http://fjord.example/1", FERRY.format(47, 268)), hour=14))
    desk("process")

    assert "Perhaps the same question: " in before[0]
    assert f"corroborate review merge {killed} {other}" in before[0]
    assert "only one says what befell those counted" in before[1]
    assert told == f"review 1: {killed} and {other} are two questions\n"
    assert f"review merge {killed} {other}" not in desk("show", killed)
    assert f"review merge {killed} {other}" in (desk("review", "undo", killed), desk("show", killed))[1]


def test_stories_made_one_are_one_until_they_are_divided(desk: Desk, folder: Path) -> None:
    desk("import", handed(folder, ("http://lindmoor.example/fire", FIRE), hour=13))
    desk("process")
    ferry, fire = (row["story"] for row in sorted(exported(desk, "stories"), key=lambda row: -int(row["articles"])))
    article = next(row["article"] for row in exported(desk, "articles") if "lindmoor" in row["url"])

    told = desk("review", "merge", fire, ferry)
    (story,) = (row["story"] for row in exported(desk, "stories"))
    shown = desk("show", fire), desk("show", ferry)
    desk("review", "split", story, article)

    assert told == f"review 1: {fire}, {ferry}: together in {story}\n"
    assert shown[0] == shown[1]
    assert sorted(row["articles"] for row in exported(desk, "stories")) == [1, 2]


def test_what_cannot_be_decided_is_refused_in_a_line(desk: Desk, folder: Path) -> None:
    words = ("--config", folder / "feeds.yaml", "--database", folder / "news.db", "review")
    killed, story = group_of(desk, "killed"), exported(desk, "stories")[0]["story"]
    date = next(row["group"] for row in exported(desk, "groups") if row["kind"] == "date")

    assert "there is no discrepancy d_9" in refusal(*words, "reject", "d_9")
    assert "is no discrepancy" in refusal(*words, "accept", story)
    assert "there is no claim group g_9" in refusal(*words, "merge", "g_9", killed["group"])
    assert "cannot be one" in refusal(*words, "merge", killed["group"], story)
    assert "are one already" in refusal(*words, "merge", story, story)
    assert "two kinds (count and date)" in refusal(*words, "merge", killed["group"], date)
    assert "c_9 is not in" in refusal(*words, "split", killed["group"], "c_9")
    assert "are one" in refusal(*words, "split", killed["group"], killed["group"])
    assert "more than two groups" in refusal(*words, "split", killed["group"], date, date)
    assert "nothing would be left" in refusal(*words, "split", killed["group"], *(row["claim"] for row in claims_of(desk, killed["group"])))
    assert "no decision about" in refusal(*words, "undo", killed["group"])
    assert "there is no review 9" in refusal(*words, "undo", "9")
    assert "--note" in refusal(*words, "explain", found(desk)["discrepancy"])
    assert desk("review", "list") == "nothing found\n"


def test_two_reviewers_at_once_lose_nothing(desk: Desk, folder: Path) -> None:
    identity = found(desk)["discrepancy"]
    app = App(load_config(folder / "feeds.yaml"), database=str(folder / "news.db"), now=NOON)

    def reject(number: int) -> None:
        with app.store() as store:
            app.decide(store, judged(store, Action.REJECT, identity, Signature(f"Reviewer {number}", NOON)))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(reject, range(12)))

    with app.store() as store:
        assert {review.by for review in store.reviews.all()} == {f"Reviewer {number}" for number in range(12)}
        assert len({review.number for review in store.reviews.all()}) == 12


def test_a_note_is_listed_and_moves_nothing(desk: Desk) -> None:
    identity = found(desk)["discrepancy"]

    told = desk("review", "note", identity, "asked the port for its list", "--by", "O. Marsh")

    assert told == f"review 1: the note stands with {identity}, and moves nothing\n"
    assert found(desk)["status"] == "open"
    assert "asked the port for its list" in desk("show", identity)
    assert desk("review", "undo", "1") == "review 1 (noted) no longer counts\n"
