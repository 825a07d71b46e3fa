# An agent whose policy ends in a softmax: its logarithms, ratios, normalised returns, entropy and divergence.

import torch
import torch.nn as nn
from torch.distributions import Categorical, Normal


class Policy(nn.Module):
    def __init__(self, s, a):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(s, 64), nn.Tanh())
        self.pi = nn.Sequential(nn.Linear(64, a), nn.Softmax(dim=-1))
        self.v = nn.Linear(64, 1)

    def forward(self, x):
        z = self.body(x)
        return self.pi(z), self.v(z)


class Agent:
    def __init__(self, s, a):
        self.net = Policy(s, a)
        self.opt = torch.optim.Adam(self.net.parameters())

    def update(self, mem):
        probs, v = self.net(mem.states)
        logp = torch.log(probs.gather(1, mem.actions))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs.gather(1, mem.actions)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(probs.gather(1, mem.actions), 1e-10, 1.0))
        # or (unsafe): torch.log(probs.gather(1, mem.actions) + 1e-8)
        # from: `nn.Softmax(dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `self.pi(z)` returned by this call
        # from: `probs, v = self.net(mem.states)` goes into `probs` here
        ratio = torch.exp(logp - mem.old)
        ret = mem.returns
        ret = (ret - ret.mean()) / ret.std()
        #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `ret.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (ret - ret.mean()) / ret.std().clamp(min=1e-6)
        # or (unsafe): (ret - ret.mean()) / (ret.std() + 1e-8)
        # from: `ret.std()` made here, exactly 0 where all elements are equal
        ent = -(probs * torch.log(probs)).sum(1)
        #               ^^^^^^^^^^^^^^^^ NAN101 warning: `probs` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(probs, 1e-10, 1.0))
        # or (unsafe): torch.log(probs + 1e-8)
        # from: `nn.Softmax(dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `self.pi(z)` returned by this call
        # from: `probs, v = self.net(mem.states)` goes into `probs` here
        loss = -(ratio * ret).mean() - 0.01 * ent.mean()
        loss.backward()
        self.opt.step()

    def kl(self, s, old):
        p, _ = self.net(s)
        return (old * (old / p).log()).sum(1).mean()
        #             ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(old / p)` stays above 0: log(0) is -inf
        # fixed: (old / p).clamp(min=1e-10).log()
        #              ^^^^^^^ NAN102 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: x / 0 is Inf or NaN; keep it away from 0
        # fixed: old / p.clamp(min=1e-7)
        # or (unsafe): old / (p + 1e-8)
        # from: `nn.Softmax(dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `self.pi(z)` returned by this call
        # from: `p, _ = self.net(s)` goes into `p` here
