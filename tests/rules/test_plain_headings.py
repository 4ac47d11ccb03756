"""Headings found without a Markdown parser are those that the parser finds."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from catalog.rules import body
from tests.load.test_properties import BODY

LINES = st.lists(
    st.sampled_from(
        [
            *("## Resultados", "### Con subtítulo", "# Uno", "#", "##  Doble ", "## Con # signo"),
            *(
                "Texto corriente.",
                "- lista",
                "  ## dentro",
                "> ## cita",
                "1. ## número",
                "    ## x",
            ),
            *("", "", " ", "---", "===", "| a |", "|---|", "```", "<!--", "-->", "<b>", "[a]: /x"),
            *(
                "####### siete",
                "## fin ##",
                "## \\#",
                "Texto ## medio",
                "## `a`",
                "\u00a0",
                "+",
                "* ",
            ),
            *("##", "## ", "##Pegado", "texto\t## x", "\u2028## y", "\x0c", "-- ", "-"),
        ]
    ),
    max_size=12,
).map("\n".join)


@settings(max_examples=600)
@given(LINES | BODY.map(lambda text: text.replace("\r", "")))
def test_both_ways_agree(text):
    fast = body.Body(text, 7).headings
    assert fast == list(body.Body(text, 7).parsed_headings())


def test_the_usual_body_is_not_parsed():
    text = "\n## Situación inicial\n\nGastaba **mucha** agua.\n\n- uno\n- dos\n\n## Qué se hizo\n"
    assert not re.search(body.COMPLICATED, "\n" + text)
    assert [(h.text, h.empty) for h in body.Body(text, 1).headings] == [
        ("Situación inicial", False),
        ("Qué se hizo", True),
    ]
