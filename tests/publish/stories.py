"""One fictional story as the store would hand it out: three outlets, one disputed question, one settled."""

from datetime import timedelta
from typing import Any

from corroborate.check import check_story
from corroborate.model.claims import Attribution
from corroborate.model.figures import Approx, Kind
from corroborate.model.findings import Assessment
from corroborate.model.pages import ArchiveLink, Revision
from corroborate.model.records import ClaimRecord, DiscrepancyRecord, FigureChange, GroupRecord, RevisionRecord, StoryRecord
from corroborate.model.stories import ClaimGroup, Origin, OriginKind, Story
from tests.factory import NOON, article, claim, quantity, reading

HERALD = article(
    "Harbour Herald",
    "Tarn Freight will cut 480 jobs. Nearly 25,000 people work there.",
    title="Tarn cuts jobs",
    url="https://herald.example/tarn",
)
POST = article(
    "Port Post", "Tarn Freight is to shed 530 jobs, the union said.", title="Jobs go at Tarn", url="https://post.example/tarn?id=7"
)
TIDE = article("Evening Tide", "Tarn Freight employs 24,900 people.", title="Tarn in trouble", url="https://tide.example/tarn")
CUT = claim(HERALD, "480", quantity("480", counted="jobs"), parties=("Tarn Freight",))
SHED = claim(POST, "530", quantity("530", counted="jobs"), parties=("Tarn Freight",), attribution=Attribution(speaker="the union"))
STAFF = claim(HERALD, "25,000", quantity("25000", "24000", "25000", counted="people", approx=Approx.NEARLY), parties=("Tarn Freight",))
EXACT = claim(TIDE, "24,900", quantity("24900", counted="people"), parties=("Tarn Freight",))
READINGS = {one.article.id: one for one in (reading(HERALD, CUT, STAFF), reading(POST, SHED), reading(TIDE, EXACT))}
STORY = Story("s_tarn", "Tarn cuts jobs", tuple(READINGS), NOON, NOON + timedelta(hours=2))
GROUPS = (
    ClaimGroup("g_cut", STORY.id, "How many jobs will go?", Kind.COUNT, None, (CUT.id, SHED.id)),
    ClaimGroup("g_staff", STORY.id, "How many people work there?", Kind.COUNT, None, (STAFF.id, EXACT.id)),
)


def origin(group: str, label: str, *claims: str, **fields: Any) -> Origin:
    return Origin(f"o_{group}_{label}", group, OriginKind.UNKNOWN, label, claims, (label,), (f"{label} names no source",), **fields)


ORIGINS = (
    origin("g_cut", "Harbour Herald", CUT.id),
    origin("g_cut", "Port Post", SHED.id),
    origin("g_staff", "Harbour Herald", STAFF.id),
    origin("g_staff", "Evening Tide", EXACT.id),
)
ASSESSMENTS = check_story(STORY, GROUPS, ORIGINS, READINGS)


def group_record(group: ClaimGroup, assessment: Assessment) -> GroupRecord:
    stated = {one.id: ClaimRecord(one, read.article) for read in READINGS.values() for one in read.claims}
    return GroupRecord(
        group, assessment, tuple(one for one in ORIGINS if one.group == group.id), tuple(stated[one] for one in group.claims), NOON, NOON
    )


RECORD = StoryRecord(
    STORY, (HERALD, POST, TIDE), tuple(group_record(group, found) for group, found in zip(GROUPS, ASSESSMENTS, strict=True))
)
DISPUTE = DiscrepancyRecord(ASSESSMENTS[0].discrepancies[0], STORY.title, GROUPS[0].question)


def revision(moment: Any = NOON) -> RevisionRecord:
    """A later version of the Herald's article, in which a figure changed."""
    later = Revision("r_later", HERALD.id, HERALD.url, HERALD.outlet, "d" * 64, moment, ArchiveLink("a.warc.gz", 12, 340))
    return RevisionRecord(later, HERALD.revision, (FigureChange("460", "480", Kind.COUNT, "Tarn Freight will cut 480 jobs."),))
