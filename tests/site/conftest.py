import pytest

from tests.real import real
from tests.site.crawl import Site


@pytest.fixture(scope="session")
def built():
    """The real content, built once for all tests of the site."""
    return real()


@pytest.fixture(scope="session")
def site(built):
    return Site(built.site)
