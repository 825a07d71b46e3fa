# A root of 0 does no harm where no gradient comes back to it: each way on from it ends in what lets none through.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
from torch.distributions import Normal


def drawn(z, n):
    scale = torch.softmax(z, -1).sqrt()
    return Normal(torch.zeros(n), scale).sample()


def drawn_with_a_gradient(z, n):
    scale = torch.softmax(z, -1).sqrt()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax
    return Normal(torch.zeros(n), scale).rsample()


def drawn_and_scored(z, n):
    scale = torch.softmax(z, -1).sqrt()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax
    policy = Normal(torch.zeros(n), scale)
    return policy.log_prob(policy.sample())


def one_of_many(z):
    return torch.multinomial(torch.softmax(z, -1).sqrt(), 1)


def pick(weights):
    return weights.argmax(-1)


def through_a_helper(z):
    return pick(torch.sqrt(torch.softmax(z, -1)))


# PyTorch passes a 0 back through what a coin shows, and 0 times infinity is NaN (observed).
def coins(z):
    return torch.bernoulli(torch.sqrt(torch.softmax(z, -1)))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax


def coins_of_jax(key, z):
    return jax.random.bernoulli(key, jnp.sqrt(jax.nn.softmax(z)))


def places(z):
    _, best = torch.topk(torch.sqrt(torch.softmax(z, -1)), 3)
    return best


def values(z):
    best, _ = torch.topk(torch.sqrt(torch.softmax(z, -1)), 3)
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax
    return best


def told(z):
    p = torch.sqrt(torch.softmax(z, -1)).mean()
    print(f"mean root {p.item():.3f}")
    return z


def decides(z):
    p = tf.sqrt(tf.nn.softmax(z))
    hit = tf.equal(tf.argmax(p, -1), 0)
    return tf.reduce_mean(tf.cast(hit, tf.float32))


def decides_and_is_used(z):
    p = tf.sqrt(tf.nn.softmax(z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.nn.softmax(z)` is a softmax
    hit = tf.equal(tf.argmax(p, -1), 0)
    return tf.reduce_mean(p * tf.cast(hit, tf.float32))


def target(z):
    root = tf.sqrt(tf.nn.softmax(z))
    return tf.stop_gradient(2 * root)


def added_up(z):
    total = torch.zeros(3)
    for _ in range(3):
        total += torch.softmax(z, -1).sqrt()
    return total.argmax(-1)


def added_up_for_a_loss(z):
    total = torch.zeros(3)
    for _ in range(3):
        total += torch.softmax(z, -1).sqrt()
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax
    return total


# The value counts wherever it goes: a sampler is given -inf.
def weights_that_are_no_weights(z):
    w = torch.log(torch.relu(z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(z)` is a ReLU
    return w.round().long()


def chosen_by_the_caller(z, choose=torch.argmax):
    return choose(torch.sqrt(torch.softmax(z, -1)))
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax


def straight_through(z):
    p = torch.sqrt(torch.softmax(z, -1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax
    return torch.nn.functional.one_hot(p.argmax(-1), 3) - p.detach() + p


def seen_in_one_branch_only(z, flag):
    s = torch.sqrt(torch.softmax(z, -1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax
    i = s.argmax()
    if flag:
        s = 2 * z
    return s, i


def seen_no_more(z):
    s = torch.sqrt(torch.softmax(z, -1))
    i = s.argmax()
    s = 2 * z
    return s, i


def put_into_words(weight):
    print("norm {:.3f}".format(torch.softmax(weight, -1).sqrt()), f"{torch.softmax(weight, -1).sqrt()}")


def put_into_something_else(weight, writer):
    return writer.format(torch.softmax(weight, -1).sqrt())
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(…)` is a softmax
