"""Layers in a list, and parameters: one after the other, by number, by name, written out, made anew or put in later."""

import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)

    def forward(self, x):
        return torch.relu(self.fc(x))


class InALoop(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.ModuleList([Block() for _ in range(3)])

    def forward(self, x):
        for block in self.blocks:
            x = block(x)
        return x / x.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `x.sum(-1, keepdim=True)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0


class InARow(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.net = nn.Sequential(*[nn.Sequential(nn.Linear(n, n), nn.ReLU()) for n in sizes])

    def forward(self, x):
        x = self.net(x)
        return x / x.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `x.sum(-1, keepdim=True)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0


class PutIn(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        layers = []
        for n in sizes:
            layers.append(nn.Linear(n, n))
            layers.append(nn.ReLU())
        self.net = nn.Sequential(*layers)
        self.heads = nn.ModuleList()
        for n in sizes:
            self.heads.append(nn.Sequential(nn.Linear(n, n), nn.Softmax(dim=-1)))

    def forward(self, x):
        x = self.net(x)
        x = x / x.sum(-1, keepdim=True)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `x.sum(-1, keepdim=True)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
        return [torch.log(head(x)) for head in self.heads]
        #       ^^^^^^^^^^^^^^^^^^ NAN101 warning: `head(x)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


class ByNameAndNumber(nn.Module):
    def __init__(self):
        super().__init__()
        self.heads = nn.ModuleDict({"a": nn.Sequential(nn.Linear(3, 3), nn.Softmax(dim=-1)), "b": nn.Linear(3, 3)})
        self.stages = nn.ModuleList([nn.Linear(3, 3), nn.Sigmoid()])

    def forward(self, x):
        return torch.log(self.heads["a"](x)) + torch.log(self.stages[1](x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.heads["a"](x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.stages[1](x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


class TheLastTells(nn.Module):
    def __init__(self):
        super().__init__()
        self.up = nn.ModuleList([nn.Linear(3, 3), nn.ReLU(), nn.Linear(3, 3), nn.Softplus()])
        self.down = nn.ModuleList([nn.Linear(3, 3), nn.ReLU(), nn.Linear(3, 3)])

    def forward(self, x):
        for layer in self.up:
            x = layer(x)
        y = torch.log(x)
        #   ^^^^^^^^^^^^ NAN101 warning: `x` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0
        for layer in self.down:
            x = layer(x)
        return y + x / x.sum(-1, keepdim=True)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.sum(-1, keepdim=True)` can be 0, as a softplus can: x / 0 is Inf or NaN; keep it away from 0


class Mixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(3, 3) for _ in range(3)])
        self.layers.append(nn.Softplus())

    def forward(self, x):
        return torch.log(self.layers[-1](x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self.layers[-1](x)` stays above 0: log(0) is -inf


class Weights(nn.Module):
    def __init__(self):
        super().__init__()
        self.scales = nn.ParameterList([nn.Parameter(torch.zeros(3)) for _ in range(3)])
        self.named = nn.ParameterDict({"a": nn.Parameter(torch.zeros(3)), "b": nn.Parameter(torch.ones(3))})

    def forward(self, losses):
        total = 1 / self.named["a"] + 1 / self.named["b"]
        #       ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.named["a"]` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN
        for loss, scale in zip(losses, self.scales):
            total = total + loss / scale
            #               ^^^^^^^^^^^^ NAN102 warning: `scale` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        return total
