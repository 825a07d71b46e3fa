"""An entry of a dictionary of parameters is the same wherever it is read, unless it is written in between."""

import torch


def distances(x, y):
    return torch.sqrt(torch.sum((x[:, None] - y[None]) ** 2, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.sum((x[…] - y[…]) ** 2, -1)` can be 0, as a pairwise difference can: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(torch.sum((x[:, None] - y[None]) ** 2, -1), min=1e-10))
    # or (unsafe): torch.sqrt(torch.sum((x[:, None] - y[None]) ** 2, -1) + 1e-8)
    # from: `x[:, None] - y[None]` made here, exactly 0 where an element meets itself


def kernel(x, parameters):
    scaled = distances(x / parameters["scale"], x / parameters["scale"])
    return parameters["variance"] * torch.exp(-scaled)


def shifted(batch):
    logits = batch["logits"]
    return torch.exp(logits - batch["logits"].max(dim=-1, keepdim=True).values)


def written_between(state):
    before = state["x"]
    state["x"] = before * 2 + 1
    after = state["x"]
    return 1 / (after - before), torch.exp(after - before.max())


def others(batch):
    loss = (batch["total"] / batch["count"]).mean()
    return loss + 1 / (batch["high"] - batch["low"]).abs().sum()


def scale(batch):
    other = torch.sqrt(torch.sum((batch["one"][:, None] - batch["other"][None]) ** 2, -1) + 1e-9)
    return other / batch["one"]
