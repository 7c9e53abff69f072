"""The recipe's arithmetic, on numbers that can be checked by hand."""

import pytest

from encoder.training.data import Pair
from encoder.training.inflect import plural_english, plural_french, verb_forms
from encoder.training.spelling import other_spelling

np = pytest.importorskip("numpy")
pytest.importorskip("scipy")


def test_dice_of_weighted_pairs():
    from encoder.training.cooccurrence import Incidence, dice, strongest

    french, english = Incidence(), Incidence()
    for in_french, in_english in (([0, 0], [0]), ([0, 1], [0, 1]), ([1], [1])):
        french.add(in_french)
        english.add(in_english)
    table = dice(french.matrix(2), english.matrix(2), [1.0, 1.0, 0.5]).toarray()
    # Word 0: 2 pairs on each side, both together: 2·2/(2+2). Words 0 and 1: one pair together,
    # 2 and 1½ in all: 2·1/(2+1½).
    np.testing.assert_allclose(table, [[1, 2 / 3.5], [2 / 3.5, 1]], rtol=1e-6)
    columns, values = strongest(dice(french.matrix(2), english.matrix(2), [1, 1, 1]), 0, 1)
    assert columns.tolist() == [0]
    assert values.tolist() == [1.0]


def test_linking_prefers_the_partner_to_the_collocate():
    from encoder.training.linking import link

    pairs = [Pair("own", "exchange meeting", "réunion échange")] * 3
    pairs += [Pair("own", "long meeting", "longue réunion")] * 3
    links = link(pairs)
    assert links.french["réunion"] == {"meeting": 6}
    assert links.french["échange"] == {"exchange": 3}
    assert ("longue", "long") in links.everyday


def test_tokens_lose_elisions_and_inversions():
    from encoder.training.linking import tokens

    assert tokens("L’hôte a-t-il visité Saint-Omer ?", "fr") == [
        "l",
        "hôte",
        "a",
        "visité",
        "saint-omer",
    ]


def test_recall_counts_queries_whose_passage_is_near_enough():
    from encoder.training.evaluate import recall

    passages = np.eye(3, dtype=np.float32)
    queries = np.array([[1, 0, 0], [0.9, 0.4, 0.1]], dtype=np.float32)
    assert recall(queries, passages, [0, 1], at=1) == 0.5
    assert recall(queries, passages, [0, 1], at=2) == 1.0


@pytest.mark.parametrize(
    ("piece", "wanted"),
    [
        ("meeting", True),
        ("##tion", True),
        ("[CLS]", True),
        ("[unused7]", False),
        ("€", True),
        ("«", True),
        ("μ", True),
        ("##д", False),
        ("京", False),
        ("ع", False),
    ],
)
def test_pieces_of_other_scripts_go(piece, wanted):
    from encoder.training.tokenizer import is_wanted

    assert is_wanted(piece) is wanted


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("appel à projets", "appels à projets"),
        ("pôle de compétitivité", "pôles de compétitivité"),
        ("bonne pratique", "bonnes pratiques"),
        ("appel d'offres", "appels d'offres"),
        ("lot de travail", "lots de travail"),
        ("réseau", "réseaux"),
        ("prix", "prix"),
    ],
)
def test_french_plurals(singular, plural):
    assert plural_french(singular) == plural


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("call for projects", "calls for projects"),
        ("start-up", "start-ups"),
        ("study", "studies"),
        ("board of directors", "boards of directors"),
        ("mid-cap", "mid-caps"),
        ("business", "businesses"),
    ],
)
def test_english_plurals(singular, plural):
    assert plural_english(singular) == plural


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        ("organiser", "organise", {("organisée", "organised"), ("organise", "organises")}),
        ("accueillir", "host", {("accueillie", "hosted"), ("accueille", "hosts")}),
        ("financer", "fund", {("finançait", "funded"), ("financés", "funded")}),
        ("échanger", "exchange", {("échangeant", "exchanging")}),
        ("tenir", "hold", {("tenue", "held"), ("tient", "holds")}),
        ("employer", "employ", {("emploie", "employs"), ("employés", "employed")}),
        ("accélérer", "accelerate", {("accélère", "accelerates")}),
        ("soumettre", "submit", {("soumis", "submitted"), ("soumises", "submitted")}),
    ],
)
def test_verb_forms(french, english, expected):
    forms = {(form.french, form.english) for form in verb_forms(french, english)}
    assert expected <= forms


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("organised", "organized"),
        ("digitalization", "digitalisation"),
        ("training programme", "training program"),
        ("enterprise", None),
        ("size", None),
        ("prize", None),
        ("raised", None),
        ("exercise", None),
    ],
)
def test_other_spelling(term, other):
    assert other_spelling(term) == other
