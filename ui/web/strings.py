"""Every word the page says of itself, in French and in English."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from ui.web.strings_about import ABOUT
from ui.web.strings_events import EVENTS
from ui.web.strings_library import LIBRARY

Say = Callable[..., str]

LANGUAGES: Final = ("fr", "en")

STRINGS: Final[Mapping[str, tuple[str, str]]] = {  # key: (French, English)
    # The frame
    "interface_language": ("Langue de l'interface", "Interface language"),
    "page.ask": ("Demander", "Ask"),
    "page.search": ("Rechercher", "Search"),
    "query.ask": ("Posez une question", "Ask a question"),
    "query.search": ("Cherchez des mots", "Search for words"),
    "query.ask.hint": (
        "Qui a accueilli l'échange, et quand ?",
        "Who hosted the exchange, and when?",
    ),
    "query.search.hint": ("bonnes pratiques numérisation PME", "best practices digitalisation SME"),
    "submit.ask": ("Demander", "Ask"),
    "submit.search": ("Chercher", "Search"),
    "working": ("Recherche dans les documents…", "Looking through the documents…"),
    "library": (
        "{documents} documents · {passages} passages",
        "{documents} documents · {passages} passages",
    ),
    "empty": (
        "Cette bibliothèque est vide. Ajoutez des documents : grappe ingest DOSSIER",
        "There is nothing in this library yet. Put documents in with: grappe ingest FOLDER",
    ),
    "unreadable": (" · {count} illisibles", " · {count} unreadable"),
    "failure": (
        "Une erreur imprévue s'est produite ; le journal du serveur en dit plus. Réessayez, ou"
        " rechargez la page.",
        "Something unexpected went wrong; the server's log says more. Try again, or reload the"
        " page.",
    ),
    # Filters
    "filter.project": ("Projet", "Project"),
    "filter.year": ("Année", "Year"),
    "filter.language": ("Langue", "Language"),
    "filter.type": ("Type", "Type"),
    "filter.country": ("Pays", "Country"),
    "filter.sector": ("Secteur", "Sector"),
    "filters": ("Filtres", "Filters"),
    "filter.any": ("Tous", "Any"),
    "filter.chip": ("{field} : {value}", "{field}: {value}"),
    "filter.chip.help": ("Retirer ce filtre", "Remove this filter"),
    "filter.clear": ("Effacer les filtres", "Clear filters"),
    "filter.lift": ("Retirer {field} : {value}", "Remove {field}: {value}"),
    "filter.without": ("Continuer sans ce filtre", "Go on without it"),
    # Documents
    "language.fr": ("français", "French"),
    "language.en": ("anglais", "English"),
    "type.event_report": ("Compte rendu", "Event report"),
    "type.policy_note": ("Note de politique", "Policy note"),
    "type.agenda": ("Ordre du jour", "Agenda"),
    "type.call": ("Appel", "Call"),
    "type.announcement": ("Annonce", "Announcement"),
    "type.best_practice": ("Bonne pratique", "Best practice"),
    "type.other": ("Autre", "Other"),
    "no_date": ("date inconnue", "date unknown"),
    "page_number": ("p.\N{NO-BREAK SPACE}{number}", "p.\N{NO-BREAK SPACE}{number}"),
    "host": ("Hôte", "Host"),
    "place": ("Lieu", "Place"),
    # Ask
    "examples": ("Par exemple", "For example"),
    "example.host": (
        "Qui a accueilli l'événement {project} ?",
        "Who hosted the {project} event?",
    ),
    "example.list": ("Qui a accueilli des {kinds} ?", "Who hosted {kinds}?"),
    "example.place": ("Que s'est-il passé à {place} ?", "What took place in {place}?"),
    "example.deadline": (
        "Quelle est la date limite de l'appel {project} ?",
        "What is the deadline of the {project} call?",
    ),
    "example.search": ("{project}", "{project}"),
    "answer": ("Réponse", "Answer"),
    "answer.none": ("Pas de réponse dans ces documents", "No answer in these documents"),
    "answer.partial": ("appui partiel", "partly supported"),
    "answer.partial.why": (
        "Ceci ne répond peut-être qu'en partie : lisez la source.",
        "This may answer only in part: read the source.",
    ),
    "answer.weak": (
        "Indices faibles : rien de ce qui suit ne répond à coup sûr à la question. Lisez les"
        " sources avant de vous y fier.",
        "Weak evidence: nothing below answers the question for certain. Read the sources before"
        " you rely on it.",
    ),
    "understood": ("Compris comme : {question}", "Understood as: {question}"),
    "follow": ("Question de suivi", "Follow-up question"),
    "follow.hint": ("Et quand ? Et avec qui ?", "And when? And with whom?"),
    "follow.submit": ("Poursuivre", "Go on"),
    "copy": ("Copier", "Copy"),
    "copied": ("Copié", "Copied"),
    "export": ("Exporter", "Export"),
    "export.docx": ("Note Word (.docx)", "Word brief (.docx)"),
    "export.markdown": ("Note Markdown (.md)", "Markdown brief (.md)"),
    "export.csv": ("Tableau (.csv)", "Table (.csv)"),
    "export.ics": ("Agenda (.ics)", "Calendar (.ics)"),
    "rate.up": ("Utile", "Helpful"),
    "rate.down": ("Pas utile", "Not helpful"),
    "rate.up.done": ("Jugé utile", "Rated helpful"),
    "rate.down.done": ("Jugé pas utile", "Rated not helpful"),
    "comment": ("Un commentaire ? (facultatif)", "A comment? (optional)"),
    "comment.send": ("Envoyer", "Send"),
    "comment.thanks": ("Merci, votre avis est noté.", "Thank you, your opinion is kept."),
    # The register's table
    "table": ("Registre des événements", "Event register"),
    "table.help": (
        "Chaque cellule ouvre la phrase dont elle vient.",
        "Each cell opens the sentence it comes from.",
    ),
    "column.dates": ("Dates", "Dates"),
    "column.name": ("Événement", "Event"),
    "column.host": ("Hôte", "Host"),
    "column.place": ("Lieu", "Place"),
    "column.country": ("Pays", "Country"),
    "column.projects": ("Projet", "Project"),
    "unsaid": ("non précisé", "not stated"),
    "online": ("en ligne", "online"),
    "opens": ("ouverture : {day}", "opens {day}"),
    "until": ("jusqu'au {day}", "until {day}"),
    "register_by": ("inscription jusqu'au {day}", "registration until {day}"),
    "answer.writing": (
        "Un modèle de langue écrit ; rien n'est encore vérifié.",
        "A language model is writing; nothing is checked yet.",
    ),
    "answer.generated": ("rédigé par un modèle de langue", "written by a language model"),
    "citation.open": ("Ouvrir la source {number}", "Open source {number}"),
    "sources": ("Sources", "Sources"),
    "answer.none.filtered": (
        "Avec ces filtres, aucun passage ne répond. Retirez-en un :",
        "With these filters, no passage answers. Remove one:",
    ),
    "nearest": ("Passages les plus proches", "Nearest passages"),
    "nearest.help": (
        "Ils ne répondent pas à la question, mais en parlent peut-être.",
        "They don't answer the question, but may be about it.",
    ),
    "also_searched": ("Aussi cherché : {terms}", "Also searched: {terms}"),
    # Search
    "results.one": ("1 passage", "1 passage"),
    "results.many": ("{total} passages", "{total} passages"),
    "results.range": (" · {first}–{last}", " · {first}–{last}"),
    "results.none": ("Aucun résultat", "Nothing found"),
    "sort": ("Trier par", "Sort by"),
    "sort.relevance": ("pertinence", "relevance"),
    "sort.date": ("date", "date"),
    "export.results.csv": ("Tableau (.csv)", "Table (.csv)"),
    "export.results.ris": ("Références RIS (.ris)", "RIS references (.ris)"),
    "export.results.bib": ("Références BibTeX (.bib)", "BibTeX references (.bib)"),
    "results.none.filtered": (
        "Aucun passage ne correspond avec ces filtres. Retirez-en un :",
        "No passage matches with these filters. Remove one:",
    ),
    "results.none.open": (
        "Essayez d'autres mots, ou moins de mots. La recherche porte sur les deux langues.",
        "Try other words, or fewer. Both languages are searched.",
    ),
    "facets": ("Affiner", "Refine"),
    "facets.help": (
        "Documents trouvés, par valeur. Un clic ajoute le filtre.",
        "Documents found, by value. A click adds the filter.",
    ),
    "source.open": ("Ouvrir la source", "Open source"),
    "search.intro": (
        "Des mots en français ou en anglais : les passages viennent des deux langues.",
        "Words in French or English: passages come from both languages.",
    ),
    "ask.intro": (
        "Une question en français ou en anglais : la réponse cite les phrases dont elle vient.",
        "A question in French or English: the answer quotes the sentences it comes from.",
    ),
    # The open source
    "source": ("Source", "Source"),
    "source.close": ("Fermer la source", "Close source"),
    "source.cited": ("Passage cité", "Cited passage"),
    "source.whole": ("Texte entier", "Whole text"),
    "source.excerpt": (
        "Extrait autour du passage cité",
        "Excerpt around the cited passage",
    ),
    "source.text": ("Texte de la source", "Text of the source"),
    "source.page": ("page {number}", "page {number}"),
    **EVENTS,
    **LIBRARY,
    **ABOUT,
}


def say_in(language: str) -> Say:
    """A function from a key, and the values its text names, to the text in ``language``."""
    column = LANGUAGES.index(language)

    def say(key: str, **values: object) -> str:
        return STRINGS[key][column].format(**values)

    return say


def of_locale(locale: str | None) -> str:
    """The interface language for a browser's locale: French for any French, English otherwise."""
    return "fr" if (locale or "").lower().startswith("fr") else "en"
