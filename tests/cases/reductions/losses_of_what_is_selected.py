# A mean loss of what a comparison selects is NaN where nothing is selected, as a function or as a module; and so is one
# whose labels are all ignored. Which labels to ignore may be said to the function or to the module.

import torch
import torch.nn.functional as F
from torch import nn


def selected(logits, labels):
    known = labels != -1
    return F.cross_entropy(logits[known], labels[known])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `known` holds for any element, and the mean cross-entropy of none is NaN; ask first
    # fixed: nothing


def asked_first(logits, labels):
    known = labels != -1
    if not known.any():
        return logits.sum() * 0
    return F.cross_entropy(logits[known], labels[known])


def each_of_them(logits, labels):
    known = labels != -1
    return F.cross_entropy(logits[known], labels[known], reduction="none")


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(8, 8)
        self.mse = nn.MSELoss()
        self.of_each = nn.MSELoss(reduction="none")
        self.criterion = nn.CrossEntropyLoss(ignore_index=0)
        self.likelihood = nn.NLLLoss(reduction="sum", ignore_index=0)

    def forward(self, x, y, labels):
        out = self.head(x)
        seen = y > 0
        a = self.mse(out[seen], y[seen])
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `seen` holds for any element, and the mean loss of none is NaN; ask first
    # fixed: nothing
    # from: `self.head(x)` made here, unbounded
        b = self.of_each(out[seen], y[seen])
        c = self.criterion(out, labels)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `labels` can all be 0, which is ignored: the mean cross-entropy of none is NaN; ask first
    # fixed: nothing
    # from: `self.head(x)` made here, unbounded
        d = self.likelihood(out, labels)
        return a, b, c, d


def made_to_be_ignored(logits, labels, is_prompt):
    targets = labels.masked_fill(is_prompt, -100)
    a = F.cross_entropy(logits, targets)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: `targets` can all be -100, which is ignored: the mean cross-entropy of none is NaN; ask first
    # fixed: nothing
    b = F.nll_loss(logits.log_softmax(-1), torch.where(is_prompt, -100, labels))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: `torch.where(…)` can all be -100, which is ignored: the mean log-likelihood of none is NaN; ask first
    # fixed: nothing
    # from: `logits.log_softmax(-1)` made here, values in [-inf, 0]
    c = F.cross_entropy(logits, targets, ignore_index=-1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `targets` can all be -1, which is ignored: the mean cross-entropy of none is NaN; ask first
    # fixed: nothing
    d = F.cross_entropy(logits, targets, reduction="sum")
    e = F.cross_entropy(logits, labels)
    f = F.cross_entropy(logits, labels, ignore_index=padding)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `labels` can all be the label that is ignored: the mean cross-entropy of none is NaN; ask first
    # fixed: nothing
    g = F.cross_entropy(logits, targets.view(-1)) if (targets.view(-1) != -100).any() else 0
    return a, b, c, d, e, f, g
