# A perplexity is looked at, unless training descends it: a tape, a graph, `backward` or the derivative of a function.
# The loss may be a mean that is written out. What is printed or returned to nobody who trains stays silent.

import jax
import jax.numpy as jnp
import optax
import tensorflow as tf
import torch
import torch.nn.functional as F


class Model(tf.keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=self(x))
            loss = tf.exp(tf.reduce_mean(ce))
            #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `tf.reduce_mean(ce)` small enough: exp overflows to Inf in float32
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}

    def looked_at(self, x, y):
        with tf.GradientTape() as tape:
            ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=self(x))
            loss = tf.reduce_mean(ce)
        perplexity = tf.exp(loss)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return perplexity

    def clipped(self, x, y):
        with tf.GradientTape() as tape:
            ce = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=y, logits=self(x))
            loss = tf.exp(tf.minimum(tf.reduce_mean(ce), 20.0))
        return tape.gradient(loss, self.trainable_variables)


def by_methods(model, opt, x, y):
    loss = F.cross_entropy(model(x), y, reduction="none").mean().exp()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `F.cross_entropy(…).mean()` small enough: exp overflows to Inf in float32
    loss.backward()
    opt.step()


def over_a_mask(model, opt, x, y, mask):
    each = F.cross_entropy(model(x), y, reduction="none")
    loss = torch.exp(each.sum() / mask.sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `each.sum() / mask.sum()` small enough: exp overflows to Inf in float32
    gradients = torch.autograd.grad(loss, model.parameters())
    opt.step()
    return gradients


def printed(model, opt, x, y, mask):
    each = F.cross_entropy(model(x), y, reduction="none")
    loss = each.sum() / mask.sum()
    loss.backward()
    opt.step()
    print(torch.exp(loss), torch.exp(each.mean()), torch.exp(each.sum() / mask.sum()))


def perplexity(w, x, y):
    return jnp.exp(optax.softmax_cross_entropy_with_integer_labels(x @ w, y).mean())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `optax.softmax_cross_entropy_…bels(…).mean()` small enough: exp overflows to Inf in float32


def step(w, x, y):
    return w - 0.1 * jax.grad(perplexity)(w, x, y)


@jax.value_and_grad
def with_its_logits(w, x, y):
    logits = x @ w
    value = jnp.exp(jnp.mean(optax.softmax_cross_entropy(logits, y)))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `jnp.mean(optax.softmax_cross_entropy(…))` small enough: exp overflows to Inf in float32
    return value, logits


def measured(w, x, y):
    return jnp.exp(optax.softmax_cross_entropy_with_integer_labels(x @ w, y).mean())


def beside(w, x, y):
    loss = jnp.mean(optax.softmax_cross_entropy(x @ w, y))
    return loss, jnp.exp(loss)


def step_beside(w, x, y):
    return jax.value_and_grad(beside, has_aux=True)(w, x, y), measured(w, x, y)
