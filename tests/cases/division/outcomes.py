# Rewards that are 1 or 0, as a rule or a test decides, are all the same for many a group: the deviation is 0, and the
# advantages are 0 / 0.

import jax.numpy as jnp
import numpy as np
import torch


def correct(answer, truth):
    if answer == truth:
        return 1.0
    return 0.0


def of_a_list(answers, truth):
    rewards = []
    for each in answers:
        rewards.append(correct(each, truth))
    rewards = torch.tensor(rewards)
    return (rewards - rewards.mean()) / rewards.std()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `rewards.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (rewards - rewards.mean()) / rewards.std().clamp(min=1e-10)
    # or (unsafe): (rewards - rewards.mean()) / (rewards.std() + 1e-8)
    # from: `rewards.std()` made here, exactly 0 where all outcomes are the same


def of_groups(prediction, target, size):
    rewards = (prediction == target).float().view(-1, size)
    return (rewards - rewards.mean(1, keepdim=True)) / rewards.std(1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `rewards.std(…)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (rewards - rewards.mean(1, keepdim=True)) / rewards.std(1, keepdim=True).clamp(min=1e-6)
    # or (unsafe): (rewards - rewards.mean(1, keepdim=True)) / (rewards.std(1, keepdim=True) + 1e-8)
    # from: `rewards.std(1, keepdim=True)` made here, exactly 0 where all outcomes are the same


class Games:
    def reward(self, won):
        return 1.0 if won else -1.0

    def advantages(self, games):
        rewards = np.array([self.reward(each.won) for each in games])
        return (rewards - rewards.mean()) / np.std(rewards)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.std(rewards)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (rewards - rewards.mean()) / np.maximum(np.std(rewards), 1e-10)
    # or (unsafe): (rewards - rewards.mean()) / (np.std(rewards) + 1e-8)
    # from: `np.std(rewards)` made here, exactly 0 where all outcomes are the same


def chosen(prediction, target):
    rewards = jnp.where(prediction == target, 1.0, 0.0)
    return (rewards - rewards.mean()) / jnp.sqrt(rewards.var(axis=0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt(rewards.var(axis=0))` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (rewards - rewards.mean()) / jnp.sqrt(jnp.maximum(rewards.var(axis=0), 1e-12))
    # from: `rewards.var(axis=0)` made here, exactly 0 where all outcomes are the same
    # from: `jnp.sqrt(rewards.var(axis=0))` made here, values in [0, inf]


# Numbers that are written out are not all the same, and what is asked or masked is told.


def written():
    weights = torch.tensor([1.0, 2.0, 3.0])
    return (weights - weights.mean()) / weights.std()


def masked(answers, truth):
    rewards = torch.tensor([float(each == truth) for each in answers])
    return (rewards - rewards.mean()) / (rewards.std() + 1e-4)


def asked(prediction, target):
    rewards = (prediction == target).float()
    spread = rewards.std()
    if spread == 0:
        return torch.zeros_like(rewards)
    return (rewards - rewards.mean()) / spread
