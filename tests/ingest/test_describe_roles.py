"""Who played which role in an event, by the words around a name."""

from __future__ import annotations

import pytest

from ingest.describe.bodies.roles import find_roles, main_role


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        (
            "The workshop was organised by Nordseil Cluster in Graz.",
            "organiser",
            "Nordseil Cluster",
        ),
        ("une réunion organisée à Dole par le Pôle Aubépine.", "organiser", "Pôle Aubépine"),
        ("VESTA and BOREALIS organized a staff exchange.", "organiser", "VESTA and BOREALIS"),
        ("VESTA et BOREALIS vous invitent à un atelier.", "organiser", "VESTA et BOREALIS"),
        ("Organisateur : Pôle Aubépine", "organiser", "Pôle Aubépine"),
        ("The meeting was hosted by Nordseil.", "host", "Nordseil"),
        ("La visite a été accueillie par le cluster Tramontane.", "host", "Tramontane"),
        ("Le Pôle Aubépine a accueilli la délégation.", "host", "Pôle Aubépine"),
        ("Tramontane, the wind cluster, hosted the visitors.", "host", "Tramontane"),
        ("Host Organisation (HO): e-VOLT (energy cluster)", "host", "e-VOLT"),
        (
            "by the partner and Host Organisation (HO) of the exchange – e-VOLT – Energy",
            "host",
            "e-VOLT",
        ),
        ("Hôte : e-VOLT, pôle énergie (Hauts-de-France)", "host", "e-VOLT"),
        ("Host and lead partner: Kelda Maritime (Norway)", "coordinator", "Kelda Maritime"),
        ("The project is coordinated by Nordseil.", "coordinator", "Nordseil"),
        ("Relator: Mr. Anton Feldbusch", "speaker", "Anton Feldbusch"),
        ("Intervenante : Mme Lise Aubrac, Tramontane", "speaker", "Lise Aubrac"),
        ("en partenariat avec Tramontane", "partner", "Tramontane"),
        (
            "un atelier organisé par la direction régionale de l’industrie et des"
            " services (DRIS), pour tous",
            "organiser",
            "direction régionale de l’industrie et des services (DRIS)",
        ),
    ],
)
def test_roles(text: str, kind: str, name: str) -> None:
    found = [r for r in find_roles(text, "fr") if r.kind == kind]
    assert name in [r.name for r in found]
    assert all(r.span.of(text) == r.name for r in found)


def test_the_plainest_role_wins() -> None:
    roles = find_roles("Tramontane welcomed guests.\nHost: Nordseil\n", "en")
    best = main_role(roles, "host")
    assert best is not None
    assert best.name == "Nordseil"
    assert main_role(roles, "funder") is None
