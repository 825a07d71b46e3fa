"""What a dictionary holds under a key that is written out is followed: displays, assignments, what a model returns."""

import torch
import torch.nn.functional as F
from torch import nn


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Linear(8, 3)

    def forward(self, x):
        h = self.f(x)
        return {"logits": h, "probs": torch.softmax(h, dim=-1), "scale": F.softplus(h) + 1.0}


def loss(x):
    model = Model()
    out = model(x)
    return torch.log(out["probs"]).mean() + torch.log(out["scale"]).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `out["probs"]` is a softmax
    # fixed: torch.log(torch.clamp(out["probs"], 1e-10, 1.0))
    # or (unsafe): torch.log(out["probs"] + 1e-8)


def assigned(x):
    out = {}
    out["p"] = torch.sigmoid(x)
    out["q"] = torch.sigmoid(x).clamp(1e-6, 1 - 1e-6)
    return torch.log(out["p"]) + torch.log(out["q"])
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `out["p"]` is a sigmoid
    # fixed: torch.log(torch.clamp(out["p"], 1e-10, 1.0))
    # or (unsafe): torch.log(out["p"] + 1e-8)


def replaced(batch):
    batch["p"] = torch.softmax(batch["x"], -1)
    batch["p"] = batch["p"].clamp(min=1e-6)
    return torch.log(batch["p"])


def in_a_branch(x, flag):
    out = {"p": torch.sigmoid(x).clamp(min=1e-6)}
    if flag:
        out["p"] = torch.sigmoid(x)
    return torch.log(out["p"])
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `out["p"]` is a sigmoid
    # fixed: torch.log(torch.clamp(out["p"], 1e-10, 1.0))
    # or (unsafe): torch.log(out["p"] + 1e-8)


def changed(x, others):
    out = {"p": torch.sigmoid(x), **others}
    a = torch.log(out["p"])
    #   ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `out["p"]` stays above 0
    # fixed: torch.log(torch.clamp(out["p"], min=1e-10))
    more = {"p": torch.sigmoid(x)}
    more["p"] += 1e-6
    more[f"{others}"] = x
    return a + torch.log(more["p"])
    #          ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `more["p"]` stays above 0
    # fixed: torch.log(torch.clamp(more["p"], min=1e-10))


def in_a_loop(x, steps):
    d = {"p": torch.sigmoid(x) + 1.0}
    for _ in range(steps):
        reveal_range(d["p"])  # [0, 2] float32 takes 0, 1, 2
        d["p"] = torch.sigmoid(x)
    return d


state = {"p": torch.ones(3)}
state["p"] = torch.full((3,), 2.0)


def in_a_function():
    reveal_range(state["p"])  # [1, 2] float32 takes 1, 2


def a_tensor_all_the_same(x, c, k):
    p = torch.softmax(x, -1)
    p["first"] = 1.0
    reveal_range(p)  # unknown
    d = {}
    d[k] = torch.sigmoid(x)
    reveal_range(d["p"])  # [0, 1] float32 takes 0, 1
    if c:
        d = torch.relu(x)
    reveal_range(d["p"])  # unknown
