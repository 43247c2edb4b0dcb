"""Claim groups -> findings: compare, type the differences, read off the verdicts. Pure."""

from corroborate.check.figures import compare_figures
from corroborate.check.quantities import compare
from corroborate.check.stories import check_story

__all__ = ["check_story", "compare", "compare_figures"]
