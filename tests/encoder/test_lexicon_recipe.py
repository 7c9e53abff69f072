"""How the lexicon is made, on words and numbers that can be checked by hand."""

import pytest

from encoder.training.data import Pair
from encoder.training.lexicon.conjugate import verb_forms
from encoder.training.lexicon.domain import DOMAIN_TERMS, read_also, read_domain
from encoder.training.lexicon.folding import merged, unit
from encoder.training.lexicon.inflect import adjective_forms, plural_english, plural_french
from encoder.training.lexicon.spelling import other_spelling

np = pytest.importorskip("numpy")


# Links and their weights


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


# Forms


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


# Spelling and the hand-written list


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


def test_the_first_row_counts_most_and_a_third_choice_stays_one(tmp_path):
    path = tmp_path / "terms.tsv"
    rows = ["aide\taid", "aide\tsupport", "aide\tgrant", "subvention\tgrant"]
    path.write_text("kind\tfrench\tenglish\n" + "".join(f"word\t{row}\n" for row in rows))
    found = read_domain(path)
    assert found["fr"]["aide"] == {"aid": 1, "support": 1 / 2, "grant": 1 / 3}
    assert found["en"]["grant"] == {"aide": 1 / 3, "subvention": 1 / 2}


def test_what_is_said_besides_is_kept_apart_from_what_leads(tmp_path):
    path = tmp_path / "terms.tsv"
    path.write_text("kind\tfrench\tenglish\nword\tprix\tprice\nalso noun\tprix\tcost\n")
    assert read_domain(path) == {"fr": {"prix": {"price": 1}}, "en": {"price": {"prix": 1}}}
    assert read_also(path)["fr"] == {"prix": {"cost": 1, "costs": 1}}
    assert read_also(path)["en"] == {"cost": {"prix": 1}, "costs": {"prix": 1}}


def test_what_is_said_besides_counts_no_more_than_all_else():
    from encoder.training.lexicon.mixing import combine

    parts = [{"haut": {"high": 30.0}, "prêt": {"loan": 60.0, "ready": 12.0}}]
    also = {"haut": dict.fromkeys(["top", "upper", "tall"], 1.0), "prêt": {"willing": 1.0}}
    also["rançon"] = {"ransom": 1.0}
    found = combine(parts, also, "en")
    # Three at 12 would be 36: they share the 30 of what leads. One is 12 beside 72, or alone.
    assert found["haut"] == pytest.approx(
        {"high": 1 / 2, "top": 1 / 6, "tall": 1 / 6, "upper": 1 / 6}
    )
    assert found["prêt"] == pytest.approx({"loan": 60 / 84, "ready": 12 / 84, "willing": 12 / 84})
    assert found["rançon"] == {"ransom": 1.0}


@pytest.mark.parametrize(("kind", "read"), [("nom", read_domain), ("also nom", read_also)])
def test_an_unknown_kind_is_named(tmp_path, kind, read):
    path = tmp_path / "terms.tsv"
    path.write_text(f"kind\tfrench\tenglish\n{kind}\tappel\tcall\n")
    with pytest.raises(ValueError, match=r"'appel' has the kind 'nom'"):
        read(path)


def test_the_list_has_no_row_twice_and_no_stray_space():
    rows = DOMAIN_TERMS.read_text(encoding="utf-8").splitlines()
    assert rows[0] == "kind\tfrench\tenglish"
    assert len(set(rows)) == len(rows)
    for row in rows:
        fields = row.split("\t")
        assert len(fields) == 3, row
        assert all(field and field == " ".join(field.split()) for field in fields), row
