"""What was done with jobs, homes, votes and crowds, in whatever words."""

import pytest

from corroborate.match.groups.mentions import Mention, mention
from tests.factory import article, claim, quantity


def read(sentence: str, counted: str | None) -> Mention:
    of = article("Dune Daily", sentence)
    return mention(claim(of, "1,300", quantity("1300", counted=counted)), of)


@pytest.mark.parametrize(
    ("sentence", "counted", "deed"),
    [
        ("Tarn Freight is cutting 1,300 jobs in Carrick.", "jobs", "dismissed"),
        ("Some 1,300 positions will disappear by next year.", "positions", "dismissed"),
        ("The 1,300 posts are for the chop.", "posts", "dismissed"),
        ("It said that 1,300 of its 36,000 employees would lose their jobs.", "employees", "dismissed"),
        ("It said that 900 of its 1,300 employees would lose their jobs.", "employees", "employed"),
        ("About 1,300 people work at the yard in Carrick.", "people", "employed"),
        ("The blaze destroyed 1,300 homes in Carrick.", "homes", "destroyed"),
        ("The blaze reduced 1,300 houses to ash.", "houses", "destroyed"),
        ("The mayor said 1,300 homes had been lost, and more were damaged.", "homes", "destroyed"),
        ("Hail damaged 1,300 homes in Carrick.", "homes", "damaged"),
        ("Shareholders backed the sale with 1,300 votes to 900.", "votes", "in favour"),
        ("Shareholders rejected the sale with 1,300 votes to 900.", "votes", "opposed"),
        ("Shareholders have turned down the sale by 1,300 votes to 900.", "votes", "opposed"),
        ("Shareholders voted 1,300 to 900 against the sale.", "votes", "opposed"),
        ("The sale fell by 2,000 to 1,300 in a vote of its shareholders.", None, "in favour"),
        ("The motion failed 1,300-2,000 in a vote of its members.", "votes", "in favour"),
        ("The council passed it with 2,000 in favour and 1,300 opposed.", None, "opposed"),
        ("Delegates voted on it: 2,000 for, 1,300 against it.", None, "opposed"),
        ("The No side had 1,300 votes in the referendum.", "votes", "opposed"),
        ("The airport was rejected in a vote, with 1,300 voting against.", None, "opposed"),
        ("The strike left 1,300 passengers stranded.", "passengers", "trapped"),
        ("Tarn Air has ordered 1,300 jets.", "jets", "ordered"),
        ("Tarn Air now has 1,300 aircraft.", "aircraft", "operated"),
        ("Results from 1,300 of the precincts counted were out.", "precincts", "tallied"),
        ("The bill lifts the limit from 1,300 to 1,500.", None, None),
        ("The book fair drew 1,300 visitors over three days.", "visitors", "marching"),
        ("A record 1,300 people flocked to the regatta.", "people", "marching"),
        ("Police said 1,300 people demonstrated in Carrick.", "people", "marching"),
        ("Organisers of the march said that 1,300 people came.", "people", "marching"),
        ("Police put the crowd in front of parliament at 1,300.", None, "marching"),
        ("The union held a rally, which its leader said drew 1,300 people.", "people", "marching"),
        ("The ferry carried 1,300 passengers and some lorries.", "passengers", "aboard"),
        ("There were 1,300 on the ferry.", None, "aboard"),
        ("The army fired 1,300 rockets overnight, the ministry said.", "rockets", "launched"),
        ("The air force shot down 1,300 drones.", "drones", "downed"),
        ("The county puts the number of destroyed homes at 1,300.", "destroyed homes", "destroyed"),
        ("The firm shipped 1,300 crates to Carrick.", "crates", None),
        ("Tarn Air cancelled 1,300 flights on Friday.", "flights", "cancelled"),
        ("Of 2,000 flights, 1,300 were scrapped.", "flights", "cancelled"),
        ("Tarn Air operates 1,300 flights a day.", "flights", "operated"),
        ("Some 1,300 schools locked out their pupils.", "schools", None),
        ("Snow shut 1,300 schools in the county.", "schools", "closed"),
        ("Only 71 of the county's 1,300 schools were shut.", "schools", None),
        ("Only 1,300 of the county's 2,000 schools were shut.", "schools", "closed"),
        ("Tarn Motors delivered 1,300 cars.", "cars", "sold"),
        ("Deliveries fell to 1,300 cars.", "cars", "sold"),
        ("Tarn Rail wants to hire about 1,300 drivers and mechanics.", "workers", "hired"),
        ("Some 1,300 apprentices will join the company in autumn.", "apprentices", "hired"),
        ("Tarn Rail is looking for an estimated 1,300 engineers.", "engineers", "hired"),
        ("Rescuers are looking for 1,300 people.", "people", None),
        ("Officials have counted 1,300 ballots.", "ballots", "tallied"),
        ("The count stands at 1,300 votes.", "votes", "tallied"),
        ("So far 1,300 ballot papers were checked.", "ballot papers", "tallied"),
        ("The scheme defrauded about 1,300 savers.", "savers", "cheated"),
        ("Some 1,300 investors lost money.", "investors", "cheated"),
        ("The works in Carrick, and 1,300 shops, will be shut or sold.", "shops", "closed"),
        ("Supporters of the tunnel took 1,300 votes in Carrick.", "votes", "in favour"),
        ("Opponents of the tunnel won 1,300 votes in Carrick.", "votes", "opposed"),
        ("The tunnel has the backing of 1,300 voters, a count of the ballots shows.", "voters", "in favour"),
        ("In the referendum 1,300 voted for the tunnel on a turnout of 60 percent.", None, "in favour"),
        ("With all ballots counted, 1,300 were in favour and turnout stood at 60 percent.", None, "in favour"),
    ],
)
def test_the_words_beside_a_number_tell_what_was_done(sentence: str, counted: str | None, deed: str | None) -> None:
    assert read(sentence, counted).fates == (frozenset({deed}) if deed else frozenset())
