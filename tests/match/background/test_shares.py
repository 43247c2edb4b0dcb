from corroborate.match.background import LEAST, share
from corroborate.match.words import stem


def test_a_word_of_every_article_is_in_nearly_every_article():
    assert share("the") > 0.99


def test_rarer_words_are_in_fewer_articles():
    assert share("people") > share("killed") > share("earthquake") > share("derailment")


def test_a_stem_is_as_frequent_as_all_its_words_together():
    assert share(stem("killed")) >= max(share("killed"), share("kills"))


def test_a_word_that_nobody_knows_is_rare_but_not_impossible():
    assert share("zorvenhal") == LEAST
