"""A hyphen at the end of a line: it stays where the word has one of its own, else it goes."""

import pytest

from ingest.hyphens import keeps_hyphen


@pytest.mark.parametrize(
    "word",
    "rendez-vous celui-ci ceux-là jour-là follow-up spin-off start-ups avant-projet après-midi"
    " sous-traitants semi-annuel peut-il doit-elle au-delà ci-joint est-ce peut-être dix-sept"
    " well-known e-learning ex-ministre mi-parcours inscrivez-vous co-funded rhône-Alpes".split(),
)
def test_a_compound_keeps_its_hyphen(word: str) -> None:
    head, tail = word.split("-")
    assert keeps_hyphen(head, tail, ())


@pytest.mark.parametrize(
    "word",
    "pro-jets entre-prises Entre-prises parti-elle mer-ci ce-la ce-ci voi-là sous-crire acti-on"
    " mat-in profes-sionnel é-tude au-tomne ex-pertise forma-tion achè-tent mi-lieu".split(),
)
def test_a_word_that_was_cut_is_put_together(word: str) -> None:
    head, tail = word.split("-")
    assert not keeps_hyphen(head, tail, ())


def test_the_text_says_first_how_it_writes_a_word() -> None:
    assert not keeps_hyphen("start", "ups", {"startup"})
    assert keeps_hyphen("entre", "prise", {"entre-prises"})
    assert keeps_hyphen("franco", "zorbe", {"franco-zorbe"})
    assert not keeps_hyphen("franco", "zorbe", {"francozorbe", "franco-zorbe"})
