"""Texts that people bring: of any encoding, or as Word wrote them."""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path
from xml.etree import ElementTree

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
LARGEST = 8 << 20
"""Bytes of a text. The limit also holds for what a Word file unpacks to."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    ElementTree.ParseError,
    RuntimeError,
)
"""What broken, encrypted and pretended Word files raise."""
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n"}
SAVE_AS = "Guárdelo en Word como .docx o como texto sin formato (.txt)."


def decoded(data: bytes) -> tuple[str, str]:
    """Text and name of its encoding: UTF-8, UTF-16 by its mark, otherwise Windows-1252."""
    if data[:2] in UTF_16:
        return data.decode("utf-16", "replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "Windows-1252"


def text_of(path: Path) -> tuple[str, str]:
    """The text of a plain or Word file, or why it cannot be read (Spanish)."""
    try:
        if path.stat().st_size > LARGEST:
            return "", f"«{path.name}» es demasiado grande para ser el texto de un caso."
        if path.suffix.lower() == ".docx":
            return word_text(path)
        text, _ = decoded(path.read_bytes())
    except OSError as problem:
        return "", f"No se pudo leer «{path.name}»: {problem.strerror}."
    return ("", f"«{path.name}» no es un texto. {SAVE_AS}") if "\0" in text else (text, "")


def word_text(path: Path) -> tuple[str, str]:
    """The paragraphs of a .docx with an empty line between them; list items start with «- »."""
    try:
        with zipfile.ZipFile(path) as packed:
            part = packed.getinfo("word/document.xml")
            if part.file_size > LARGEST:
                return "", f"«{path.name}» es demasiado grande para ser el texto de un caso."
            root = ElementTree.fromstring(packed.read(part))
    except UNREADABLE:
        return "", f"«{path.name}» no es un documento de Word legible. {SAVE_AS}"
    for parent in list(root.iter()):
        for copy in parent.findall(FALLBACK):
            parent.remove(copy)
    taken: set[int] = set()
    rows = [paragraph(node, taken) for node in root.iter(f"{W}p")]
    return "\n\n".join(row for row in rows if row.strip()), ""


def paragraph(node: ElementTree.Element, taken: set[int]) -> str:
    """The words of a paragraph. Boxes lie inside paragraphs: ``taken`` keeps them from doubling."""
    said = ""
    for run in node.iter(f"{W}r"):
        if id(run) not in taken:
            taken.add(id(run))
            said += "".join(BREAKS.get(part.tag, part.text if part.tag == f"{W}t" else "") or "" for part in run)  # fmt: skip  # noqa: E501
    listed = node.find(f"{W}pPr/{W}numPr") is not None
    return f"- {said.strip()}" if listed and said.strip() else said
