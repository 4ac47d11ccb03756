import pytest

from tests.real import real
from tests.site.crawl import Site
from tools.kinds import kinds as kinds_of
from tools.web import serve


@pytest.fixture(scope="session")
def built():
    """The real content, built once for all tests of the site."""
    return real()


@pytest.fixture(scope="session")
def site(built):
    return Site(built.site)


@pytest.fixture(scope="session")
def kinds(built):
    """Addresses of every kind of page, and of the extremes of each."""
    return list(kinds_of(built.site).values())


@pytest.fixture(scope="module")
def address(built):
    with serve(built.site) as found:
        yield found


@pytest.fixture(scope="module")
def page(browser):
    """One page for all tests of a file; the policy of the site would refuse what tests inject."""
    context = browser.new_context(bypass_csp=True, service_workers="block")
    yield context.new_page()
    context.close()
