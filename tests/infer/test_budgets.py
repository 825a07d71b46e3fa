"""What is still known when a question was too long to be answered."""

from __future__ import annotations

from nanproof.analysis import Project
from nanproof.infer.budgets import DEAR, MOST_FOR_ALL_CALLERS, MOST_FOR_CALLERS, MOST_FOR_ONE_QUESTION, Evaluations
from nanproof.source.document import Document
from tests.names.project import Files


def codes(source: str) -> list[str]:
    found = Project(None, Files({})).diagnose(Document.from_text("a.py", source))
    return [each.finding.code for each in found]


def stacked(mask: str) -> str:
    terms = ", ".join(f"torch.sin(x * {number})" for number in range(MOST_FOR_ONE_QUESTION))
    return f"import torch\n\ndef f(x):\n    p = torch.stack([{terms}])\n    return torch.log({mask})\n"


def test_a_mask_holds_behind_an_operand_that_used_up_the_budget() -> None:
    assert codes(stacked("torch.clamp(p, min=1e-10)")) == []
    assert codes(stacked("torch.relu(x)")) == ["NAN101"]


def test_a_guard_holds_behind_an_operand_that_used_up_the_budget() -> None:
    terms = ", ".join(f"torch.relu(x) * {number}" for number in range(MOST_FOR_ONE_QUESTION))
    text = f"import torch\n\ndef f(x):\n    least = 0.5\n    p = torch.stack([{terms}]).relu().sum()\n"
    assert codes(f"{text}    return torch.log(p)\n") == ["NAN101"]
    assert codes(f"{text}    if p > least:\n        return torch.log(p)\n") == []


def spend(budget: Evaluations, evaluations: int) -> int:
    """Spend so much, and return how much of it was allowed."""
    return sum(budget.spend(begins=False) for _ in range(evaluations))


def begun() -> Evaluations:
    budget = Evaluations(0)
    assert budget.spend(begins=True)
    return budget


def test_callers_leave_room_for_the_expression_itself() -> None:
    budget = begun()
    allowed = []
    while budget.allows_callers:
        allowed.append(budget.on_callers(lambda: spend(budget, MOST_FOR_CALLERS + 1), is_outermost=True)[0])
    assert allowed == [MOST_FOR_CALLERS, MOST_FOR_ALL_CALLERS - MOST_FOR_CALLERS]


def test_what_callers_of_one_function_may_cost_is_spent_for_good() -> None:
    budget = begun()
    assert budget.on_callers(lambda: spend(budget, MOST_FOR_CALLERS), is_outermost=True)[1]
    assert not budget.on_callers(lambda: spend(budget, MOST_FOR_CALLERS), is_outermost=True)[1]  # it had less


def test_a_bound_is_affordable_behind_the_end() -> None:
    budget = begun()
    spend(budget, 2 * MOST_FOR_ONE_QUESTION)
    assert budget.on_a_bound(lambda: spend(budget, 1)) == 1
    assert spend(budget, 1) == 0


def test_half_a_question_is_dear() -> None:
    budget = begun()
    is_dear = budget.dear_from_here()
    spend(budget, DEAR - 1)
    assert not is_dear()
    spend(budget, 1)
    assert is_dear()
