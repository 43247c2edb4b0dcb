"""Claim groups -> findings: compare, type the differences, read off the verdicts. Pure.

statements   what each outlet states in answer to a question, and the positions into which the statements fall
figures      one comparison for every kind: quantities, dates, ranks, parties
kinds        the checks of two positions in their fixed order: scopes, corrections, changes, slips, attributions
neighbours   groups that differ in one slot or add up: parts        arithmetic   durations, balances, sums, shares
plausibility whether two figures answer one question at all         verdicts     agreement, verdict, consensus range
"""

from corroborate.check.figures import compare_figures
from corroborate.check.quantities import compare
from corroborate.check.stories import check_stories, check_story

__all__ = ["check_stories", "check_story", "compare", "compare_figures"]
