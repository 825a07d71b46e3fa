"""An actor-critic with a replay of one rollout: its policy's logarithms, its advantages and its ratios, each guarded or not."""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import nn, optim


@dataclass(frozen=True)
class PPOConfig:
    obs_dim: int = 4
    n_actions: int = 6
    gamma: float = 0.99
    lam: float = 0.95
    clip: float = 0.2
    entropy_weight: float = 1e-2
    eps: float = 1e-8
    floor: float = 1e-6


class Step(NamedTuple):
    obs: torch.Tensor
    action: torch.Tensor
    reward: float
    done: bool
    probability: torch.Tensor


class ActorCritic(nn.Module):
    def __init__(self, cfg: PPOConfig):
        super().__init__()
        self.trunk = nn.Sequential(nn.Linear(cfg.obs_dim, 64), nn.Tanh(), nn.Linear(64, 64), nn.Tanh())
        self.pi = nn.Linear(64, cfg.n_actions)
        self.v = nn.Linear(64, 1)

    def forward(self, obs):
        hidden = self.trunk(obs)
        return F.softmax(self.pi(hidden), dim=-1), self.v(hidden).squeeze(-1)

    @torch.no_grad()
    def act(self, obs):
        probs, value = self(obs)
        action = torch.multinomial(probs, num_samples=1)
        return action, probs.gather(-1, action), value


class Learner:
    def __init__(self, cfg: PPOConfig, net: ActorCritic | None = None):
        self.cfg = cfg
        self.net = net or ActorCritic(cfg)
        self.opt = optim.Adam(self.net.parameters(), lr=3e-4, eps=1e-5)
        self.buffer: deque[Step] = deque(maxlen=2048)

    def advantages(self, rewards, values):
        out, running = [], 0.0
        for r, v, v_next in zip(reversed(rewards), reversed(values[:-1]), reversed(values[1:])):
            delta = r + self.cfg.gamma * v_next - v
            running = delta + self.cfg.gamma * self.cfg.lam * running
            out.insert(0, running)
        adv = torch.stack(out)
        if adv.numel() < 2:
            return adv
        return (adv - adv.mean()) / adv.std()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `adv.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (adv - adv.mean()) / adv.std().clamp(min=1e-6)
        # or (unsafe): (adv - adv.mean()) / (adv.std() + 1e-8)
        # from: `adv.std()` made here, exactly 0 where all elements are equal

    def whitened(self, adv):
        return (adv - adv.mean()) / (adv.std() + self.cfg.eps)

    def surrogate(self, obs, actions, old_probs, adv):
        probs, values = self.net(obs)
        chosen = probs.gather(1, actions.unsqueeze(1)).squeeze(1)
        log_chosen = chosen.log()
        #            ^^^^^^^^^^^^ NAN101 warning: `chosen` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: chosen.clamp(min=1e-10).log()
        ratio = torch.exp(log_chosen - old_probs.clamp_min(self.cfg.floor).log())
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `log_chosen - old_probs.clamp_min(…).log()` small enough: exp overflows to Inf in float32
        # fixed (unsafe): torch.exp(torch.clamp(log_chosen - old_probs.clamp_min(self.cfg.floor).log(), max=30.0))
        clipped = ratio.clamp(1 - self.cfg.clip, 1 + self.cfg.clip)
        policy_loss = -torch.min(ratio * adv, clipped * adv).mean()
        entropy = -(probs * probs.log()).sum(-1)
        #                   ^^^^^^^^^^^ NAN101 warning: `probs` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: probs.clamp(min=1e-10).log()
        safe_entropy = torch.special.entr(probs).sum(-1)
        reveal_range(probs)  # any value float32 takes 0, 1
        reveal_range(clipped)  # [0.800000012, 1.20000005] float32 takes 0.800000012, 1.20000005
        reveal_range(safe_entropy)  # any value float32 takes nothing
        return policy_loss - self.cfg.entropy_weight * entropy.mean(), values

    def perplexity(self, obs):
        probs, _ = self.net(obs)
        per_action = probs.mean(0)
        kept = per_action[per_action > 0]
        return math.exp(-(kept * kept.log()).sum().item())

    def update(self, batch, returns, adv):
        obs = torch.stack([s.obs for s in batch])
        actions = torch.cat([s.action for s in batch]).view(-1)
        old = torch.cat([s.probability for s in batch]).view(-1)
        policy_loss, values = self.surrogate(obs, actions, old, adv)
        value_loss = F.smooth_l1_loss(values, returns, beta=1.0)
        self.opt.zero_grad(set_to_none=True)
        (policy_loss + 0.5 * value_loss).backward()
        norm = nn.utils.clip_grad_norm_(self.net.parameters(), max_norm=0.5)
        if not torch.isfinite(norm):
            return None
        self.opt.step()
        explained = 1 - (returns - values).var() / returns.var()
        return {"explained": explained.item(), "norm": float(norm)}
