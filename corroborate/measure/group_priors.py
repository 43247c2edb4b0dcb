"""What an editor would weigh, before any pair was counted: where few pairs tell, learned weights are drawn towards these."""

from collections.abc import Mapping

Weighing = Mapping[str, float]

_QUANTITIES: Weighing = {
    "same_thing": 2.5,
    "same_fate": 2.9,
    "modifiers_agree": 0.6,
    "phrases_alike": 1.1,
    "clauses_share_words": 0.8,
    "same_frame": 2.5,
    "clauses_alike": 2.2,
    "same_value": 4.4,
    "values_leave_room": 1.0,
    "only_ones": 0.9,
    "roles_agree": 0.5,
    "scopes_agree": 1.6,
    "periods_agree": 1.0,
    "same_parties": 0.2,
    "both_lead": 1.0,
    "placed_alike": 1.5,
}
_DATES: Weighing = {
    "same_days": 3.6,
    "same_event": 2.1,
    "both_stretches": 2.0,
    "clauses_share_words": 1.8,
    "clauses_alike": 1.8,
    "same_parties": 0.4,
}
_RANKS: Weighing = {"same_thing": 2.0, "same_head": 1.5, "clauses_share_words": 1.0, "clauses_alike": 1.0, "both_lead": 0.5}
_PARTIES: Weighing = {"same_thing": 3.0, "names_shared": 1.5, "clauses_share_words": 1.0, "clauses_alike": 0.5}

SEEING: Mapping[str, Weighing] = {
    "count": {"bias": -3.1, **_QUANTITIES, "both_of_all": 1.0},
    "money": {"bias": -3.0, **_QUANTITIES},
    "percent": {"bias": -0.8, **_QUANTITIES, "narrowed_alike": 2.0},
    "measure": {"bias": -1.6, **_QUANTITIES},
    "duration": {"bias": -1.2, **_QUANTITIES, "both_lead": 0.2},
    "date": {"bias": -2.2, **_DATES},
    "rank": {"bias": -1.0, **_RANKS},
    "party": {"bias": -1.5, **_PARTIES},
}
_BLIND_BIAS: Weighing = {
    "count": -2.1,
    "money": -1.0,
    "percent": -1.9,
    "measure": -1.0,
    "duration": -1.5,
    "date": -2.2,
    "rank": -1.0,
    "party": -1.5,
}
_UNSEEN = ("same_value", "values_leave_room", "same_days")
BLIND: Mapping[str, Weighing] = {
    kind: {"bias": _BLIND_BIAS[kind], **{name: weight for name, weight in weighing.items() if name not in ("bias", *_UNSEEN)}}
    for kind, weighing in SEEING.items()
}
PRIORS: Mapping[str, Mapping[str, Weighing]] = {"seeing": SEEING, "blind": BLIND}
