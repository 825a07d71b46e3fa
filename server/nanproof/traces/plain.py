"""What no framework says: a program's own test that failed on a NaN, and a loss that is printed as one."""

from __future__ import annotations

import re

from nanproof.traces.report import Message, Stack, Trouble

_TESTED = re.compile(r"isnan|isfinite|isinf|is_finite|is_nan|\bnan\b", re.IGNORECASE)
_EXCEPTION = re.compile(r"(?:[\w.]{1,200}\.)?([A-Z]\w{1,80}(?:Error|Exception|Warning|Exit))(?::|\Z)")
_NOT_FINITE = re.compile(
    r"(?<![\w.])[-+]?(?:nan|inf|infinity)(?![\w.]|[ ]?(?:%|\())|not finite|non-finite|nonfinite", re.IGNORECASE
)
# `loss: nan`, `'train_loss': nan`, `loss=nan`, `Loss nan`, `grad_norm: tensor(nan`, `ppl inf`.
_TRAINED = re.compile(
    r"(?:loss|cost|objective|elbo|nll|ppl|perplexity|mse|mae|rmse|grad_?norm|gnorm|error|accuracy|reward|reconstruction|kl)\w{0,20}"
    r"['\"]?[ \t]{0,8}(?:[:=|]|is|->)?[ \t]{0,8}(?:tensor\(|Array\(|np\.float\d\d\(|\[)?[-+]?(?:nan|inf)(?![\w.])",
    re.IGNORECASE,
)
# A loss that is printed alone: `tensor(nan, grad_fn=...)`, `Array(nan, dtype=float32)`, `numpy=nan>`; -inf in an array
# is more likely a mask.
_PRINTED = re.compile(
    r"(?:(?:tensor|Tensor|Array|array|float\d\d)\(|\bnumpy=)(?:[-+]?(?:nan|inf)|\[[\[ ]{0,8}nan)(?![\w.])"
)
# A sentence that somebody wrote: `NaN detected in gradients`, `inf/nan in the loss`, `nan loss encountered`.
_SAID = re.compile(
    r"(?<![\w.-])(?:nan|inf|non-?finite)s?(?: ?(?:/|or|and) ?(?:nan|inf)s?)?(?![\w.(=:-])[^:=;]{0,40}?"
    r"\b(?:loss|grad(?:ient)?s?|activations?|logits|outputs?|input tensor|parameters?|weights?)\b",
    re.IGNORECASE,
)
# Where it speaks of what is done about a NaN, should there be one.
_IS_SETTING = re.compile(
    r"\b(?:true|false|none|yes|enabled?|disabled?|check(?:s|ing)?|if|when|avoid|prevent|ignore|fill\w*|drop\w*)\b",
    re.IGNORECASE,
)
_NAN = re.compile(r"(?<![\w.])nan(?![\w.])")
_NUMBERS = re.compile(r"[-+\d.einfa, \t\[\]()]{3,400}\Z")
_GRADIENT = re.compile(r"grad|gnorm", re.IGNORECASE)


def exception_on(text: str) -> str:
    """Return the name of the exception that a line ends a traceback with, nothing where it does not."""
    found = _EXCEPTION.match(text)
    return found[1] if found is not None else ""


def is_test_of_nan(source: str) -> bool:
    """Say whether a line that raised looks for NaN: `assert not torch.isnan(loss)`."""
    return source.lstrip().startswith(("assert", "raise", "if ")) and _TESTED.search(source) is not None


def message_on(text: str) -> Message | None:
    """Return what a line says."""
    if exception_on(text):
        return Message("", Trouble.UNKNOWN) if _NOT_FINITE.search(text) is not None else None
    found = _TRAINED.search(text) or _PRINTED.search(text) or _said(text)
    if found is None:
        return None
    trouble = Trouble.GRADIENT if _GRADIENT.search(found[0]) is not None else Trouble.UNKNOWN
    return Message("", trouble, stack=Stack.NONE, vague=True)


def _said(text: str) -> re.Match[str] | None:
    """Return what a sentence says of a NaN, or a line of nothing but numbers of which one is none."""
    found = _SAID.search(text)
    if found is not None:
        return found if _IS_SETTING.search(text) is None else None
    return _NAN.search(text) if _NUMBERS.match(text) is not None else None
