"""The kinds of events, each a module of words."""

from corroborate.newsroom.scene import Scene
from corroborate.newsroom.scenes import (
    ballot,
    breach,
    ferry,
    festival,
    funding,
    layoffs,
    outbreak,
    penalty,
    prices,
    quake,
    recall,
    storm,
    strike,
    takeover,
    trial,
)

MODULES = (
    ballot,
    breach,
    ferry,
    festival,
    funding,
    layoffs,
    outbreak,
    penalty,
    prices,
    quake,
    recall,
    storm,
    strike,
    takeover,
    trial,
)
SCENES: tuple[Scene, ...] = tuple(module.SCENE for module in MODULES)
