"""Pages that are only made if need be: what they look up is all that they are made of."""

from dataclasses import fields, replace
from functools import partial

import pytest

from catalog.model import Catalog
from catalog.reads import Later
from catalog.render import BUILDERS, TEMPLATES, embed, training
from catalog.render.env import environment
from catalog.render.site import Site
from catalog.render.view import Sheet
from catalog.render.watched import UNWATCHED
from catalog.render.write import write
from catalog.settings import Settings
from tests.real import real

EVERY = 40
"""One sheet of so many is looked at alone."""


def sheets(catalog):
    """The texts of a catalog that are made later, by address, none of them made yet."""
    site, env = Site(catalog, Settings()), environment(TEMPLATES)
    pages = (page for builder in BUILDERS.values() for page in builder(site))
    found = (page for page in pages if isinstance(page, Sheet))
    later = {it.address: Later(site.reads, partial(text, it, env, site)) for it in found}
    return later | dict(embed.files(site))


def text(sheet, env, site):
    page = sheet.make()
    assert page.address == sheet.address
    return write(training.offered(page), env, site)


@pytest.fixture(scope="module")
def catalog():
    return real().catalog


@pytest.fixture(scope="module")
def together(catalog):
    """All of them, made one after the other for the same site."""
    found = sheets(catalog)
    for later in found.values():
        later.text()
    return found


def test_all_of_a_catalog_is_watched_but_two_tables(catalog):
    assert set(UNWATCHED) == {"vocabularies", "matrix"}
    watched = Site(catalog, Settings()).catalog
    same = {f.name for f in fields(Catalog) if getattr(watched, f.name) is getattr(catalog, f.name)}
    assert same == set(UNWATCHED)


def test_no_sheet_reads_the_matrix(catalog, together):
    without = sheets(replace(catalog, matrix=None))
    assert without.keys() == together.keys()
    assert [
        address for address in without if without[address].text() != together[address].text()
    ] == []


def test_what_was_made_before_hides_nothing(catalog, together):
    """Whoever takes a value that another page had worked out has looked up the same."""
    for address in sorted(together)[::EVERY]:
        alone = sheets(catalog)[address]
        assert alone.text() == together[address].text()
        assert alone.made_of == together[address].made_of, address
