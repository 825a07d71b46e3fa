"""What holds for each test with a client: its server does nothing that the client's capabilities do not allow."""

import warnings
from collections.abc import Iterator

import pytest
from pytest_lsp import LspSpecificationWarning


@pytest.fixture(autouse=True)
def allowed() -> Iterator[None]:
    """Fail where pytest-lsp, which only warns, saw what the specification forbids."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", LspSpecificationWarning)
        yield
    for each in caught:
        assert not issubclass(each.category, LspSpecificationWarning), each.message
        warnings.warn_explicit(each.message, each.category, each.filename, each.lineno)
