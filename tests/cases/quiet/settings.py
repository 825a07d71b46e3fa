# What a program is told, and what becomes an integer, is a number of Python's: nothing is said of its logarithm.

import argparse
import math

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch

parser = argparse.ArgumentParser()
parser.add_argument("--size", type=int)
args = parser.parse_args()
told = parser.parse_args()


def arguments(hps, cfg):
    return np.log2(args.size), np.log(told.size), np.log(hps["n_bins"]), np.log10(cfg.model.scale), jnp.log(args.tau)


def objective(hps, z):
    return tf.reduce_sum(z) - np.log(hps.n_bins) * np.prod(z.shape[1:])


class Net:
    def __init__(self, options, size):
        self.options = options
        self.levels = int(np.log2(size))
        self.tau = np.log(self.options.tau)


class Skills:
    def __init__(self, env, num_skills):
        self.action_dim = env.action_dim
        self._num_skills = num_skills

    def how_many(self, agent):
        return np.log(agent.action_dim), np.log(1.0 / self._num_skills), np.log2(agent.replay_size)

    def others(self, agent, x):
        return np.log(x / self._num_skills), np.log(agent.scale / 2.0), np.log(-1.0 / self._num_skills), np.log(agent.numbers)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x / self._num_skills` stays above 0
        #                                    ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `agent.scale / 2.0` stays above 0
        #                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `-1.0 / self._num_skills` stays above 0
        #                                                                                                ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `agent.numbers` stays above 0


def integers(n):
    return int(np.log2(n)) + math.ceil(np.log2(n)) - int(np.ceil(np.log2(n) / 2)), [i for i in range(int(np.log2(n)))]


def arrays(p, batch, args):
    q = args.net(p)
    return np.log(p), np.log(batch.p), np.log(q)
    #      ^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0
    #                 ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `batch.p` stays above 0
    #                                  ^^^^^^^^^ NAN101 information: nothing here shows that `q` stays above 0


def rounded_elements(p):
    return np.ceil(np.log2(p)), torch.log2(p).round()
    #              ^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0
    #                           ^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0
