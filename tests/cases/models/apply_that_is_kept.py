# A module that is kept by its `apply`, in a state of training, a dictionary or a name, is the module where that is called.

import flax.linen as nn
import jax
import jax.numpy as jnp
import optax
from flax.training import train_state


class Classes(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.softmax(nn.Dense(3)(x))


class Stable(nn.Module):
    @nn.compact
    def __call__(self, x):
        return nn.log_softmax(nn.Dense(3)(x))


class State(train_state.TrainState):
    key: jax.Array


def created(x, y):
    model = Classes()
    state = train_state.TrainState.create(apply_fn=model.apply, params=model.init(jax.random.key(0), x), tx=optax.sgd(0.1))

    def loss(params):
        return -jnp.mean(y * jnp.log(state.apply_fn({"params": params}, x)))
        #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `state.apply_fn({"params": params}, x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0

    return jax.grad(loss)(state.params)


def train(x, y):
    model = Classes()
    state = State.create(apply_fn=model.apply, params=model.init(jax.random.key(0), x), tx=optax.sgd(0.1), key=0)
    for _ in range(10):
        state = step(state, x, y)
    return state


def step(state, x, y):
    def loss(params):
        probs = state.apply_fn({"params": params}, x)
        return -jnp.mean(y * jnp.log(probs))
        #                    ^^^^^^^^^^^^^^ NAN101 warning: `probs` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0

    return state.apply_gradients(grads=jax.grad(loss)(state.params))


def named(params, x, y):
    apply = Classes().apply
    return -jnp.mean(y * jnp.log(apply(params, x)))
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `apply(params, x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def stable(params, x, y):
    apply = Stable().apply
    return -jnp.mean(y * apply(params, x))


gradients = jax.grad(named), jax.grad(stable)
