"""Someone filling in the form: words from the page, never its inner names."""

from __future__ import annotations

import re
from pathlib import Path

from catalog.check import check_tree
from catalog.model import Severity
from tests.vocabulary import PROJECT


class Person:
    """A page with the form open."""

    def __init__(self, page):
        self.page = page

    def box(self, label, where=None):
        """The control under a label that starts with these words."""
        start = re.compile(rf"^\s*{re.escape(label)}(?:\s*\*)?\s*$")
        return (
            (where or self.page.locator("#aportar"))
            .get_by_label(start)
            .locator("visible=true")
            .first
        )

    def write(self, label, text, where=None):
        self.box(label, where).fill(text)

    def choose(self, label, text, where=None):
        """Types into a box that finds and takes the first that is found."""
        box = self.box(label, where)
        box.click()
        box.fill(text)
        owner = box.get_attribute("aria-controls")
        self.page.locator(f"#{owner} [role=option]").first.click()

    def select(self, label, text, where=None):
        box = self.box(label, where)
        value = box.locator("option", has_text=text).first.get_attribute("value")
        box.select_option(value)

    def tick(self, group, *labels, where=None):
        fieldset = (
            (where or self.page)
            .locator("fieldset")
            .filter(has=self.page.locator("legend", has_text=group))
        )
        for label in labels:
            fieldset.last.locator("label", has_text=label).click()

    def card(self, name):
        return self.page.get_by_role("group", name=name, exact=True)

    def press(self, name, where=None):
        (where or self.page.locator("#aportar")).get_by_role("button", name=name).first.click()

    def unfold(self, title):
        self.page.locator("details > summary", has_text=title).first.click()

    def settle(self):
        """Waits until the form has caught up with what was typed."""
        self.page.wait_for_timeout(250)

    def send(self):
        self.press("Revisar y enviar")

    def mistakes(self):
        return self.page.locator(".summary li").all_inner_texts()

    def error(self, label, where=None):
        """The message beside a field."""
        return (
            self.box(label, where)
            .evaluate("e => e.closest('.f').querySelector('.e').innerText")
            .strip()
        )

    def files(self):
        """Path and text of every file as the page offers it."""
        names = self.page.locator("#vista .file").all_inner_texts()
        texts = [
            one.evaluate("e => e.textContent") for one in self.page.locator("#vista pre").all()
        ]
        return dict(zip(names, texts, strict=True))

    def downloads(self):
        """Everything that the download button brings, by file name."""
        expected = len(self.files())
        found = []
        self.page.on("download", lambda download: found.append(download))
        self.press("Descargar archivo")
        for _ in range(60):
            if len(found) == expected:
                break
            self.page.wait_for_timeout(100)
        return {d.suggested_filename: Path(d.path()).read_bytes().decode("utf-8") for d in found}


def minimal(person):
    """Only what is required, with a source that exists."""
    person.write("Título", "Panadería que mide el gas de su horno")
    person.write(
        "Resumen", "Una panadería de Oruro midió el gas de su horno, selló la puerta y gasta menos."
    )
    person.tick("¿Quién lo hizo?", "Empresa")
    person.choose("País", "boliv")
    person.choose("Sector", "panader")
    person.write("¿Cuándo?", "2019")
    person.tick("¿Qué cuida?", "Energía")
    person.write("Ninguna de la lista, porque…", "La fuente solo habla del sello de la puerta.")
    person.choose("Documento o página", "estudio", person.card("Fuente 1"))


def judged(root, files):
    """Errors and warnings of ``check`` about the files once they lie in the catalog."""
    for path, text in files.items():
        target = root / path
        assert not target.exists(), path
        target.write_bytes(text.encode("utf-8"))
    report = check_tree(root, PROJECT)
    return [
        f"{f.file}:{f.line} {f.rule} {f.message}"
        for f in report.findings
        if f.severity in (Severity.ERROR, Severity.WARNING) and f.file in files
    ], report.entries
