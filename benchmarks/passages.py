"""A library of made-up documents, the same for a seed: French and English, our own words.

Each section of a document is one passage: sentences drawn from a small grammar whose nouns, names,
figures and places vary, so that passages differ as those of a real library do and share its words.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.types import Language

SECTIONS = 10  # of a document, one passage each
WORDS = 105  # of a section at least; title and heading come on top

_SYLLABLES = [
    "bel", "cor", "dan", "fer", "gal", "hel", "jun", "kor", "lam", "mir", "nor", "pal", "ros",
    "sel", "tor", "val", "ver", "zan",
]  # fmt: skip
_PLACES = (
    ("Lyon", "France"), ("Lille", "France"), ("Gand", "Belgique"), ("Liège", "Belgique"),
    ("Turin", "Italie"), ("Bilbao", "Espagne"), ("Terrassa", "Espagne"), ("Porto", "Portugal"),
    ("Dresde", "Allemagne"), ("Stuttgart", "Allemagne"), ("Gdansk", "Pologne"),
    ("Tampere", "Finlande"), ("Aarhus", "Danemark"), ("Malmö", "Suède"), ("Rabat", "Maroc"),
    ("Tunis", "Tunisie"),
)  # fmt: skip
_ENGLISH = {
    "Gand": "Ghent", "Dresde": "Dresden", "Belgique": "Belgium", "Italie": "Italy",
    "Espagne": "Spain", "Allemagne": "Germany", "Pologne": "Poland", "Finlande": "Finland",
    "Danemark": "Denmark", "Suède": "Sweden", "Maroc": "Morocco", "Tunisie": "Tunisia",
}  # fmt: skip
_MONTHS: dict[Language, list[str]] = {
    "fr": ["janvier", "février", "mars", "avril", "mai", "juin", "septembre", "octobre"],
    "en": ["January", "February", "March", "April", "May", "June", "September", "October"],
}
_WORDS: dict[Language, dict[str, list[str]]] = {
    "fr": {
        "field": ["le textile technique", "le ferroviaire", "la plasturgie", "l'hydrogène",
                  "la santé connectée", "l'agroalimentaire", "l'aéronautique", "le bâtiment bois",
                  "l'économie circulaire", "la filière maritime", "la cybersécurité"],
        "who": ["les PME membres", "les laboratoires partenaires", "les chefs de projet",
                "les donneurs d'ordre", "les jeunes entreprises", "les acheteurs industriels",
                "les responsables de cluster", "les formateurs", "les élus de la région"],
        "did": ["ont comparé", "ont visité", "ont financé", "ont mis en commun", "ont testé",
                "ont présenté", "ont demandé", "ont évalué", "ont préparé"],
        "what": ["un banc d'essai partagé", "une ligne de recyclage", "un catalogue de services",
                 "une formation de soudeurs", "un diagnostic numérique", "un guide d'exportation",
                 "un atelier de prototypage", "une bourse de stages", "un label d'excellence",
                 "des capteurs de vibration", "un fonds de garantie", "une plateforme d'achat"],
        "why": ["pour réduire les coûts", "pour gagner un marché étranger",
                "faute de main-d'œuvre", "afin d'économiser l'eau", "pour partager les risques",
                "en vue d'un dépôt européen", "pour former les nouveaux venus"],
        "heading": ["Contexte", "Déroulement", "Visites", "Résultats", "Partenaires", "Budget",
                    "Enseignements", "Suites à donner", "Témoignage", "Calendrier"],
    },
    "en": {
        "field": ["technical textiles", "the rail sector", "plastics processing", "hydrogen",
                  "connected health", "food processing", "aerospace", "timber construction",
                  "the circular economy", "the maritime sector", "cyber security"],
        "who": ["member SMEs", "partner laboratories", "project managers", "large buyers",
                "start-ups", "purchasing officers", "cluster managers", "trainers",
                "regional councillors"],
        "did": ["compared", "visited", "funded", "pooled", "tested", "presented", "asked for",
                "assessed", "prepared"],
        "what": ["a shared test bench", "a recycling line", "a catalogue of services",
                 "a course for welders", "a digital audit", "an export guide",
                 "a prototyping workshop", "an internship exchange", "an excellence label",
                 "vibration sensors", "a guarantee fund", "a purchasing platform"],
        "why": ["to cut costs", "to win a foreign market", "for lack of staff", "to save water",
                "to share the risk", "with a European bid in view", "to train newcomers"],
        "heading": ["Background", "Proceedings", "Site visits", "Results", "Partners", "Budget",
                    "Lessons learnt", "Next steps", "A testimony", "Timetable"],
    },
}  # fmt: skip
_KINDS: dict[Language, list[str]] = {
    "fr": ["Compte rendu de la visite", "Note sur", "Ordre du jour :", "Appel à projets :"],
    "en": ["Report on the visit:", "Policy note on", "Agenda:", "Call for projects:"],
}
_SENTENCES: dict[Language, list[str]] = {
    "fr": [
        "En {month} {year}, {who} {did} {what} à {place}, {why}.",
        "{Who} de {name} {did} {what} ; le coût, {amount} euros, a été partagé en {few}.",
        "Dans {field}, {percent} % des membres de {name} ont {number} clients à l'étranger.",
        "Le projet {project} a réuni {number} participants autour de {field} à {place}.",
        "{name} rappelle que {who} {did} {what} {why}, puis {what2}.",
        "Une dirigeante de {name} estime que {field} manque encore de {number} techniciens.",
        "La prochaine réunion se tiendra à {place} le {day} {month} {year}.",
    ],
    "en": [
        "In {month} {year}, {who} {did} {what} in {place}, {why}.",
        "{Who} of {name} {did} {what}; the cost of EUR {amount} was split {few} ways.",
        "In {field}, {percent}% of the members of {name} have {number} clients abroad.",
        "The {project} project brought {number} people together on {field} in {place}.",
        "{name} recalls that {who} {did} {what} {why}, and then {what2}.",
        "A manager at {name} thinks that {field} still lacks {number} technicians.",
        "The next meeting takes place in {place} on {day} {month} {year}.",
    ],
}
_QUERIES: dict[Language, list[str]] = {
    "fr": [
        "Qui a accueilli la réunion de {project} à {place} ?",
        "Combien d'entreprises de {field} exportent ?",
        "{what} {why}",
        "Quand se tient la prochaine réunion à {place} ?",
        "bonnes pratiques {field} PME",
        "Quel est le coût d'{what} chez {name} ?",
    ],
    "en": [
        "Who hosted the {project} meeting in {place}?",
        "How many companies in {field} sell abroad?",
        "{what} {why}",
        "When does the next meeting in {place} take place?",
        "best practices {field} SMEs",
        "What did {what} cost at {name}?",
    ],
}


@dataclass(frozen=True, slots=True)
class Query:
    """A query and the filters it goes with, as a user would give them."""

    text: str
    filters: dict[str, list[str]]


def write_documents(folder: Path, passages: int, seed: int) -> None:
    """Markdown files in ``folder`` that make about ``passages`` passages, half of them French."""
    folder.mkdir(parents=True, exist_ok=True)
    dice = random.Random(seed)
    for number in range(passages // SECTIONS):
        language: Language = ("fr", "en")[number % 2]
        (folder / f"{number:05}-{language}.md").write_text(_document(dice, language), "utf-8")


def queries(count: int, seed: int, filtered: bool) -> Iterator[Query]:
    """``count`` queries, in turn French and English; with a filter each when ``filtered``."""
    dice = random.Random(seed)
    projects = _projects()
    for number in range(count):
        language: Language = ("fr", "en")[number % 2]
        fill = _filler(dice, language)
        filters: dict[str, list[str]] = {}
        if filtered:
            name, value = (
                ("project", dice.choice(projects)),
                ("year", str(dice.randint(2014, 2025))),
                ("language", dice.choice(("fr", "en"))),
                ("type", dice.choice(("event_report", "policy_note", "agenda", "call"))),
            )[number // 2 % 4]
            filters = {name: [value]}
        yield Query(fill(dice.choice(_QUERIES[language])), filters)


def _document(dice: random.Random, language: Language) -> str:
    fill = _filler(dice, language)
    project = dice.choice(_projects())
    title = f"{dice.choice(_KINDS[language])} {fill('{field}, {place}')} ({project})"
    parts = [f"# {title}"]
    for heading in _WORDS[language]["heading"]:
        sentences: list[str] = []
        while sum(len(s.split()) for s in sentences) < WORDS:
            sentence = fill(dice.choice(_SENTENCES[language]))
            sentences.append(sentence[0].upper() + sentence[1:])
        parts += [f"## {heading}", " ".join(sentences)]
    return "\n\n".join(parts) + "\n"


def _filler(dice: random.Random, language: Language) -> Callable[[str], str]:
    """What fills the blanks of a sentence, anew at each call; project and names are few enough
    to come back in several documents."""
    words = _WORDS[language]

    def fill(sentence: str) -> str:
        drawn = {name: dice.choice(choices) for name, choices in words.items()}
        town, country = dice.choice(_PLACES)
        if language == "en":
            town, country = _ENGLISH.get(town, town), _ENGLISH.get(country, country)
        who = drawn["who"]
        return sentence.format(
            **drawn,
            Who=who[0].upper() + who[1:],
            what2=dice.choice(words["what"]),
            name=dice.choice(_names()),
            project=dice.choice(_projects()),
            place=f"{town} ({country})" if dice.random() < 0.3 else town,
            month=dice.choice(_MONTHS[language]),
            year=dice.randint(2014, 2025),
            day=dice.randint(2, 28),
            amount=dice.randint(20, 900) * 100,
            percent=dice.randint(3, 96),
            number=dice.randint(7, 480),
            few=dice.randint(2, 9),
        )

    return fill


def _projects() -> list[str]:
    """60 invented acronyms."""
    return [
        (one + other).upper() + ("NET" if i % 3 else "LINK")
        for i, one in enumerate(_SYLLABLES[:10])
        for other in _SYLLABLES[10:16]
    ]


def _names() -> list[str]:
    """Invented clusters."""
    ends = ("ia", "tech", "is Cluster")
    return [
        f"{one.capitalize()}{other}{ends[i % 3]}"
        for i, one in enumerate(_SYLLABLES)
        for other in _SYLLABLES[:6]
        if one != other
    ]
