"""One claim: its sentence, what was read in it, and where to find it again."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from corroborate.model.records import ClaimRecord
from corroborate.model.wordings import wording
from corroborate.publish.openness import day_told, leaves_open
from corroborate.publish.views import claim_row
from corroborate.publish.web.marks import VERDICTS
from corroborate.publish.web.passages import quoted
from corroborate.publish.web.sites import site_of
from corroborate.publish.web.templating import moment, page

router = APIRouter(include_in_schema=False)


@router.get("/claim/{identity}")
def claim(request: Request, identity: str) -> HTMLResponse:
    """A claim by itself."""
    record = site_of(request).store.claims.get(identity)
    values = {
        "record": record,
        "told": wording(record.claim),
        "quote": quoted(record.claim),
        "verdict": VERDICTS.get(record.verdict) if record.verdict else None,
        "facts": facts(record),
    }
    return page(request, "claim.html", values)


def facts(record: ClaimRecord) -> list[tuple[str, str]]:
    """What was read of a claim, each with its name; nothing that the text does not say."""
    stated, row = record.claim, claim_row(record)
    says, days = stated.attribution, stated.period.range if stated.period else None
    span = [f"{word} {day_told(day)}" for word, day in (("from", days.low), ("until", days.high)) if day] if days else []
    told = [
        ("Kind", stated.kind.value),
        ("Leaves open", leaves_open(stated.figure)),
        *((name, row[column]) for name, column in (("Unit", "unit"), ("Counted", "counted"), ("Per", "per"), ("Change", "change"))),
        ("Parties", ", ".join(stated.parties)),
        ("Done by", stated.deed.actor),
        ("Done to", stated.deed.target),
        ("Of the days", " ".join(span)),
        ("Scope", ", ".join(stated.scope)),
        ("Said by", ", ".join(part for part in (says.speaker, says.document) if part) or "the outlet itself"),
        ("Cites", ", ".join(says.cites)),
        ("Said how", ", ".join(word for word, holds in (("hedged", says.hedged), ("denied", says.denied)) if holds)),
        ("As of", moment(record.article.as_of)),
        ("Rule", stated.rule),
    ]
    return [(name, str(fact)) for name, fact in told if fact]
