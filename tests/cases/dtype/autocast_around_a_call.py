"""An autocast region holds for what is called in it, as it does for what stands in it.

A function is in one where all its callers are that record a derivative. On a GPU a softmax, a sum or a power is computed
in float32 there; on a CPU in the half precision of the region.
"""

import torch
import torch.nn.functional as F
from torch import nn
from torch.cuda.amp import autocast

head = nn.Linear(3, 4)


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)
        self.net = nn.Sequential(nn.Linear(3, 4), nn.Sigmoid())

    def score(self, x):
        p = torch.sigmoid(self.inner(x))
        return torch.log(p + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one

    def forward(self, x):
        with torch.autocast("cuda"):
            return self.score(x)

    def of_a_sequence(self, x):
        with torch.autocast("cuda"):
            return torch.log(self.net(x) + 1e-8)
            #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `self.net(x) + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one


def scored(x):
    p = torch.sigmoid(head(x))
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one


def step(x):
    with torch.autocast("cuda"):
        return scored(x)


def by_hand(x, w):
    p = torch.sigmoid(torch.matmul(x, w))
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one


def deeper(x, w):
    return by_hand(x, w)


@autocast()
def decorated(x, w):
    return deeper(x, w)


def in_bfloat(x):
    p = torch.sigmoid(head(x))
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a sigmoid finite and moves every value: log_sigmoid is exact


def step_in_bfloat(x):
    with torch.autocast("cuda", dtype=torch.bfloat16):
        return in_bfloat(x)


def switched_off(x):
    p = torch.sigmoid(head(x))
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a sigmoid finite and moves every value: log_sigmoid is exact


def step_switched_off(x):
    with torch.autocast("cuda"):
        with torch.autocast("cuda", enabled=False):
            return switched_off(x)


def of_both(x):
    p = torch.sigmoid(head(x))
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a sigmoid finite and moves every value: log_sigmoid is exact


def step_one(x):
    with torch.autocast("cuda"):
        return of_both(x)


def step_two(x):
    return of_both(x)


def probabilities(x):
    return torch.sigmoid(head(x))


def step_of_halves(x):
    with torch.autocast("cuda"):
        return torch.log(probabilities(x) + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `probabilities(x) + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one


def step_of_singles(x):
    return torch.log(probabilities(x) + 1e-8)


def validated(x):
    p = torch.sigmoid(head(x))
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one


def train(x):
    with torch.autocast("cuda"):
        return validated(x)


def validate(x):
    with torch.no_grad():
        return validated(x)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 4)

    def forward(self, x):
        p = F.softmax(self.fc(x), -1)
        q = torch.sigmoid(self.fc(x))
        return torch.log(p + 1e-8) + torch.log(q + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
        #                            ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `q + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one


def train_net(batches):
    net = Net()
    optimizer = torch.optim.SGD(net.parameters(), 0.1)
    for x in batches:
        with torch.autocast("cuda", dtype=torch.float16):
            loss = net(x).mean()
        loss.backward()
        optimizer.step()


def masked(p):
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one


def step_that_passes_the_tensor(x):
    with torch.autocast("cuda"):
        return masked(torch.sigmoid(head(x)))


def softmax_in_a_region(x):
    with torch.autocast("cuda"):
        return torch.log(F.softmax(head(x), -1) + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `F.softmax(…) + 1e-8` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact


def softmax_on_a_cpu(x):
    with torch.autocast("cpu", dtype=torch.float16):
        return torch.log(F.softmax(head(x), -1) + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `F.softmax(head(x), -1) + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one
