"""Reading ease of Spanish text by the perspicuity formula of Szigriszt-Pazos (1993).

    ease = 206.835 - 62.3 * syllables / words - words / sentences

The INFLESZ scale of Barrio-Cantalejo (2008) reads it: below 40 very difficult, 40 to 55 somewhat
difficult, 55 to 65 normal, 65 to 80 quite easy, above 80 very easy.

Syllables are counted by the spelling rules of Spanish (a syllable for every vowel nucleus), because
the library that knows the formula (textstat) brings a whole language toolkit along for it.
"""

from __future__ import annotations

import re

LIMIT = 40.0
"""Below this («muy difícil») a text is listed for rewriting."""
MIN_WORDS = 30
"""Shorter texts give no stable number."""

WORD = re.compile(r"[a-záéíóúüñA-ZÁÉÍÓÚÜÑ]+")
SENTENCE_END = re.compile(r"[.!?…:](?=\s|$)|\n\s*\n|\n(?=\s*[-*#])")
NUCLEUS = re.compile(
    r"[iuü]?[aeoáéó](?:[iuü](?![aeoáéó])|y(?![aeiouáéíóú]))?"  # around an open vowel
    r"|[íú]"  # an accented closed vowel stands alone
    r"|[iuü][iuüy]|[iuü]|y(?![aeiouáéíóú])"
)
SILENT_U = re.compile(r"(?<=[qg])u(?=[eiéí])")


def syllables(word: str) -> int:
    """How many syllables a Spanish word has, at least one."""
    bare = SILENT_U.sub("", word.lower()).replace("h", "")
    return max(1, len(NUCLEUS.findall(bare)))


def reading_ease(text: str) -> float | None:
    """Szigriszt-Pazos index of a text, ``None`` for a text too short to judge."""
    words = WORD.findall(text)
    if len(words) < MIN_WORDS:
        return None
    sentences = max(1, len([part for part in SENTENCE_END.split(text) if WORD.search(part)]))
    return 206.835 - 62.3 * sum(map(syllables, words)) / len(words) - len(words) / sentences
