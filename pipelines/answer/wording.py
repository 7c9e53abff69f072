"""What an answer that can't be given says instead, in the question's language."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.types import DocumentType, Language
from pipelines.answer.asking.cues import AskKind
from pipelines.answer.evidence.facts import Worked
from pipelines.register.wording import days, type_word
from pipelines.retrieval.query import Term

_ASKED: dict[AskKind, tuple[str, str]] = {
    "who": ("a name for it", "de nom"),
    "date": ("a date for it", "de date"),
    "place": ("a place for it", "de lieu"),
    "amount": ("an amount for it", "de montant"),
    "percent": ("a share for it", "de part"),
    "number": ("a number for it", "de nombre"),
    "duration": ("a duration for it", "de durée"),
    "email": ("an e-mail address for it", "d'adresse électronique"),
    "definition": ("what it is", "de définition"),
    "topic": ("an answer to it", "de réponse"),
}


def abstained(
    language: Language, kind: AskKind, searched: int, unknown: Sequence[Term], filtered: int
) -> str:
    """Why there is no answer: what was searched, what is named nowhere, what the filters hid."""
    names = ", ".join(f"« {t.text} »" if language == "fr" else f"“{t.text}”" for t in unknown)
    english, french = _ASKED[kind]
    one = searched == 1
    if language == "fr":
        who = (
            "Le seul document cherché ne" if one else f"Aucun des {searched} documents cherchés ne"
        )
        no = " pas" if one else ""
        reason = f"{who} donne{no} {french} sur ce point."
        if names:
            reason = f"{who} parle{no} de {names}."
        return reason + (f" Les filtres en écartent {filtered} autres." if filtered else "")
    reason = f"None of the {searched} documents searched gives {english}."
    if one:
        reason = f"The only document searched does not give {english}."
    if names:
        reason = f"None of the {searched} documents searched mentions {names}."
    if names and one:
        reason = f"The only document searched does not mention {names}."
    return reason + (f" The filters leave out {filtered} more." if filtered else "")


def worked_out(said: str, worked: Worked, language: Language) -> str:
    """Which day a text means, and from what it is worked out: “13 March 2024 (“yesterday” in a text
    dated 14 March 2024)”."""
    day, written = (days(value, language) for value in (worked.day, worked.written))
    if language == "fr":
        return f"{day} (« {said} » dans un texte daté du {written})"
    return f"{day} (“{said}” in a text dated {written})"


def no_words(language: Language) -> str:
    """That a question holds no word to look for."""
    if language == "fr":
        return "La question ne contient aucun mot à chercher. Posez-la avec quelques mots."
    return "The question holds no word to look for. Ask it with a few words."


def no_documents(language: Language) -> str:
    """That the filters leave no document at all."""
    if language == "fr":
        return "Aucun document ne répond à ces filtres. Retirez-en un."
    return "No document matches these filters. Remove one of them."


def spoken_of_nowhere(language: Language, searched: int, filtered: int) -> str:
    """That no document speaks of what was asked for, and what the filters hid."""
    if language == "fr":
        reason = f"Aucun des {searched} documents cherchés n'en parle."
        if searched < 2:
            reason = "Le seul document cherché n'en parle pas." if searched else no_documents("fr")
        return reason + (f" Les filtres en écartent {filtered} autres." if filtered else "")
    reason = f"None of the {searched} documents searched speaks of it."
    if searched < 2:
        reason = (
            "The only document searched does not speak of it." if searched else no_documents("en")
        )
    return reason + (f" The filters leave out {filtered} more." if filtered else "")


def type_left(language: Language, asked: DocumentType) -> str:
    """That only documents of other types than was asked for speak of it."""
    noun = type_word(asked, language)
    if language == "fr":
        return f"Aucun document du type « {noun} » n'en parle ; d'autres documents, si."
    return f"No document of the type “{noun}” speaks of it; other documents do."


def on_it(language: Language) -> str:
    """That no sentence answers a topic, and what is listed instead."""
    if language == "fr":
        return (
            "Aucune phrase n'en dit l'essentiel ; voici les documents qui en parlent de plus près."
        )
    return "No one sentence sums it up; these are the documents nearest to it."


def only_first(language: Language, told: int, before: str | None) -> str:
    """That more documents speak of it than are told."""
    more = f"The first {told} documents are listed; a search shows the others."
    if language == "fr":
        more = f"Les {told} premiers documents sont listés ; une recherche montre les autres."
    return f"{before} {more}" if before else more


def not_counted(language: Language) -> str:
    """That an answer doesn't count the documents that tell of something, and what does."""
    if language == "fr":
        return (
            "Une réponse ne compte pas les documents qui parlent de quelque chose. Cherchez-le : à"
            " côté des résultats, ils sont comptés par type, année, pays et projet."
        )
    return (
        "An answer does not count the documents that tell of something. Search for it: beside the"
        " results they are counted by type, year, country and project."
    )


def unverified(language: Language) -> str:
    """That what was found does not stand the check against its own quotes."""
    if language == "fr":
        return "Aucune des phrases trouvées n'est soutenue par ce qu'elle cite."
    return "None of the sentences found is held by what it cites."
