"""Who may change the library from the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pipelines.settings import Settings
from ui.web import service
from ui.web.allowed import permission

HERE = "127.0.0.1"
AWAY = "192.0.2.1"
AUTH = {"auth": {"redirect_uri": f"http://{AWAY}:8501/oauth2callback", "cookie_secret": "made up"}}


@pytest.mark.parametrize(
    ("read_only", "address", "expected"),
    [
        (None, HERE, "yes"),
        (None, "localhost", "yes"),
        (None, "::1", "yes"),
        (None, AWAY, "not_local"),
        (None, "my-machine", "not_local"),
        (None, "0.0.0.0", "not_local"),  # noqa: S104 (every address of this machine)
        (None, "::", "not_local"),
        (None, "", "not_local"),
        (False, AWAY, "yes"),
        (True, HERE, "read_only"),
        (True, AWAY, "read_only"),
    ],
)
def test_without_a_login_only_this_machine_may_unless_the_owner_says(
    read_only: bool | None, address: str, expected: str
) -> None:
    assert permission(Settings(read_only=read_only), address) == expected


def told(page: AppTest) -> str:
    assert not page.exception
    return "\n".join(e.proto.body for e in page.get("html"))


@pytest.fixture
def reconfigured(library_folder: Path, visit: Callable[..., AppTest]) -> Callable[..., None]:
    def make(address: str = HERE, **settings: object) -> None:
        service.release()
        chosen = Settings(library=library_folder, threads=1, **settings)
        service.configure(chosen, listens_on=address)

    return make


def test_a_read_only_page_shows_and_has_no_way_to_change(
    reconfigured: Callable[..., None], visit: Callable[..., AppTest]
) -> None:
    reconfigured(read_only=True)
    page = visit("library", locale="fr-FR")
    assert "lecture seule" in told(page)
    assert not page.get("file_uploader")
    page.session_state["document"] = service.service().records()[0].id
    page.run()
    keys = {button.key for button in page.button}
    assert "document-open" in keys
    assert not keys & {"document-correct", "document-delete", "reindex", "upload-read"}


def test_beyond_this_machine_writing_is_off_until_a_login_is_configured(
    reconfigured: Callable[..., None], visit: Callable[..., AppTest]
) -> None:
    reconfigured(address=AWAY)
    page = visit("library")
    assert "configure a login" in told(page)
    assert not page.get("file_uploader")
    page.secrets = AUTH
    page.run()
    assert "Log in to change the library." in told(page)
    assert not page.get("file_uploader")
    page.user = {"is_logged_in": True, "email": "editor@example.org"}
    page.run()
    assert page.get("file_uploader")


def test_only_listed_people_may_once_logged_in(
    reconfigured: Callable[..., None], visit: Callable[..., AppTest]
) -> None:
    reconfigured(address=AWAY, editors="editor@example.org, Other@Example.org")
    page = visit("library")
    page.secrets = AUTH
    people = {
        "OTHER@example.org": True,
        "stranger@example.org": False,
        "": False,
    }
    for address, may in people.items():
        page.user = {"is_logged_in": True, "email": address}
        page.run()
        assert bool(page.get("file_uploader")) == may
    page.user = {"is_logged_in": True, "email": "editor@example.org", "email_verified": False}
    page.run()
    assert not page.get("file_uploader")
