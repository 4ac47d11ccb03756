"""The page on scripts of others says what the files are."""

import base64
import hashlib
import json

from catalog.render.pages.vendored import VENDOR, scripts


def test_every_script_is_listed_with_the_hash_of_its_file():
    lock = json.loads((VENDOR / "versiones.json").read_text(encoding="utf-8"))
    found = {script.file.removeprefix("vendor/"): script for script in scripts()}
    assert set(found) == set(lock) == {path.name for path in VENDOR.glob("*.js")}
    for name, script in found.items():
        digest = hashlib.sha256((VENDOR / name).read_bytes())
        assert script.sha256 == digest.hexdigest()
        assert base64.b64decode(script.integrity.removeprefix("sha256-")) == digest.digest()
        assert script.licence in ("MIT", "Apache-2.0")
        assert script.version in script.origin
        assert "Licen" in script.text or "Permission" in script.text
