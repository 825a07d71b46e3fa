"""Which findings are asked for, and in which words."""

import pytest

from nanproof.configuration.selection import Selection, UnknownRuleError, is_at, named_rules
from nanproof.findings.finding import Severity

NAMES = {"NAN101": "unmasked-log", "NAN102": "unmasked-division", "NAN301": "infinite-gradient"}


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("NAN101", "NAN101"),
        ("nan1", "NAN1"),
        ("NAN", "NAN"),
        ("unmasked-log", "NAN101"),
        ("Unmasked-Log", "NAN101"),
        (" NAN3 ", "NAN3"),
        ("all", ""),
        ("ALL", ""),
    ],
)
def test_a_rule_is_named_by_its_code_a_beginning_or_its_name(word: str, code: str) -> None:
    assert named_rules([word, ""], NAMES) == (code,)


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("NAN104", "there is no rule 'NAN104'; did you mean NAN"),
        ("unmasked-lg", "there is no rule 'unmasked-lg'; did you mean unmasked-log?"),
        ("E501", "there is no rule 'E501'"),
    ],
)
def test_what_is_no_rule_is_told_with_what_may_be_meant(word: str, told: str) -> None:
    with pytest.raises(UnknownRuleError) as error:
        named_rules([word], NAMES)
    assert str(error.value).startswith(told)
    assert ("did you mean" in str(error.value)) == ("did you mean" in told)


@pytest.mark.parametrize(
    ("select", "ignore", "shown"),
    [
        (("",), (), True),
        (("NAN1",), (), True),
        (("NAN3",), (), False),
        (("",), ("NAN1",), False),
        (("NAN101",), ("NAN1",), True),
        (("NAN1",), ("NAN101",), False),
        (("NAN101",), ("NAN101",), False),
        (("",), ("",), False),
        ((), (), False),
    ],
)
def test_of_what_is_selected_and_ignored_the_longer_counts(
    select: tuple[str, ...], ignore: tuple[str, ...], shown: bool
) -> None:
    assert Selection(Severity.HINT, select, ignore).shows("NAN101", Severity.WARNING) == shown


def test_a_level_shows_its_own_severity_and_stronger_ones() -> None:
    shown = [each for each in Severity if Selection(Severity.WARNING).shows("NAN101", each)]
    assert shown == [Severity.ERROR, Severity.WARNING]
    assert [each for each in Severity if is_at(each, Severity.HINT)] == list(Severity)
