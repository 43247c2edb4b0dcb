"""The kinds of events, each a module of words."""

from corroborate.newsroom.scene import Scene
from corroborate.newsroom.scenes import breach, ferry, takeover

SCENES: tuple[Scene, ...] = (breach.SCENE, ferry.SCENE, takeover.SCENE)
