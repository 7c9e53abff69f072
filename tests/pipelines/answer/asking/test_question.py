"""What a question is taken to ask for."""

import time

import pytest

from encoder.lexicon import default_lexicon
from pipelines.answer.asking.question import understand
from pipelines.retrieval.query import analyse


def asked(text):
    return [ask.kind for ask in understand(analyse(text, default_lexicon())).asks]


def worded(text):
    return [ask.wording for ask in understand(analyse(text, default_lexicon())).asks]


@pytest.mark.parametrize(
    ("text", "wordings"),
    [
        ("When and where was it held?", ["when was it held", "where was it held"]),
        ("Où et quand la visite a-t-elle eu lieu ?",
         ["ou la visite a-t-elle eu lieu", "quand la visite a-t-elle eu lieu"]),
        ("In which town and on what date was the forum held?",
         ["in which town was the forum held", "on what date was the forum held"]),
        ("Who hosted the forum, and when?", ["who hosted the forum", "when hosted the forum"]),
        ("Who hosted the forum of Ghent and Bruges?", [""]),
        ("How many bids came in 2021, and how many were kept?",
         ["how many bids came in 2021", "how many were kept bids came in 2021"]),
        ("Combien de dossiers et combien de lauréats ?",
         ["combien de dossiers", "combien de laureats"]),
        ("Who hosted the forum and who paid for it?",
         ["who hosted the forum", "who paid for it"]),
        ("Qui sont les membres qui exportent et qui recrutent ?", [""]),
    ],
)  # fmt: skip
def test_two_things_asked_have_words_of_their_own(text, wordings):
    assert worded(text) == wordings


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Who hosted the forum?", ["who"]),
        ("Qui a accueilli le forum, et quand ?", ["who", "date"]),
        ("Où a eu lieu la visite ?", ["place"]),
        ("Qui l'a organisée et où ?", ["who", "place"]),
        ("When and where was it held?", ["date", "place"]),
        ("How much does it cost?", ["amount"]),
        ("Quel est le budget du projet ?", ["amount"]),
        ("Combien de clusters participent ?", ["number"]),
        ("Combien de jours dure la mission ?", ["duration"]),
        ("How long did the project last?", ["duration"]),
        ("Quelle part des PME exporte ?", ["percent"]),
        ("What percentage of SMEs export?", ["percent"]),
        ("What is ClusterXchange?", ["definition"]),
        ("Qu'est-ce que le label or ?", ["definition"]),
        ("What is the e-mail address of the contact?", ["email"]),
        ("bonnes pratiques numérisation", ["topic"]),
        ("How do clusters help SMEs go abroad?", ["topic"]),
        ("tarif de la journée pour un membre", ["amount"]),
        ("attendance of the closing day", ["number"]),
        ("nombre maximal de candidats par atelier", ["number"]),
        ("maximum number of trainees", ["number"]),
        ("aide maximale pour un stage", ["amount"]),
        ("maximum grant for a trade fair", ["amount"]),
        ("aide maternelle en crèche d'entreprise", ["topic"]),
        ("Combien de projets ont été financés par la région ?", ["number"]),
        ("Combien de membres faut-il pour former un consortium ?", ["number"]),
        ("Combien a reçu le consortium ?", ["amount"]),
        ("Combien d'argent le projet a-t-il reçu ?", ["amount"]),
        ("How much time do we have to apply?", ["duration"]),
        ("What is a cluster?", ["definition"]),
        ("What is the region's budget?", ["amount"]),
        ("What was the budget of the forum?", ["amount"]),
        ("What were the dates of the forum?", ["date"]),
        ("What was decided?", ["topic"]),
        ("How soon must we apply?", ["duration"]),
        ("How large was the delegation?", ["number"]),
        ("What is the budget and the co-funding rate?", ["amount", "percent"]),
        ("What share of the budget is paid?", ["percent"]),
        ("What is the hourly rate of a consultant?", ["amount"]),
        ("Quels projets ont été lancés l'année dernière ?", ["topic"]),
        ("délai moyen de paiement des chèques", ["duration"]),
        ("dernier jour pour candidater", ["date"]),
        ("Pourquoi l'échange a-t-il été reporté ?", ["topic"]),
        ("les clusters qui exportent", ["topic"]),
        ("webinaire sur la traçabilité : qui intervient ?", ["who"]),
        ("conseils pour organiser une visite", ["topic"]),
        ("organiser of the visit", ["who"]),
        ("organisers of the visits", ["who"]),
        ("c quoi un cluster", ["definition"]),
        ("c'était où la visite", ["place"]),
        ("le forum a eu lieu où ?", ["place"]),
        ("la salle est où ?", ["place"]),
        ("un train vers l'est ou l'ouest", ["topic"]),
        ("la salle est ou sera louée", ["topic"]),
        ("À combien s'élève la bourse ?", ["amount"]),
        ("À combien s'élève le nombre d'aides ?", ["number"]),
        ("À combien s'élève l'effectif ?", ["number"]),
    ],
)
def test_kinds(text, kinds):
    assert asked(text) == kinds


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Who hosted it?", "host"),
        ("Qui a reçu la délégation ?", "host"),
        ("Qui a reçu le prix de l'innovation ?", None),
        ("Qui a organisé la réunion ?", "organiser"),
        ("Who gave the webinar?", "speaker"),
        ("Qui coordonne le projet ?", "coordinator"),
        ("Who is Alberto Pezzi?", None),
    ],
)
def test_roles(text, role):
    asks = understand(analyse(text, default_lexicon())).asks
    assert asks[0].role == role


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Which clusters hosted an exchange?", True),
        ("Quels appels ferment en mars ?", True),
        ("Liste des webinaires", True),
        ("Which cluster hosted the exchange?", False),
        ("Qui a organisé la réunion ?", False),
        ("Which services are offered to members?", True),
        ("What were the weak points of the visit?", True),
        ("What did the steering committee decide?", True),
        ("Que recommande la note aux pouvoirs publics ?", True),
        ("Qu'ont vu les visiteurs à Porto ?", True),
        ("What was decided in Porto?", True),
        ("Qu'est-ce qui a été décidé à Lyon ?", True),
        ("What did the tram seen in Porto cost?", False),
        ("What was the deadline of the call for proposals?", False),
        ("What was the agreed fee?", False),
        ("What was the demand for wood pellets in 2020?", False),
        ("What does the call for projects fund?", False),
        ("Qu'est-ce qu'une demande de paiement ?", False),
        ("Qu'a coûté le stand retenu ?", False),
        ("Que coûte la visite proposée ?", False),
        ("partenaires du projet", True),
        ("common mistakes in cluster audits", True),
        ("enjeux de la filière bois", True),
        ("success factors of the wood network", True),
        ("selection criteria for exchange vouchers", True),
        ("peat substitutes tested by the group", True),
        ("Award winners 2021", True),
        ("minimum requirements for vouchers", True),
        ("What are the minimum requirements for a voucher?", True),
        ("nb participants au webinaire", False),
        ("montant cotisations 2024", False),
        ("Je veux la date du lancement", False),
        ("échange Valenciennes 2022", False),
        ("call closes on which day", False),
        ("What happens after the call?", False),
        ("Which business won the prize?", False),
        ("prix du stand au salon", False),
        ("Les repas étaient-ils offerts ?", False),
        ("frais d'inscription au salon", False),
        ("What did it cost (List of Partners)?", False),
    ],
)
def test_lists(text, plural):
    assert understand(analyse(text, default_lexicon())).plural is plural


def test_an_event_word_weighs_little_and_a_name_much():
    question = understand(analyse("When was the CLAMTEX meeting on textiles?", default_lexicon()))
    weights = dict(zip((t.text for t in question.query.terms), question.weights, strict=True))
    assert weights["meeting"] < weights["textiles"] < weights["CLAMTEX"]


@pytest.mark.parametrize(
    "text",
    [
        "what is " + "a" * 1900 + " b c d e",
        "which " + "very " * 380 + "clusters",
        "qui " + "a" * 1900,
        "quels " * 330,
        "combien d'" * 200,
        "what does " + "x " * 900 + "mean",
    ],
)
def test_no_wording_makes_it_slow(text):
    lexicon = default_lexicon()
    started = time.process_time()
    understand(analyse(text, lexicon))
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Combien de candidatures ont été reçues et combien ont été financées ?",
         ["number", "number"]),
        ("Which services does Pôle Orfila offer?", ["topic"]),
        ("Qu'est-ce qui change entre les deux appels ?", ["topic"]),
        ("Qu'est-ce qu'un appel en cascade ?", ["definition"]),
        ("Qu'est-ce que le jumelage ?", ["definition"]),
        ("Quels ateliers ont eu lieu ?", ["topic"]),
        ("Quel est le lieu de la visite ?", ["place"]),
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_kind(text, kinds):
    assert asked(text) == kinds


@pytest.mark.parametrize(
    ("text", "shaping"),
    [
        ("Que retenir de la visite de Porto ?", "retenir"),
        ("Que faut-il retenir sur les amarres ?", "retenir"),
        ("Que retient-on de la visite de Porto ?", "retient"),
        ("What should we remember about the visit to Porto?", "remember"),
        ("What can we take away from the visit to Porto?", "away"),
    ],
)
def test_what_is_to_be_remembered_is_asked_as_a_list_and_no_topic(text, shaping):
    question = understand(analyse(text, default_lexicon(), (), True))
    weights = {t.text: w for t, w in zip(question.query.terms, question.weights, strict=True)}
    assert question.plural
    assert not weights.get(shaping)


def test_how_to_keep_somebody_asks_for_no_list():
    text = "Que faire pour retenir un chercheur ?"
    assert not understand(analyse(text, default_lexicon())).plural


def test_projects_that_were_retained_are_a_topic():
    question = understand(analyse("Quels projets ont été retenus ?", default_lexicon(), (), True))
    weights = {t.text: w for t, w in zip(question.query.terms, question.weights, strict=True)}
    assert weights["retenus"] == 1


@pytest.mark.parametrize("verb", ["attended", "joined", "came to", "participated in", "visited"])
def test_who_came_is_asked_of_what_is_over(verb):
    assert understand(analyse(f"How many people {verb} the fair?", default_lexicon())).past
    assert not understand(analyse("How many people attend the fair?", default_lexicon())).past


def test_ont_lieu_is_no_past():
    lexicon = default_lexicon()
    assert not understand(analyse("Quels salons ont lieu en juin ?", lexicon)).past
    assert understand(analyse("Quels salons ont eu lieu en juin ?", lexicon)).past


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Who runs the Ostrelle cluster?", True),
        ("Who runs work package 4?", False),
        ("Qui dirige le lot 3 ?", False),
        ("Qui dirige le pôle ?", True),
        ("Who chairs the Ostrelle project's board?", True),
    ],
)
def test_a_work_package_may_be_led_by_an_organisation(text, person):
    assert understand(analyse(text, default_lexicon())).asks[0].person is person


def test_a_deadline_is_not_just_any_date():
    asks = understand(analyse("What is the deadline of the call?", default_lexicon())).asks
    assert asks[0].deadline


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("lessons learned when a mill closes its doors", "topic"),
        ("What happens when a partner leaves?", "topic"),
        ("erreurs à éviter quand on recrute des bénévoles", "topic"),
        ("a hall where pupils handle robots", "topic"),
        ("BOATNET kick-off when", "date"),
        ("BOATNET kick-off, when was it", "date"),
        ("do you know when the call closes", "date"),
        ("la réunion de Lorient c'est quand", "date"),
        ("l'appel ferme quand", "date"),
        ("since when are nets sorted", "date"),
        ("towns where the partners met", "place"),
        ("the exchange was held where", "place"),
    ],
)
def test_when_and_where_that_join_clauses_ask_for_no_date_or_place(text, kind):
    assert asked(text)[0] == kind
