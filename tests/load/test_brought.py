"""Texts of any encoding and Word files; what cannot be read says why."""

import zipfile

import pytest

from catalog.load.brought import LARGEST, W, decoded, text_of

SPACE = (
    f'xmlns:w="{W[1:-1]}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
RUN = "<w:r><w:t>{}</w:t></w:r>"
PARTS = (
    f"<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>{RUN.format('Situación ')}"
    f"{RUN.format('inicial')}</w:p>"
    "<w:p/>"
    f"<w:p><w:pPr><w:numPr/></w:pPr>{RUN.format('Pesar')}</w:p>"
    "<w:p><w:r><w:t>uno</w:t><w:tab/><w:t>dos</w:t><w:br/></w:r></w:p>"
    f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:p>{RUN.format('recuadro')}</w:p></mc:Choice>"
    f"<mc:Fallback><w:p>{RUN.format('recuadro')}</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    "<w:p><w:del><w:r><w:delText>borrado</w:delText></w:r></w:del></w:p>"
)


def packed(path, text):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", text)
    return path


def test_word_paragraphs(tmp_path):
    file = packed(
        tmp_path / "caso.docx", f"<w:document {SPACE}><w:body>{PARTS}</w:body></w:document>"
    )
    text, problem = text_of(file)
    assert not problem
    assert text == "Situación inicial\n\n- Pesar\n\nuno\tdos\n\n\nrecuadro"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(tmp_path, encoding):
    file = tmp_path / "caso.txt"
    file.write_bytes("Ñandú, «medición»".encode(encoding))
    assert text_of(file) == ("Ñandú, «medición»", "")


def test_the_encoding_is_said():
    assert decoded("ñ".encode("cp1252")) == ("ñ", "Windows-1252")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("caso.doc", b"\xd0\xcf\x11\xe0\0\0\0", "no es un texto"),
        ("caso.docx", b"PK nada", "no es un documento de Word legible"),
        ("caso.txt", b"x" * (LARGEST + 1), "demasiado grande"),
    ],
)
def test_what_is_no_text(tmp_path, name, content, says):
    (tmp_path / name).write_bytes(content)
    text, problem = text_of(tmp_path / name)
    assert not text
    assert says in problem


@pytest.mark.parametrize("inside", ["<w:a", "<a/>" + " " * (LARGEST + 1)])
def test_word_files_that_lie(tmp_path, inside):
    assert text_of(packed(tmp_path / "caso.docx", inside))[1]


def test_a_zip_without_a_document(tmp_path):
    with zipfile.ZipFile(tmp_path / "caso.docx", "w") as file:
        file.writestr("otro.xml", "<a/>")
    assert "no es un documento de Word" in text_of(tmp_path / "caso.docx")[1]


def test_a_file_that_is_not_there(tmp_path):
    assert "No se pudo leer «nada.txt»" in text_of(tmp_path / "nada.txt")[1]


def test_a_damaged_word_file(tmp_path):
    file = packed(tmp_path / "caso.docx", "<a/>" * 500)
    data = bytearray(file.read_bytes())
    data[50:60] = b"\xff" * 10
    file.write_bytes(data)
    assert "no es un documento de Word" in text_of(file)[1]
