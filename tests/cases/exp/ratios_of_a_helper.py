# A ratio of probabilities may be computed in a helper: what it is a ratio of stands where it is called, and so does what
# is done with it. Clipped before the exponential, or only looked at, it is left alone.

import jax
import jax.numpy as jnp
import tensorflow as tf
import tensorflow_probability as tfp
import torch
from torch.distributions import Categorical, Normal


def ratio_of(logp, old_logp):
    return (logp - old_logp).exp()
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `(logp - old_logp)` small enough: exp overflows to Inf in float32


class Agent:
    def weights(self, new, old):
        diff = new - old
        return torch.exp(diff)
        #      ^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `diff` small enough: exp overflows to Inf in float32

    def update(self, b):
        r = ratio_of(self.pi.log_prob(b["a"]), b["logp"])
        loss = -(r * b["adv"]).mean()
        loss.backward()

    def second(self, b):
        dist = Normal(self.mu(b["s"]), self.std)
        new = dist.log_prob(b["a"]).sum(-1)
        w = self.weights(old=b["logp"], new=new)
        loss = -(w * b["adv"]).mean()
        loss.backward()


def importance(new, old):
    return jnp.exp(jnp.subtract(new, old))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `jnp.subtract(new, old)` small enough: exp overflows to Inf in float32


def surrogate(params, batch, eps=0.2):
    r = importance(batch["f"](params, batch["s"]), batch["logp"])
    clipped = jnp.clip(r, 1 - eps, 1 + eps)
    return -jnp.mean(jnp.minimum(r * batch["adv"], clipped * batch["adv"]))


grads = jax.grad(surrogate)


def tratio(new, old):
    return tf.exp(new - old)
    #      ^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `new - old` small enough: exp overflows to Inf in float32


def train(model, opt, s, a, old, adv):
    with tf.GradientTape() as tape:
        d = tfp.distributions.Categorical(logits=model(s))
        r = tratio(d.log_prob(a), old)
        loss = -tf.reduce_mean(r * adv)
    opt.apply_gradients(zip(tape.gradient(loss, model.trainable_variables), model.trainable_variables))
def kept(logp, old_logp):
    return (logp - old_logp).clamp(-20, 20).exp()


def decay(a, b):
    return torch.exp(a - b)


class Careful:
    @torch.no_grad()
    def look(self, b):
        return ratio_of(self.pi.log_prob(b["a"]), b["logp"]).mean()

    def update(self, b):
        r = kept(self.pi.log_prob(b["a"]), b["logp"])
        loss = -(r * b["adv"]).mean()
        loss.backward()

    def other(self, b):
        loss = decay(b["t0"], b["t1"]).mean() * self.w
        loss.backward()


def shifted(v, w):
    return jnp.exp(v - w)


def apart(params, x):
    s = x @ params
    return jnp.mean(shifted(s, s.max(-1, keepdims=True)))


of_apart = jax.grad(apart)
