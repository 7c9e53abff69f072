"""Why a file was not read: a code, and the reason in the user's language."""

from __future__ import annotations

from typing import Final

# code -> (English, French). Each says what is wrong and what to do about it.
REASONS: Final[dict[str, tuple[str, str]]] = {
    "EMPTY": (
        "The file is empty. Export it again from where it came from.",
        "Le fichier est vide. Exportez-le de nouveau depuis sa source.",
    ),
    "CORRUPT": (
        "The file is damaged or cut short. Get a fresh copy and ingest it again.",
        "Le fichier est endommagé ou tronqué. Reprenez-en une copie intacte et relancez.",
    ),
    "ENCRYPTED": (
        "The file is protected by a password. Save it without one and ingest it again.",
        "Le fichier est protégé par un mot de passe. Enregistrez-le sans et relancez.",
    ),
    "NO_TEXT": (
        "No text could be found. If it is a scan, install tesseract-ocr and tesseract-ocr-fra, or"
        " run text recognition (OCR) on it first.",
        "Aucun texte trouvé. Pour un scan, installez tesseract-ocr et tesseract-ocr-fra, ou"
        " passez-le d'abord à la reconnaissance de texte.",
    ),
    "TYPE_MISMATCH": (
        "The content is not what the file name says. Rename it or save it in the right format.",
        "Le contenu ne correspond pas à l'extension. Renommez-le ou enregistrez-le correctement.",
    ),
    "UNSUPPORTED": (
        "This format is not read. Save it as docx, pptx, xlsx, odt, pdf, html or txt.",
        "Ce format n'est pas lu. Enregistrez-le en docx, pptx, xlsx, odt, pdf, html ou txt.",
    ),
    "OLD_OFFICE": (
        "The file is of Office before 2007 (doc, xls, ppt). Open it, save it as docx, xlsx or pptx"
        " and ingest it again.",
        "Le fichier vient d'un Office d'avant 2007 (doc, xls, ppt). Ouvrez-le, enregistrez-le en"
        " docx, xlsx ou pptx et relancez.",
    ),
    "TOO_LARGE": (
        "The file is over a limit on size, unpacked size, length, pages, memory or time. Split it,"
        " or raise the limit: GRAPPE_MAX_FILE_MB, GRAPPE_MAX_UNPACKED_MB, GRAPPE_MAX_CHARACTERS,"
        " GRAPPE_MAX_PAGES, GRAPPE_READ_MEMORY_MB or GRAPPE_READ_SECONDS.",
        "Le fichier dépasse une limite de taille, de taille décompressée, de longueur, de pages, de"
        " mémoire ou de temps. Découpez-le ou relevez la limite : GRAPPE_MAX_FILE_MB,"
        " GRAPPE_MAX_UNPACKED_MB, GRAPPE_MAX_CHARACTERS, GRAPPE_MAX_PAGES, GRAPPE_READ_MEMORY_MB ou"
        " GRAPPE_READ_SECONDS.",
    ),
    "UNREADABLE": (
        "The file can't be opened. Check that it exists and that you may read it.",
        "Le fichier ne peut pas être ouvert. Vérifiez qu'il existe et que vous pouvez le lire.",
    ),
    "CRASHED": (
        "Reading the file failed. Open it, save it anew and ingest it again.",
        "La lecture du fichier a échoué. Ouvrez-le, enregistrez-le de nouveau et relancez.",
    ),
}


class ReadError(Exception):
    """A file that could not be read; ``code`` is one of :data:`REASONS`, ``detail`` is for logs."""

    def __init__(self, code: str, detail: str = "") -> None:
        if code not in REASONS:
            raise ValueError(f"unknown reason code {code!r}; known: {', '.join(REASONS)}")
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.detail = detail


def reason(code: str, language: str) -> str:
    """The sentence that explains ``code`` to a reader of ``language`` ("fr" or "en")."""
    english, french = REASONS[code]
    return french if language == "fr" else english
