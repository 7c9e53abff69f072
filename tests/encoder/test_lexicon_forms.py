"""The forms of words: units, plurals, agreement, conjugation, spelling."""

import pytest

from encoder.training.lexicon.conjugate import verb_forms
from encoder.training.lexicon.folding import merged, unit
from encoder.training.lexicon.inflect import adjective_forms, plural_english, plural_french
from encoder.training.lexicon.spelling import other_spelling


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("fr", ["premier", "première", "premiers", "premières"]),
        ("fr", ["national", "nationale", "nationaux", "nationales"]),
        ("fr", ["demander", "demandé", "demandées", "demandait", "demande"]),
        ("fr", ["réseau", "réseaux"]),
        ("fr", ["directeur", "directrice", "directrices"]),
        ("en", ["reduce", "reduces", "reduced", "reducing"]),
        ("en", ["plan", "plans", "planned", "planning"]),
        ("en", ["company", "companies"]),
    ],
)
def test_forms_share_a_unit(language, forms):
    assert len({unit(form, language) for form in forms}) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", ["port", "part", "parti"]), ("en", ["news", "new", "process", "species"])],
)
def test_other_words_do_not(language, words):
    assert len({unit(word, language) for word in words}) == len(words)


def test_a_translation_counts_once_for_all_its_forms():
    hosted = {"accueilli": 0.3, "organisé": 0.28, "accueillie": 0.2, "accueillis": 0.1}
    found = merged(hosted, "fr")
    assert list(found) == ["accueilli", "organisé"]
    assert found["accueilli"] == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("appel à projets", "appels à projets"),
        ("pôle de compétitivité", "pôles de compétitivité"),
        ("bonne pratique", "bonnes pratiques"),
        ("appel d'offres", "appels d'offres"),
        ("lot de travail", "lots de travail"),
        ("accord-cadre", "accords-cadres"),
        ("sous-traitant", "sous-traitants"),
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
        ("chairwoman", "chairwomen"),
        ("rules of procedure", "rules of procedure"),
        ("software", "software"),
    ],
)
def test_english_plurals(singular, plural):
    assert plural_english(singular) == plural


@pytest.mark.parametrize(
    ("masculine", "others"),
    [
        ("européen", {"européenne", "européens", "européennes"}),
        ("numérique", {"numériques"}),
        ("régional", {"régionale", "régionaux", "régionales"}),
        ("portugais", {"portugaise", "portugaises"}),
        ("innovant", {"innovante", "innovants", "innovantes"}),
        ("public", {"publique", "publics", "publiques"}),
        ("collaboratif", {"collaborative", "collaboratifs", "collaboratives"}),
    ],
)
def test_adjectives_agree(masculine, others):
    assert set(adjective_forms(masculine)) == {masculine} | others


@pytest.mark.parametrize(
    ("french", "english", "expected"),
    [
        ("organiser", "organise", {("organisée", "organised"), ("organise", "organises")}),
        ("accueillir", "host", {("accueillie", "hosted"), ("accueille", "hosts")}),
        ("financer", "fund", {("finançait", "funded"), ("financés", "funded")}),
        ("échanger", "exchange", {("échangeant", "exchanging")}),
        ("tenir", "hold", {("tenue", "held"), ("tient", "holds"), ("tiendra", "hold")}),
        ("employer", "employ", {("emploie", "employs"), ("employés", "employed")}),
        ("accélérer", "accelerate", {("accélère", "accelerates")}),
        ("mener", "conduct", {("mène", "conducts"), ("mènera", "conduct")}),
        ("soumettre", "submit", {("soumis", "submitted"), ("soumises", "submitted")}),
        ("choisir", "choose", {("choisi", "chosen"), ("choisissait", "chose")}),
        ("recevoir", "receive", {("reçue", "received"), ("reçoivent", "receive")}),
        ("mettre en place", "set up", {("mise en place", "set up"), ("met en place", "sets up")}),
        ("intervenir", "speak", {("intervient", "speaks"), ("intervenu", "spoken")}),
        ("acheter", "buy", {("achète", "buys"), ("achètera", "buy"), ("acheté", "bought")}),
        ("renouveler", "renew", {("renouvelle", "renews"), ("renouvellera", "renew")}),
        ("débattre", "debate", {("débattu", "debated"), ("débat", "debates")}),
        ("conclure", "conclude", {("conclut", "concludes"), ("conclue", "concluded")}),
        ("rompre", "break", {("rompt", "breaks"), ("rompu", "broken")}),
        ("interdire", "ban", {("interdit", "banned"), ("interdisent", "ban")}),
        ("concourir", "compete", {("concourt", "competes"), ("concouru", "competed")}),
        ("souffrir", "suffer", {("souffre", "suffers"), ("souffert", "suffered")}),
        ("servir", "serve", {("sert", "serves"), ("servi", "served")}),
        ("acquérir", "acquire", {("acquiert", "acquires"), ("acquis", "acquired")}),
        ("superviser", "oversee", {("supervisé", "overseen"), ("supervisant", "overseeing")}),
        ("subir", "undergo", {("subit", "undergoes"), ("subi", "undergone")}),
        ("expédier", "ship", {("expédiée", "shipped")}),
        ("enseigner", "teach", {("enseignée", "taught"), ("enseigne", "teaches")}),
        ("coûter", "cost", {("coûtée", "cost"), ("coûtait", "cost")}),
        ("compenser", "offset", {("compensé", "offset"), ("compensant", "offsetting")}),
        ("regretter", "regret", {("regretté", "regretted"), ("regrette", "regrets")}),
        ("radier", "strike off", {("radié", "struck off")}),
        ("breveter", "patent", {("brevette", "patents"), ("breveté", "patented")}),
    ],
)
def test_verb_forms(french, english, expected):
    forms = {(form.french, form.english) for form in verb_forms(french, english)}
    assert expected <= forms


def test_a_verb_said_besides_has_the_forms_that_are_asked():
    asked = {form.french for form in verb_forms("décaler", "postpone", written=False)}
    assert {"décaler", "décale", "décalent", "décalera", "décalé", "décalées"} <= asked
    assert asked.isdisjoint({"décalait", "décala", "décalant", "décalèrent"})


def test_a_verb_without_a_rule_is_named():
    with pytest.raises(ValueError, match=r"no rule for the verb 'avoir'"):
        list(verb_forms("avoir", "have"))


@pytest.mark.parametrize(
    ("term", "other"),
    [
        ("organised", "organized"),
        ("digitalization", "digitalisation"),
        ("training programme", "training program"),
        ("labelling", "labeling"),
        ("enterprise", None),
        ("size", None),
        ("prize", None),
        ("raised", None),
        ("cruise", None),
        ("excise", None),
        ("exercise", None),
    ],
)
def test_other_spelling(term, other):
    assert other_spelling(term) == other
