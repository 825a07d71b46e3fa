# A root of 0 does no harm in a function whose callers ask for no gradient; one that does, or may, is enough.

import torch
from torch import nn

__all__ = ["Agent", "offered"]


def quietly(z):
    return torch.sqrt(torch.softmax(z, -1))


@torch.no_grad()
def evaluate(model, x):
    return quietly(model(x)).mean()


def teach(teacher, x):
    return quietly(teacher(x)).detach()


def further_in(z):
    return torch.sqrt(torch.softmax(z, -1))


def between(z):
    return 2 * further_in(z)


def report(model, x):
    with torch.inference_mode():
        return between(model(x))


def once_for_training(z):
    return torch.sqrt(torch.softmax(z, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax


def train(model, x):
    with torch.no_grad():
        before = once_for_training(model(x))
    return once_for_training(model(x)) - before


def passed_on(z):
    return torch.sqrt(torch.softmax(z, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax


@torch.no_grad()
def apply(functions, x):
    functions.append(passed_on)
    return passed_on(x)


def offered(z):
    return torch.sqrt(torch.softmax(z, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax


@torch.no_grad()
def of_offered(model, x):
    return offered(model(x))


class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)

    def tempered(self, x):
        return torch.sqrt(torch.softmax(self.fc(x), -1))

    @torch.no_grad()
    def act(self, x):
        return torch.multinomial(self.tempered(x), 1)

    def greedy(self, x):
        return self.tempered(x).argmax(-1)

    def forward(self, x):
        return torch.sqrt(torch.softmax(self.fc(x), -1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(…)` is a softmax and can be exactly 0

    @torch.no_grad()
    def recorded_again(self, x):
        with torch.enable_grad():
            return torch.sqrt(torch.softmax(self.fc(x), -1))
            #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(…)` is a softmax and can be exactly 0
