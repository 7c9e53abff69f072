"""What the page says of the library and of changing it, in French and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LIBRARY: Final[Mapping[str, tuple[str, str]]] = {  # key: (French, English)
    "page.library": ("Bibliothèque", "Library"),
    "tab.documents": ("Documents", "Documents"),
    "tab.add": ("Ajouter", "Add"),
    "tab.covers": ("Contenu", "Coverage"),
    "tab.index": ("Index", "Index"),
    "library.empty": (
        "Cette bibliothèque est vide. L'onglet « Ajouter » y met des documents.",
        "There is nothing in this library yet. The tab “Add” puts documents in.",
    ),
    "library.state": ("État", "State"),
    "library.shown": ("Documents : {count} sur {total}", "Documents: {count} of {total}"),
    "library.none": (
        "Aucun document ne correspond. Retirez un filtre :",
        "No document matches. Remove a filter:",
    ),
    "library.choose": ("Document", "Document"),
    "library.choose.hint": (
        "Choisissez un document, ici ou dans le tableau",
        "Choose a document, here or in the table",
    ),
    "library.alt": (
        "Tableau de {count} documents : une ligne par document, avec son état.",
        "Table of {count} documents: a row for each document, with its state.",
    ),
    "state.current": ("à jour", "up to date"),
    "state.outdated": (
        "ancienne version (la nouvelle est illisible)",
        "earlier version (the new one can't be read)",
    ),
    "state.skipped": ("illisible", "unreadable"),
    # A described field
    "field.title": ("Titre", "Title"),
    "field.state": ("État", "State"),
    "field.file": ("Fichier", "File"),
    "field.type": ("Type", "Type"),
    "field.language": ("Langue", "Language"),
    "field.dates": ("Dates", "Dates"),
    "field.dates.hint": ("2022-05-04/2022-05-06 ou 2022-05", "2022-05-04/2022-05-06 or 2022-05"),
    "field.dates.wrong": (
        "« {told} » n'est pas une date comme il en faut ici : 2022-05-04, 2022-05-04/2022-05-06 ou"
        " 2022-05.",
        "“{told}” is no date as it is wanted here: 2022-05-04, 2022-05-04/2022-05-06 or 2022-05.",
    ),
    "field.published": ("Publié", "Published"),
    "field.deadlines": ("Date limite", "Deadline"),
    "field.host": ("Hôte", "Host"),
    "field.organiser": ("Organisateur", "Organiser"),
    "field.place": ("Lieu", "Place"),
    "field.country": ("Pays", "Country"),
    "field.region": ("Région", "Region"),
    "field.coordinator": ("Coordinateur", "Coordinator"),
    "field.partners": ("Partenaire", "Partner"),
    "field.projects": ("Projets", "Projects"),
    "field.projects.hint": ("Projets, séparés par « ; »", "Projects, separated by “;”"),
    "field.organisations": ("Organisation", "Organisation"),
    "field.sectors": ("Secteur", "Sector"),
    "field.amounts": ("Montant", "Amount"),
    "described.field": ("Information", "Fact"),
    "described.value": ("Valeur", "Value"),
    "described.words": ("Mots du document", "Words of the document"),
    "described.person": ("fixé par une personne", "set by a person"),
    "described.recognised": ("d'après d'autres documents", "as other documents tell"),
    # One document
    "document.correct": ("Corriger la description", "Correct the description"),
    "document.delete": ("Supprimer", "Delete"),
    "correct.help": (
        "Ce que vous changez remplace ce qui a été trouvé, et le reste quand le fichier change ou"
        " que l'index est refait.",
        "What you change replaces what was found, and holds when the file changes or the index is"
        " rebuilt.",
    ),
    "correct.save": ("Enregistrer", "Save"),
    "correct.undo": ("Retirer toutes les corrections", "Take back all corrections"),
    "delete.own": (
        "« {title} » quittera la bibliothèque et son fichier déposé ici sera effacé.",
        "“{title}” will leave the library, and the file that was uploaded here will be erased.",
    ),
    "delete.elsewhere": (
        "« {title} » quittera la bibliothèque. Son fichier reste dans son dossier : ingérer ce"
        " dossier le remettra.",
        "“{title}” will leave the library. Its file stays in its folder: ingesting that folder"
        " brings it back.",
    ),
    "delete.yes": ("Supprimer", "Delete"),
    "delete.no": ("Annuler", "Cancel"),
    # Adding
    "upload.help": (
        "txt, md, html, pdf, docx, pptx, xlsx, csv, odt, odp, ods, rtf, eml, epub et scans,"
        " {megabytes} Mo au plus par fichier. Rien n'est ajouté avant que vous ayez vu ce qui a"
        " été trouvé.",
        "txt, md, html, pdf, docx, pptx, xlsx, csv, odt, odp, ods, rtf, eml, epub and scans, up to"
        " {megabytes} MB a file. Nothing is added before you have seen what was found.",
    ),
    "upload.files": ("Fichiers à ajouter", "Files to add"),
    "upload.read": ("Lire les fichiers", "Read the files"),
    "upload.reading": ("Les fichiers sont en cours de lecture…", "The files are being read…"),
    "upload.found": (
        "Fichiers lus, pas encore ajoutés : {count}",
        "Files read, not added yet: {count}",
    ),
    "upload.check": ("Fichier à vérifier", "File to check"),
    "upload.file": ("Fichier", "File"),
    "upload.list": ("Fichiers lus", "Files read"),
    "upload.correct": ("Corriger avant d'ajouter", "Correct before adding"),
    "upload.leave_out": ("Ne pas ajouter ce fichier", "Leave this file out"),
    "upload.left_out": ("écarté", "left out"),
    "upload.add": ("Ajouter à la bibliothèque ({count})", "Add to the library ({count})"),
    "upload.discard": ("Tout abandonner", "Discard all"),
    "skipped": ("{source} : {code}. {reason}", "{source}: {code}. {reason}"),
    # Work under way
    "job.read": ("Lecture des fichiers", "Reading files"),
    "job.add": ("Ajout à la bibliothèque", "Adding to the library"),
    "job.correct": ("Correction", "Correcting"),
    "job.delete": ("Suppression", "Deleting"),
    "job.reindex": ("Reconstruction de l'index", "Rebuilding the index"),
    "job.files": (" : {done} fichiers sur {total}", ": {done} of {total} files"),
    "job.left": (", encore {seconds} s environ", ", about {seconds} s left"),
    "job.stop": ("Arrêter", "Stop"),
    "done.add": (
        "Documents ajoutés : {count} ({passages} passages). La recherche les trouve déjà.",
        "Documents added: {count} ({passages} passages). Search finds them from now on.",
    ),
    "done.known": (
        "Déjà dans la bibliothèque : {count}.",
        "In the library already: {count}.",
    ),
    "done.reindex": (
        "Index reconstruit : {count} documents, {passages} passages.",
        "Index rebuilt: {count} documents, {passages} passages.",
    ),
    "done.correct": ("Description corrigée : {title}", "Description corrected: {title}"),
    "done.delete": ("Supprimé : {title}", "Deleted: {title}"),
    # Who may
    "may_not.read_only": (
        "Cette bibliothèque est en lecture seule.",
        "This library is read-only.",
    ),
    "may_not.not_local": (
        "Cette page est ouverte à d'autres machines sans connexion : elle est en lecture seule."
        " Le responsable peut configurer une connexion (OIDC).",
        "This page is open to other machines without a login, so it is read-only. Its owner can"
        " configure a login (OIDC).",
    ),
    "may_not.log_in": (
        "Connectez-vous pour modifier la bibliothèque.",
        "Log in to change the library.",
    ),
    "may_not.not_listed": (
        "Votre compte ne peut pas modifier cette bibliothèque.",
        "Your account may not change this library.",
    ),
    "log_in": ("Se connecter", "Log in"),
    "log_out": ("Se déconnecter", "Log out"),
    # Coverage and index
    "covers.help": (
        "Nombre de documents, sur {count}, par valeur.",
        "Number of documents, of {count}, by value.",
    ),
    "covers.year": ("Documents par année", "Documents by year"),
    "covers.type": ("Documents par type", "Documents by type"),
    "covers.language": ("Documents par langue", "Documents by language"),
    "covers.project": ("Documents par projet", "Documents by project"),
    "covers.country": ("Documents par pays", "Documents by country"),
    "covers.sector": ("Documents par secteur", "Documents by sector"),
    "index.help": (
        "Reconstruire l'index relit chaque document ; la recherche reste ouverte pendant ce temps."
        " C'est utile après un changement d'encodeur ou de version.",
        "Rebuilding the index reads every document again; search stays open meanwhile. It is of"
        " use after a change of encoder or version.",
    ),
    "index.rebuild": ("Reconstruire l'index", "Rebuild the index"),
}
