"""The kinds of events, each a module of words."""

from corroborate.newsroom.scene import Scene
from corroborate.newsroom.scenes import (
    ballot,
    breach,
    ferry,
    festival,
    funding,
    layoffs,
    penalty,
    quake,
    recall,
    storm,
    takeover,
    trial,
)

SCENES: tuple[Scene, ...] = tuple(
    module.SCENE for module in (ballot, breach, ferry, festival, funding, layoffs, penalty, quake, recall, storm, takeover, trial)
)
