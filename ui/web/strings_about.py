"""What the page says of its own quality and use, in French and in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ABOUT: Final[Mapping[str, tuple[str, str]]] = {  # key: (French, English)
    "page.quality": ("Qualité", "Quality"),
    "page.help": ("Aide", "Help"),
    # Quality
    "quality.health": ("État du service", "Health"),
    "quality.evaluation": ("Dernière évaluation", "Last evaluation"),
    "quality.none": (
        "Aucune évaluation n'a été faite sur cette bibliothèque. La commande grappe evaluate la"
        " fait, et son résultat s'affiche ici.",
        "No evaluation was made on this library. The command grappe evaluate makes one, and its"
        " result is shown here.",
    ),
    "quality.other_index": (
        "Cette évaluation a été faite sur un autre index que celui en service.",
        "This evaluation was made on another index than the one in force.",
    ),
    "quality.help": (
        "Entre parenthèses, le nombre de questions. « Bon document » : il est parmi les cinq"
        " premiers. « Bonne réponse » : elle contient le fait demandé. « Refus à tort » est"
        " d'autant meilleur qu'il est bas ; les autres, qu'ils sont hauts.",
        "In brackets, the number of questions. “Right document”: it is among the first five."
        " “Right answer”: it holds the asked fact. “Wrongly refused” is the better the lower; the"
        " others, the higher.",
    ),
    "quality.index": ("Index", "Index"),
    "quality.generation": ("Génération", "Generation"),
    "quality.date": ("Date", "Date"),
    "quality.questions": ("Questions", "Questions"),
    "quality.commit": ("Version du code", "Version of the code"),
    "quality.encoder": ("Encodeur", "Encoder"),
    "quality.floors": ("Seuils", "Floors"),
    "quality.group": ("Questions", "Questions"),
    "floors.held": ("tous atteints", "all reached"),
    "measure.recall@5": ("Bon document", "Right document"),
    "measure.nDCG@10": ("nDCG à 10", "nDCG at 10"),
    "measure.correct": ("Bonne réponse", "Right answer"),
    "measure.list_coverage": ("Listes complètes", "Lists complete"),
    "measure.citation_precision": ("Citations justes", "Citations right"),
    "measure.verbatim": ("Citations exactes", "Quotes verbatim"),
    "measure.refusal": ("Refus à raison", "Rightly refused"),
    "measure.false_refusal": ("Refus à tort", "Wrongly refused"),
    "group.all": ("toutes", "all"),
    "group.factual": ("factuelles", "factual"),
    "group.list": ("listes", "lists"),
    "group.filter": ("avec filtre", "with a filter"),
    "group.topical": ("thème", "topic"),
    "group.cross_lingual": ("d'une langue à l'autre", "across languages"),
    "group.unanswerable": ("sans réponse ici", "not answerable here"),
    "group.fr": ("en français", "in French"),
    "group.en": ("en anglais", "in English"),
    "made_by.encoder": ("Encodeur", "Encoder"),
    "made_by.encoder_fingerprint": ("Empreinte de l'encodeur", "Encoder fingerprint"),
    "made_by.splitter": ("Découpage", "Splitter"),
    "made_by.lexical": ("Index lexical", "Lexical index"),
    "made_by.register": ("Registre d'événements", "Event register"),
    "health.index": ("Index", "Index"),
    "health.usable": ("utilisable", "usable"),
    "health.differs": (
        "fait par une autre version ; reconstruisez-le",
        "made by another version; rebuild it",
    ),
    "health.empty": ("la bibliothèque est vide", "the library is empty"),
    "health.documents": ("Cherchés", "Searched"),
    "health.outdated": ("Nouvelle version illisible", "New version unreadable"),
    "health.skipped": ("Fichiers illisibles", "Unreadable files"),
    "health.see": ("{count} ; voir Bibliothèque", "{count}; see Library"),
    "health.scans": ("Documents numérisés", "Scanned documents"),
    "health.scans.yes": ("lus par Tesseract", "read by Tesseract"),
    "health.scans.no": ("non lus : Tesseract n'est pas installé", "not read: no Tesseract here"),
    "health.writing": ("Modification par la page", "Changes from the page"),
    "health.backend": ("Moteur", "Engine"),
    "writing.yes": ("permise", "allowed"),
    "writing.log_in": ("après connexion", "after logging in"),
    "writing.not_listed": ("refusée à ce compte", "not for this account"),
    "writing.read_only": ("désactivée", "switched off"),
    "writing.not_local": ("désactivée hors de cette machine", "switched off beyond this machine"),
    "backend.embedded": ("Qdrant Edge, dans ce processus", "Qdrant Edge, in this process"),
    "backend.server": ("serveur Qdrant", "Qdrant server"),
    # Help
    "help.use": ("Que faire ici ?", "What can one do here?"),
    "help.use.1": (
        "Demander : posez une question en français ou en anglais. Un numéro entre crochets ouvre le"
        " passage cité, à côté de la réponse.",
        "Ask: put a question in French or English. A number in brackets opens the cited passage"
        " beside the answer.",
    ),
    "help.use.2": (
        "Rechercher : des mots, et les passages des deux langues. Les filtres valent partout et"
        " restent dans l'adresse : copiez-la pour partager une page.",
        "Search: words, and passages of both languages. Filters hold everywhere and stay in the"
        " address: copy it to share a page.",
    ),
    "help.use.3": (
        "Événements : qui a accueilli quoi, où, quand et avec qui. Cochez deux à quatre lignes pour"
        " les comparer ; exportez en CSV ou vers un agenda.",
        "Events: who hosted what, where, when and with whom. Tick two to four rows to compare them;"
        " export as CSV or to a calendar.",
    ),
    "help.use.4": (
        "Bibliothèque : ce qu'elle contient, ce qui n'a pas pu être lu et pourquoi ; ajoutez,"
        " corrigez ou supprimez des documents.",
        "Library: what it holds, what could not be read and why; add, correct or delete documents.",
    ),
    "help.use.5": (
        "Qualité : l'état du service et les chiffres de la dernière évaluation.",
        "Quality: the service's health and the figures of the last evaluation.",
    ),
    "help.answers": ("D'où viennent les réponses ?", "Where do answers come from?"),
    "help.answers.1": (
        "La question est cherchée par le sens et par les mots, dans les deux langues. Les mots"
        " ajoutés par le lexique bilingue sont affichés (« Aussi cherché »).",
        "The question is searched by meaning and by words, in both languages. Words that the"
        " bilingual lexicon adds are shown (“Also searched”).",
    ),
    "help.answers.2": (
        "La réponse est faite de phrases des documents : rien n'est rédigé par une machine, sauf si"
        " la page le dit (« rédigé par un modèle de langue »).",
        "The answer is made of sentences of the documents: nothing is written by a machine unless"
        " the page says so (“written by a language model”).",
    ),
    "help.answers.3": (
        "Chaque phrase cite un passage, mot pour mot. « Appui partiel » : elle ne répond"
        " peut-être qu'en partie, lisez la source.",
        "Each statement cites a passage, word for word. “Partly supported”: it may answer only"
        " in part, read the source.",
    ),
    "help.answers.4": (
        "Les listes et les décomptes viennent du registre des événements, qui compte un même"
        " événement une fois, même si plusieurs documents le racontent.",
        "Lists and counts come from the register of events, which counts an event once even where"
        " several documents tell it.",
    ),
    "help.answers.5": (
        "Quand les documents ne répondent pas, la page le dit et montre les passages les plus"
        " proches.",
        "When the documents don't answer, the page says so and shows the nearest passages.",
    ),
    "help.answers.6": (
        "La ligne de couverture dit combien de documents ont été cherchés, combien sont illisibles"
        " et combien les filtres écartent.",
        "The coverage line says how many documents were searched, how many are unreadable and how"
        " many the filters leave out.",
    ),
    "help.limits": ("Ce qui peut être faux", "What can be wrong"),
    "help.limits.1": (
        "Types, dates, hôtes, lieux et projets sont trouvés automatiquement, avec les mots d'où ils"
        " viennent ; ils peuvent être faux et se corrigent dans Bibliothèque.",
        "Types, dates, hosts, places and projects are found automatically, with the words they come"
        " from; they may be wrong, and can be corrected in Library.",
    ),
    "help.limits.2": (
        "Une réponse n'est jamais meilleure que les documents : elle répète leurs erreurs.",
        "An answer is never better than the documents: it repeats their mistakes.",
    ),
    "help.limits.3": (
        "« Non précisé » veut dire qu'aucun document ne le dit, ou que la phrase n'a pas été"
        " comprise.",
        "“Not stated” means that no document says it, or that the sentence was not understood.",
    ),
    "help.limits.4": (
        "Un appel est dit ouvert ou clos d'après la date limite lue dans ses documents : vérifiez-"
        "la à la source avant de vous y fier.",
        "A call is said to be open or closed by the deadline read in its documents: check it at the"
        " source before you rely on it.",
    ),
    "help.keys": ("Au clavier", "By keyboard"),
    "help.keys.1": (
        "Tabulation passe d'un élément à l'autre, Entrée ou Espace l'active, Échap ferme une liste"
        " ou une fenêtre.",
        "Tab goes from one element to the next, Enter or Space activates it, Escape closes a list"
        " or a window.",
    ),
    "help.keys.2": (
        "Dans un tableau, les flèches vont de case en case et Entrée ouvre la case. La liste sous"
        " le tableau mène aux mêmes lignes sans lui.",
        "In a table the arrows go from cell to cell and Enter opens one. The list under the table"
        " leads to the same rows without it.",
    ),
    "help.keys.3": (
        "Le texte d'une source ouverte défile aux flèches une fois atteint par Tabulation.",
        "The text of an open source scrolls by arrows once Tab has reached it.",
    ),
    "help.access": ("Accessibilité", "Accessibility"),
    "help.access.1": (
        "Cette page vise le RGAA 4 et les WCAG 2.2 au niveau AA. Elle n'a pas été auditée par un"
        " tiers : sa conformité est partielle.",
        "This page aims at WCAG 2.2 level AA and the French RGAA 4. No third party has audited it:"
        " it conforms in part.",
    ),
    "help.access.2": (
        "Fait : langue de la page et des passages indiquée, contrastes en thème clair et sombre,"
        " focus visible, sens jamais porté par la seule couleur, graphiques doublés d'un tableau ou"
        " d'un texte, 390 pixels de large sans défilement de la page.",
        "Done: language of page and passages marked, contrast in light and dark theme, visible"
        " focus, no meaning by colour alone, charts doubled by a table or a text, 390 pixels wide"
        " without scrolling the page sideways.",
    ),
    "help.access.3": (
        "Reste, du fait de Streamlit, l'outil dont la page est faite : quelques étiquettes en"
        " anglais seulement (dépôt de fichiers, menus des tableaux, fermeture des fenêtres).",
        "Left by Streamlit, which the page is made with: a few labels in English only (file upload,"
        " menus of tables, closing of windows).",
    ),
    "help.access.4": (
        "Reste aussi : les tableaux sont dessinés et leur lecture par un lecteur d'écran est"
        " incomplète ; la liste sous chacun d'eux donne accès aux mêmes contenus.",
        "Also left: tables are drawn, and screen readers read them in part; the list under each"
        " leads to the same content.",
    ),
    "help.access.5": (
        "Reste enfin : la page a besoin de JavaScript, et ses mises à jour ne sont pas toutes"
        " annoncées aux lecteurs d'écran.",
        "Last, the page needs JavaScript, and not all of its updates are announced to screen"
        " readers.",
    ),
    "help.access.6": (
        "Un obstacle ? Dites-le à la personne qui tient ce service : la ligne de commande et les"
        " exports donnent les mêmes réponses sans la page.",
        "Something in your way? Tell whoever runs this service: the command line and the exports"
        " give the same answers without the page.",
    ),
    "help.privacy": ("Confidentialité", "Privacy"),
    "help.privacy.1": (
        "Les documents et les questions restent sur la machine du service ; la page n'appelle aucun"
        " autre serveur et ne mesure pas son audience.",
        "Documents and questions stay on the machine of the service; the page calls no other server"
        " and takes no usage statistics.",
    ),
    "help.privacy.2": (
        "Un document supprimé n'est plus trouvé nulle part ; s'il a été déposé ici, son fichier est"
        " effacé.",
        "A deleted document is found nowhere any more; if it was uploaded here, its file is erased"
        " too.",
    ),
}
