"""Changes that authors make, drawn by chance, on a tree of the small catalog."""

import re

ENTRIES = ("cases/*.md", "practices/*.md", "organizations/*.yml", "sources/*.yml")
TITLE = re.compile(r"^(title|name): .*$", re.MULTILINE)
COPY = "bo-copia-{}.md"
TOMBSTONE = (
    "tombstone: {reason: Era una copia de otra ficha., successor: /casos/bo-curtiembre-ejemplo/}"
)


class Author:
    """Makes the same changes in every tree that it is given; the same ``chance``, the same ones."""

    def __init__(self, chance):
        self.chance = chance
        self.number = 0
        self.copies = []

    def change(self, roots):
        """Change something, and say what."""
        self.number += 1
        name, edit = self.chance.choice(list(self.edits().items()))
        file, text = edit(roots[0])
        for root in roots:
            if text is None:
                (root / file).unlink()
            else:
                (root / file).write_text(text, encoding="utf-8")
        return f"{name} {file}"

    def edits(self):
        """What can be done now, by name: functions that give a file and its text, or ``None``."""
        always = {
            "title": self.title, "words": self.words, "place": self.place, "copy": self.copy,
            "figure": self.figure,
        }  # fmt: skip
        return (
            {**always, "withdraw": self.withdraw, "remove": self.remove} if self.copies else always
        )

    def any_of(self, root, *patterns):
        file = self.chance.choice(sorted(p for pattern in patterns for p in root.glob(pattern)))
        return file.relative_to(root), file.read_text(encoding="utf-8")

    def title(self, root):
        file, text = self.any_of(root, *ENTRIES)
        return file, TITLE.sub(rf"\1: 'Otro nombre, el {self.number}'", text, count=1)

    def words(self, root):
        file, text = self.any_of(root, "cases/*.md", "practices/*.md")
        return file, f"{text}\nUna frase más, la {self.number}.\n"

    def place(self, root):
        file, text = self.any_of(root, "cases/*.md")
        country = self.chance.choice(["BO", "CL", "PE", "REGIONAL"])
        return file, re.sub("^country: .*$", f"country: {country}", text, flags=re.MULTILINE)

    def figure(self, root):
        file, text = self.any_of(root, "cases/*.md")
        return file, re.sub("^  - {indicator.*\n", "", text, count=1, flags=re.MULTILINE)

    def copy(self, root):
        _, text = self.any_of(root, "cases/*.md")
        self.copies.append(f"cases/{COPY.format(self.number)}")
        return self.copies[-1], TITLE.sub(rf"\1: 'Una copia, la {self.number}'", text, count=1)

    def withdraw(self, root):
        file = self.copies.pop()
        text = (root / file).read_text(encoding="utf-8")
        return file, text.replace("---\n\n", f"{TOMBSTONE}\n---\n\n", 1)

    def remove(self, _root):
        return self.copies.pop(self.chance.randrange(len(self.copies))), None
