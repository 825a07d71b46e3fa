"""A function that builds a module may cast it: an optimizer of its weights then steps in float16, where 1e-8 is 0."""

import torch
from torch import nn, optim


def build():
    return nn.Sequential(nn.Embedding(20, 8), nn.Flatten(), nn.Linear(16, 2)).half()


def build_head(width):
    head = nn.Linear(width, 2)
    return head.to(torch.float16)


def build_and_move(device):
    net = nn.Sequential(nn.Linear(4, 4), nn.ReLU())
    net = net.to(device)
    return net.half()


def plain():
    return nn.Sequential(nn.Linear(4, 4), nn.ReLU())


def chosen(half):
    net = nn.Linear(4, 4)
    return net.half() if half else net


def of_what_is_built():
    return optim.Adam(build().parameters(), lr=1e-3)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `optim.Adam` gets float16 weights, where its eps 1e-8 is 0: a gradient of 0 makes them NaN; pass eps=1e-4


def by_a_name():
    head = build_head(8)
    return optim.AdamW(head.parameters())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `optim.AdamW` gets float16 weights, where its eps 1e-8 is 0: a gradient of 0 makes them NaN; pass eps=1e-4


class Trainer:
    def __init__(self, device):
        self.net = build_and_move(device)
        self.opt = optim.RMSprop(self.net.parameters())
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `optim.RMSprop` gets float16 weights, where its eps 1e-8 is 0: a gradient of 0 makes them NaN; pass eps=1e-4


def where_the_call_chooses():
    return optim.Adam(chosen(True).parameters()), optim.Adam(chosen(False).parameters())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `optim.Adam` gets float16 weights, where its eps 1e-8 is 0: a gradient of 0 makes them NaN; pass eps=1e-4


def where_nobody_knows(half):
    return optim.Adam(chosen(half).parameters())


def of_single_precision():
    return optim.Adam(plain().parameters())


def cast_back():
    net = build().float()
    return optim.Adam(net.parameters())


def cast_back_by_its_name():
    net = build()
    net.float()
    return optim.Adam(net.parameters())


def with_an_epsilon():
    return optim.Adam(build().parameters(), eps=1e-4)


def without_a_root():
    return optim.SGD(build().parameters(), lr=0.1)


def of_bfloat16():
    return optim.Adam(build().bfloat16().parameters())


def under_autocast():
    net = plain()
    with torch.autocast("cuda", dtype=torch.float16):
        y = net(torch.ones(4))
    return optim.Adam(net.parameters()), y
