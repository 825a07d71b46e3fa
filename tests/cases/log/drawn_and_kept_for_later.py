# The probability of the action that was drawn by it is not 0, also where it waits in a list for the end of the episode.

import torch
import torch.nn.functional as F
from torch import nn
from torch.distributions import Categorical


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.data = []
        self.out = nn.Linear(4, 2)

    def forward(self, x):
        return F.softmax(self.out(x), dim=0)

    def put(self, item):
        self.data.append(item)

    def learn(self):
        total = 0
        for reward, p in self.data[::-1]:
            total = reward + 0.98 * total
            # FIXME: p was drawn by its own probability
            (-torch.log(p) * total).backward()
            # ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


def play(env):
    policy = Policy()
    for _ in range(10000):
        p = policy(torch.from_numpy(env.reset()).float())
        action = Categorical(p).sample()
        policy.put((env.step(action.item()), p[action]))
        policy.learn()
