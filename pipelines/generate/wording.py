"""Why a model's answer isn't given, in the question's language."""

from __future__ import annotations

from typing import Final, Literal

from ingest.types import Language

Why = Literal[
    "unreachable", "late", "busy", "key", "unknown", "rejected", "server", "cut", "malformed",
    "unverified", "no_answer",
]  # fmt: skip

_TEXTS: Final[dict[Why, tuple[str, str]]] = {
    "unreachable": ("can't be reached", "est injoignable"),
    "late": ("did not finish in time", "n'a pas terminé à temps"),
    "busy": ("takes no more requests for now", "n'accepte plus de demandes pour le moment"),
    "key": ("refuses the key (GRAPPE_LLM_API_KEY)", "refuse la clé (GRAPPE_LLM_API_KEY)"),
    "unknown": (
        "does not know this address or model (GRAPPE_LLM_URL, GRAPPE_LLM_MODEL)",
        "ne connaît pas cette adresse ou ce modèle (GRAPPE_LLM_URL, GRAPPE_LLM_MODEL)",
    ),
    "rejected": ("rejects the request", "rejette la demande"),
    "server": ("failed", "est en panne"),
    "cut": ("broke off in the middle", "s'est interrompu en cours de route"),
    "malformed": ("sent something that is no answer", "a renvoyé autre chose qu'une réponse"),
    "unverified": (
        "wrote nothing that its citations hold",
        "n'a rien écrit que ses citations soutiennent",
    ),
    "no_answer": ("found no answer in the passages", "n'a pas trouvé la réponse dans les passages"),
}


def fallback(why: Why, language: Language, answered: bool) -> str:
    """Why the model's answer isn't given, and, where there is another, what is given instead."""
    english, french = _TEXTS[why]
    if language == "fr":
        instead = " ; voici les mots des documents eux-mêmes." if answered else "."
        return f"Le modèle de langage {french}{instead}"
    instead = "; here are the documents' own words." if answered else "."
    return f"The language model {english}{instead}"
