"""Of labels and of a number that another file gives nobody knows here whether all labels may be ignored."""

import torch.nn.functional as F
from corpus import PADDING, labels


def step(model, x, optimizer):
    loss = F.cross_entropy(model(x), labels, ignore_index=PADDING)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `labels` can all be the label that is ignored: the mean cross-entropy of none is NaN; ask first
    loss.backward()
    optimizer.step()


def step_with_a_number(model, x, optimizer):
    loss = F.cross_entropy(model(x), labels, ignore_index=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 hint: `labels` can all be 0, which is ignored: the mean cross-entropy of none is NaN; ask first
    loss.backward()
    optimizer.step()
