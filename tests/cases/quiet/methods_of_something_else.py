# A tensor's logarithm takes nothing but the tensor, and gives something: what is told to a logger is none.

import torch


class Agent:
    def __init__(self, cfg, device):
        self.critic = cfg.critic().to(device)
        self.actor = cfg.actor().to(device)

    def update(self, logger, step):
        self.critic.log(logger, step)
        self.actor.log(logger, step=step)
        self.actor.log()


def moved(x, step):
    run = x.to("cpu")
    run.log({"step": step})
    run.log2(step)
    return run.log()
    #      ^^^^^^^^^ NAN101 information: nothing here shows that `run` stays above 0


def changed(x):
    x = x.to("cpu")
    x.log_()
  # ^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0
    return torch.exp(x)


class Policy:
    def __init__(self, network):
        self.network = network

    def loss(self, states, actions, target):
        p = self.network.dist(states)
        return -(target * torch.log(p[range(8), actions])).sum(1)
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p[range(8), actions]` stays above 0


def apart(a, b):
    return 1 / torch.relu(a).dist(b)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(a).dist(b)` is a distance and can be exactly 0
