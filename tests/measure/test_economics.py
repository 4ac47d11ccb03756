from decimal import Decimal

from catalog.measure import payback
from catalog.model import Economics, Money, ReportedFigure
from tests.entries import case
from tests.quantities import quantity


def money(value, currency="USD", **more):
    return Money(value=quantity(value), currency=currency, **more)


def paid(**economics):
    return payback(case("a", outcome="implemented", economics=Economics(**economics)))


def test_payback_and_return_are_computed():
    found = paid(investment=money(2240), annual_saving=money(20400))
    assert found.months == Decimal("1.3")
    assert found.roi_percent == Decimal("911")
    assert found.computed
    assert found.formula


def test_a_printed_return_that_nearly_follows_is_told_as_rounding():
    found = paid(
        investment=money(2240),
        annual_saving=money(20400),
        reported_roi_percent=ReportedFigure(value=quantity(900)),
    )
    (contradiction,) = found.contradictions
    assert "900" in contradiction.text
    assert "911" in contradiction.text
    assert "redondeo" in contradiction.text


def test_a_printed_payback_that_does_not_follow_is_told():
    found = paid(
        investment=money(1000),
        annual_saving=money(1000),
        reported_payback_months=ReportedFigure(value=quantity(6)),
    )
    (contradiction,) = found.contradictions
    assert "6 meses" in contradiction.text
    assert "redondeo" not in contradiction.text


def test_a_monthly_saving_is_twelve_times_a_year():
    assert paid(investment=money(1200), annual_saving=money(100, per="month")).months == 12


def test_currencies_are_never_mixed():
    found = paid(investment=money(1000, "BRL"), annual_saving=money(1000))
    assert found.months is None
    assert not found.computed


def test_a_saving_per_room_says_nothing_of_the_whole():
    assert paid(investment=money(1000), annual_saving=money(10, per_of="habitación")).months is None


def test_the_printed_payback_stands_where_none_can_be_computed():
    found = paid(reported_payback_months=ReportedFigure(value=quantity("<=24")))
    assert (found.months, found.computed, found.bound) == (Decimal(24), False, "como mucho")


def test_more_than_so_much_invested_is_a_bound():
    assert paid(investment=money(">=1000"), annual_saving=money(1000)).bound == "al menos"
    assert paid(investment=money(1000), annual_saving=money(">=1000")).bound == "como mucho"


def test_a_proposal_is_projected():
    found = payback(
        case(
            "a",
            outcome="planned",
            economics=Economics(investment=money(100), annual_saving=money(50)),
        )
    )
    assert found.projected
