import re

import pytest
import segno

from catalog.render import qr

STROKE = re.compile(r"M(\d+) (\d+)\.5h(\d+)")


def drawn(address):
    path, side = qr.path(address)
    dark = {
        (int(x) + step, int(y)) for x, y, run in STROKE.findall(path) for step in range(int(run))
    }
    return dark, side


@pytest.mark.parametrize(
    "address",
    [
        "https://catalogo.example/",
        "https://catalogo.example/casos/bo-curtiembre-san-lorenzo/",
        "https://catalogo.example/practicas/medir/",
        "https://ejemplo.org/" + "una-direccion-bastante-larga-" * 4,
        "https://ejemplo.org/catálogo/casos/ñandú/",
        "/casos/a/",
    ],
)
@pytest.mark.parametrize("few", [0, 10**9])
def test_the_short_cut_draws_what_the_encoder_draws(address, few, monkeypatch):
    monkeypatch.setattr(qr, "FEW", few)
    code = segno.make(address, error="m", mask=3, boost_error=False, micro=False, mode="byte")
    expected = {
        (x + 2, y + 2)
        for y, row in enumerate(code.matrix)
        for x, module in enumerate(row)
        if module
    }
    assert drawn(address) == (expected, len(code.matrix) + 4)
