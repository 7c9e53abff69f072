"""What the page says of events, in French and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EVENTS: Final[Mapping[str, tuple[str, str]]] = {  # key: (French, English)
    "page.events": ("Événements", "Events"),
    "unsaid": ("non précisé", "not stated"),
    "events.intro": (
        "Ce que les documents disent des événements et des appels. Chaque case s'ouvre sur la"
        " phrase dont elle vient.",
        "What the documents tell of events and calls. Each cell opens the sentence it comes from.",
    ),
    "events.none": ("Aucun événement", "No events"),
    "events.none.help": (
        "Aucun document de cette sélection ne raconte d'événement.",
        "No document of this selection tells of an event.",
    ),
    "events.none.filtered": (
        "Aucun événement ne correspond à ces choix. Retirez un filtre :",
        "No event matches these choices. Remove a filter:",
    ),
    "events.none.when": (
        "Événements de cette sélection : {count}. Sous « {when} » : aucun.",
        "Events of this selection: {count}. Under “{when}”: none.",
    ),
    "events.outside": (
        " ; {count} événements hors filtres",
        "; {count} events outside your filters",
    ),
    "events.kind": ("Type d'événement", "Kind of event"),
    "events.when": ("Quand", "When"),
    "when.all": ("Tous", "All"),
    "when.ahead": ("À venir", "To come"),
    "when.past": ("Passés", "Past"),
    "when.open": ("Appels ouverts", "Open calls"),
    "tab.table": ("Tableau", "Table"),
    "tab.timeline": ("Chronologie", "Timeline"),
    "tab.counts": ("Chiffres", "Figures"),
    "events.table.alt": (
        "Tableau de {count} événements : une ligne par événement, une colonne par information.",
        "Table of {count} events: a row for each event, a column for each fact.",
    ),
    "events.table.help": (
        "Cliquez sur une case pour lire sa phrase. Cochez une à quatre lignes, ou choisissez-les"
        " ci-dessous, pour les détailler ou les comparer.",
        "Click a cell to read its sentence. Tick one to four rows, or choose them below, to see"
        " them in detail or compare them.",
    ),
    "events.choose": ("Détailler ou comparer", "See in detail or compare"),
    "events.choose.hint": ("Choisissez un à quatre événements", "Choose one to four events"),
    "events.nothing": (
        "Rien à citer pour cette case : {cell}.",
        "Nothing to quote for this cell: {cell}.",
    ),
    "events.csv": ("Exporter en CSV", "Export as CSV"),
    "events.ics": ("Exporter l'agenda (.ics)", "Export calendar (.ics)"),
    "column.dates": ("Quand", "When"),
    "column.state": ("État", "State"),
    "column.kind": ("Type", "Kind"),
    "column.name": ("Événement", "Event"),
    "column.host": ("Hôte", "Host"),
    "column.organiser": ("Organisateur", "Organiser"),
    "column.place": ("Lieu", "Place"),
    "column.country": ("Pays", "Country"),
    "column.projects": ("Projets", "Projects"),
    "column.partners": ("Partenaires", "Partners"),
    "column.deadlines": ("Date limite", "Deadline"),
    "column.participants": ("Participants", "Participants"),
    "column.sources": ("Sources", "Sources"),
    "call.open": ("ouvert", "open"),
    "call.closed": ("clos", "closed"),
    "call.later": ("pas encore ouvert", "not open yet"),
    "call.unsaid": ("date limite non précisée", "deadline not stated"),
    "cell.open": ("Lire dans la source", "Read in the source"),
    "cell.unquoted": (
        "tiré du type ou des métadonnées du document",
        "from the document's type or metadata",
    ),
    "cell.other_days": ("Autres dates annoncées", "Other days announced"),
    "compare": ("Côte à côte", "Side by side"),
    "compare.differs": ("diffère", "differs"),
    "compare.help": (
        "« ≠ diffère » marque les lignes où les événements ne disent pas la même chose.",
        "“≠ differs” marks the lines where the events do not say the same.",
    ),
    "compare.field": ("Information", "Fact"),
    "timeline.none": (
        "Aucun événement daté dans cette sélection.",
        "No event of this selection has a date.",
    ),
    "timeline.alt": (
        "Chronologie de {count} dates d'événements et d'appels, de {first} à {last}, une ligne par"
        " type. Le tableau donne les mêmes dates.",
        "Timeline of {count} dates of events and calls, {first} to {last}, a lane for each kind."
        " The table gives the same dates.",
    ),
    "timeline.help": (
        "Les appels sont placés à leur date limite.",
        "Calls are placed at their deadline.",
    ),
    "timeline.undated": (
        " {count} sans date n'y sont pas.",
        " {count} without a date are left out.",
    ),
    "timeline.deadline": ("date limite", "deadline"),
    "timeline.from": ("À partir du", "From"),
    "chart.more": ("+ {count} de plus", "+ {count} more"),
    "counts.year": ("Événements par année", "Events by year"),
    "counts.country": ("Événements par pays", "Events by country"),
    "counts.project": ("Événements par projet", "Events by project"),
    "counts.kind": ("Événements par type", "Events by kind"),
}
