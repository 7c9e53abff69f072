"""Who may change the library from the page.

Rule: the owner's word goes first (``GRAPPE_READ_ONLY``). Where a login is configured in
Streamlit's secrets, only who is logged in may, and of those only ``GRAPPE_EDITORS`` where that
names any. Without a login, only a page that no other machine reaches may be written to.
"""

from __future__ import annotations

from typing import Literal

import streamlit as st
from streamlit.errors import StreamlitAuthError

from pipelines.errors import UsageError
from pipelines.settings import Settings

Permission = Literal["yes", "log_in", "not_listed", "read_only", "not_local"]
_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def permission(settings: Settings, listens_on: str | None) -> Permission:
    """Whether this session may change the library, or why not.

    ``listens_on`` is the address that the page listens on, not the one it is called by: one that
    listens on every address of its machine is called by "localhost" too. None for no server at all.
    """
    if settings.read_only:
        return "read_only"
    if login_configured():
        if not st.user.get("is_logged_in"):
            return "log_in"
        return "yes" if _listed(settings.editors) else "not_listed"
    reached = listens_on is not None and listens_on not in _LOOPBACK
    if settings.read_only is None and reached:
        return "not_local"
    return "yes"


def log_in() -> None:
    """Go to the owner's login; raises :class:`UsageError` where what it needs isn't installed."""
    try:
        st.login()
    except StreamlitAuthError as error:
        raise UsageError(
            f"The login can't be opened: {error}", f"La connexion ne s'ouvre pas : {error}"
        ) from error


def login_configured() -> bool:
    """Whether the owner configured a login, which is OpenID Connect, in Streamlit's secrets."""
    try:
        return "auth" in st.secrets
    except FileNotFoundError:  # no secrets at all
        return False


def _listed(editors: str) -> bool:
    names = {name.strip().casefold() for name in editors.split(",") if name.strip()}
    if not names:
        return True
    verified = st.user.get("email_verified", True) in (True, "true")
    return verified and str(st.user.get("email", "")).casefold() in names
