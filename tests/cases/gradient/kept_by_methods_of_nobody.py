"""What is kept beside a text may come back: only of a few methods is it known that they write it down."""

import torch


def step(model, x, store):
    norm = torch.sqrt(torch.softmax(model(x), -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(…)` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    store.put("norm", norm)


def reported(model, x, store):
    norm = torch.sqrt(torch.softmax(model(x), -1))
    store.record("norm", norm)


def without_a_text(model, x, store):
    norm = torch.sqrt(torch.softmax(model(x), -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(…)` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    store.record(norm)


def called_by_its_name(model, x, store):
    norm = torch.sqrt(torch.softmax(model(x), -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(…)` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    keep(norm)


def parts(model, x, y):
    left, right = torch.chunk(torch.sqrt(torch.softmax(model(x), -1)), 2, dim=-1)
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(…)` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    order = torch.sort(torch.sqrt(torch.softmax(model(x), -1)))
    largest = torch.max(torch.sqrt(torch.softmax(model(x), -1)), dim=-1)
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(…)` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    loss = (left - right).mean() + y[order.indices].mean() + largest[0].mean()
    loss.backward()
