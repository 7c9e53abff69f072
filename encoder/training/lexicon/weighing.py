"""From links to translation probabilities: law believed less, and only what holds both ways.

Law text is most of the pairs, and gives everyday words meanings that they have nowhere else
("policy": an insurance's). Its texts count less than others, and a meaning that only they give
counts the less, the more other texts have the word without it. A word that only laws use is left
with what they say. What the forms of a word say together is a prior for each of them, worth a few
sightings (Dirichlet smoothing, after Zhai & Lafferty 2004, "A study of smoothing methods for
language models").
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

import numpy as np

from encoder.lexicon import Language
from encoder.training.data import LAW_WEIGHT
from encoder.training.lexicon.domain import Sightings
from encoder.training.lexicon.linking import Links, Side

ALONE_SIGHTINGS = 30.0  # texts that have a word, but not a law's meaning, which halve that meaning
LEAST_EVERYDAY = 0.5  # sightings of a meaning elsewhere, so that it isn't law's alone
CONFIRMED = 0.1  # share of a domain word's everyday texts that a law's meaning must have
FORM_SIGHTINGS = 2.0  # what the forms of a word together say of one form
DISCOUNT = 0.7  # off each count, so that one coincidence is no translation (absolute discounting)
# The geometric mean of both directions' probabilities. A bystander that often comes with a word is
# likely given the word, or the word given it, seldom both.
LEAST_BOTH_WAYS = 0.07
LEAST_ONE_WAY = 0.03


@dataclass(frozen=True, slots=True)
class Weighed:
    """Each head's translations with probabilities, and how often the head was seen.

    What a head's probabilities lack to 1 was linked to nothing, or to nothing believed.
    """

    translations: Sightings
    seen: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Direction:
    """Links seen from one language: parallel arrays of heads, a word of `side` each, and so on."""

    side: Side
    heads: np.ndarray
    other: Side
    partners: np.ndarray
    everyday: np.ndarray
    law: np.ndarray


def weigh(links: Links, domain: Mapping[Language, Collection[str]]) -> dict[Language, Weighed]:
    """Return the translations of both languages' words.

    Of a word of the domain laws may only say what other texts confirm: in them "cluster" is a
    munition, "intervenant" a party to a case, and "schedule" an annex.
    """
    french, english = (links.french, links.source), (links.english, links.target)
    there = _Direction(*french, *english, links.everyday, links.law)
    back = _Direction(*english, *french, links.everyday, links.law)
    good = np.flatnonzero(np.sqrt(_chances(there) * _chances(back)) >= LEAST_BOTH_WAYS)
    return {
        "fr": _by_head(_without_accidents(there, domain["fr"]), good),
        "en": _by_head(_without_accidents(back, domain["en"]), good),
    }


def _without_accidents(links: _Direction, domain: Collection[str]) -> _Direction:
    """Return links without what laws say of the domain's words and other texts hardly do."""
    side, width = links.side, len(links.other.units)
    couples = links.heads.astype(np.int64) * width + links.other.units[links.partners]
    _, couples = np.unique(couples, return_inverse=True)
    everyday = np.bincount(couples, links.everyday)[couples]
    confirmed = everyday >= CONFIRMED * np.maximum(side.everyday, 1)[links.heads]
    of_domain = np.array([word in domain for word in side.words])[links.heads]
    return replace(links, law=np.where(of_domain & ~confirmed, 0, links.law))


def _chances(links: _Direction) -> np.ndarray:
    """Return for each link P(partner's unit | head), over all texts that have the head."""
    side = links.side
    nothing = np.zeros(len(links.heads))
    of_unit = _conditional(links, side.units[links.heads], side.units, nothing, 0.0)
    every_word = np.arange(len(side.words))
    return _conditional(links, links.heads, every_word, of_unit, FORM_SIGHTINGS)


def _conditional(
    links: _Direction,
    heads: np.ndarray,
    groups: np.ndarray,
    prior: np.ndarray,
    prior_sightings: float,
) -> np.ndarray:
    """Return for each link P(partner's unit | head), given what is thought beforehand.

    Args:
        links: the links.
        heads: what each link's head counts as, a word or a unit.
        groups: the same for each word of the language.
        prior: what is thought, for each link.
        prior_sightings: how many sightings that is worth.
    """
    partners = links.other.units[links.partners]
    width = int(partners.max()) + 1
    _, couples = np.unique(heads.astype(np.int64) * width + partners, return_inverse=True)
    everyday = np.bincount(couples, links.everyday)[couples]
    law = np.bincount(couples, links.law)[couples]
    everyday_texts = np.bincount(groups, links.side.everyday)[heads]
    law_texts = np.bincount(groups, links.side.law)[heads]
    alone = ALONE_SIGHTINGS / (ALONE_SIGHTINGS + everyday_texts)
    believed = LAW_WEIGHT * np.where(everyday >= LEAST_EVERYDAY, 1.0, alone)
    counts = np.maximum(everyday + believed * law - DISCOUNT, 0) + prior_sightings * prior
    texts = everyday_texts + LAW_WEIGHT * law_texts
    return counts / (texts + DISCOUNT + prior_sightings)


def _by_head(links: _Direction, good: np.ndarray) -> Weighed:
    """Return each head's translations: of every unit the form that stands opposite it most."""
    side, other, chances = links.side, links.other, _chances(links)
    forms: defaultdict[int, dict[int, tuple[float, int, str, float]]] = defaultdict(dict)
    for row in good.tolist():
        head, partner = int(links.heads[row]), int(links.partners[row])
        everyday, law = links.everyday[row], links.law[row]
        if chances[row] < LEAST_ONE_WAY or not (everyday or law):
            continue
        form = other.words[partner]
        # Most often opposite; of equals the shortest, which is the dictionary's more often.
        candidate = (-(everyday + LAW_WEIGHT * law), len(form), form, float(chances[row]))
        unit = int(other.units[partner])
        forms[head][unit] = min(candidate, forms[head].get(unit, candidate))
    sightings = side.everyday + LAW_WEIGHT * side.law
    return Weighed(
        {
            side.words[head]: {form: chance for _, _, form, chance in units.values()}
            for head, units in forms.items()
        },
        {side.words[head]: float(sightings[head]) for head in forms},
    )
