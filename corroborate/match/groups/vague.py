"""Figures without a number, "hundreds of thousands": which others they may stand for."""

from corroborate.match.groups.mentions import Mention
from corroborate.match.groups.numbers import meet
from corroborate.match.groups.slots import PERSON
from corroborate.match.groups.thesaurus import SOME_PEOPLE
from corroborate.model.figures import Approx, Quantity


def is_vague(one: Mention) -> bool:
    """It is told without a number: "dozens of"."""
    return isinstance(one.claim.figure, Quantity) and one.claim.figure.approx is Approx.VAGUE


def share_subject(left: Mention, right: Mention) -> bool:
    """Both name one thing, or tell that the same befell it."""
    return (left.thing is not None and left.thing == right.thing) or bool(left.fates & right.fates)


def loose_beside_another(left: Mention, right: Mention) -> str | None:
    """ "Thousands of jobs" are those of its own article: where that goes on with "3,981", not the 2,113 of another."""
    for loose, other in ((left, right), (right, left)):
        numbers = other.numbers
        is_told = bool(loose.precise) and numbers is not None and other.article.id != loose.article.id
        if is_told and numbers is not None and not any(meet(own, numbers) for own in loose.precise):
            return "its own article is more precise"
    return None


def vague_of_another(left: Mention, right: Mention) -> str | None:
    """ "Millions of users" leaves room for any large figure: only the same thing counted joins it to one."""
    vague = is_vague(left) or is_vague(right)
    return "a vague figure of another thing" if vague and not (share_subject(left, right) or _are_one_crowd(left, right)) else None


def _are_one_crowd(left: Mention, right: Mention) -> bool:
    """ "Hundreds of thousands of people" are as many demonstrators where both clauses tell of the march."""
    things = {left.thing, right.thing}
    are_people = PERSON in things and things <= {PERSON, *SOME_PEOPLE}
    return are_people and not left.words.keys().isdisjoint(right.words)
