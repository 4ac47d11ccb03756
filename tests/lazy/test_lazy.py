import pytest

from catalog.lazy import Lazy


@pytest.fixture
def made():
    """Keys in the order in which their values were worked out."""
    return []


@pytest.fixture
def lengths(made):
    def length(key):
        made.append(key)
        return len(key)

    return Lazy(("agua", "sal"), length)


def test_a_value_is_worked_out_once_and_only_when_asked_for(lengths, made):
    assert lengths["sal"] == lengths["sal"] == 3
    assert made == ["sal"]


def test_it_reads_like_a_dictionary(lengths):
    assert dict(lengths) == {"agua": 4, "sal": 3}
    assert list(lengths) == ["agua", "sal"]
    assert len(lengths) == 2


def test_nothing_is_worked_out_for_an_unknown_key(lengths, made):
    assert lengths.get("luz") is None
    assert "luz" not in lengths
    with pytest.raises(KeyError):
        lengths["luz"]
    assert "agua" in lengths
    assert made == []
