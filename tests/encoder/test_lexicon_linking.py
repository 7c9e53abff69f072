"""How words of aligned texts are linked and weighed, on numbers that can be checked by hand."""

import numpy as np
import pytest

from encoder.training.data import Pair


def links_of(pairs):
    from encoder.training.lexicon.linking import link

    links = link(pairs)
    found = zip(links.source, links.target, links.everyday, links.law, strict=True)
    return {
        (links.french.words[f], links.english.words[e]): (float(everyday), float(law))
        for f, e, everyday, law in found
    }


def test_linking_prefers_the_partner_to_the_collocate():
    pairs = [Pair("own", "exchange meeting", "réunion échange")] * 3
    pairs += [Pair("own", "long meeting", "longue réunion")] * 3
    assert set(links_of(pairs)) == {
        ("réunion", "meeting"),
        ("échange", "exchange"),
        ("longue", "long"),
    }


def test_a_word_whose_translation_is_missing_goes_unlinked():
    pairs = [Pair("own", "long meeting", "longue réunion")] * 5
    pairs += [Pair("own", "long day", "longue journée")] * 5
    assert links_of([*pairs, Pair("own", "long", "réunion")]).keys() == links_of(pairs).keys()


def test_law_is_counted_apart_and_forms_share_what_is_known():
    pairs = [Pair("laws_x", "small ports", "petits ports")] * 4
    pairs += [Pair("own", "small house", "petite maison")] * 4
    found = links_of(pairs)
    assert set(found) == {
        ("petits", "small"),
        ("petite", "small"),
        ("ports", "ports"),
        ("maison", "house"),
    }
    everyday, law = found["petits", "small"]
    assert everyday == 0 < law
    # Law pairs weigh less, but what they say of "petit" is what the others say.
    assert law == pytest.approx(found["petite", "small"][0], rel=0.1)


def test_words_of_the_other_language_are_passed_over():
    pairs = [Pair("own", f"council {n}", f"conseil {n}") for n in "abcdefghijkl"]
    found = links_of([*pairs, Pair("own", "council conseil", "conseil council")])
    assert set(found) == {("conseil", "council")}


def test_what_laws_alone_say_counts_less_the_more_other_texts_lack_it():
    from encoder.training.lexicon.linking import Links, Side
    from encoder.training.lexicon.weighing import weigh

    # "order" stands in 90 everyday texts, always "commande", and in 1,000 of law, always "décret".
    english = Side(["order"], np.array([0]), np.array([90]), np.array([1000]))
    french = Side(["commande", "décret"], np.array([0, 1]), np.array([90, 0]), np.array([0, 1000]))
    both = np.array([0, 1])
    links = Links(french, english, both, np.array([0, 0]), np.array([90, 0]), np.array([0, 1000]))
    found = weigh(links, {"fr": (), "en": ()})["en"].translations["order"]
    # Law's texts count 0.3 each, 300 sightings; those of "décret" 30 / (30 + 90) of that, 75. Each
    # count loses 0.7, which is left to what was not seen: 90 + 300 + 0.7 in all.
    assert found["commande"] == pytest.approx(89.3 / 390.7)
    assert found["décret"] == pytest.approx(74.3 / 390.7)
    # A word of the domain takes no meaning from law that others don't have.
    only = weigh(links, {"fr": (), "en": ("order",)})["en"].translations["order"]
    assert set(only) == {"commande"}


def test_a_bystander_of_many_words_translates_none():
    from encoder.training.lexicon.linking import Links, Side
    from encoder.training.lexicon.weighing import weigh

    # "file" is in 10 texts, "waiting" in 2 of them and in 500 others.
    french = Side(["file"], np.array([0]), np.array([10]), np.array([0]))
    english = Side(["waiting"], np.array([0]), np.array([502]), np.array([0]))
    two = np.array([2.0])
    links = Links(french, english, np.array([0]), np.array([0]), two, np.array([0.0]))
    assert weigh(links, {"fr": (), "en": ()})["fr"].translations == {}


def test_tokens_lose_elisions_and_inversions():
    from encoder.training.lexicon.linking import tokens

    assert tokens("L’hôte a-t-il visité Saint-Omer ?", "fr") == [
        "l",
        "hôte",
        "a",
        "visité",
        "saint-omer",
    ]
