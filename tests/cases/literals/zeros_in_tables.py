# A zero that is written out in a dictionary, a list or an object is as certain as one alone, unless its place is taken.

from dataclasses import dataclass
from typing import NamedTuple

import jax
import jax.numpy as jnp
import torch


def by_key(weights, x):
    return x / weights["scale"]
    #      ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `weights["scale"]` is 0: x / 0 is Inf or NaN; keep it away from 0


def trained(x):
    weights = {"scale": torch.zeros(3), "shift": torch.ones(3)}
    return by_key(weights, x)


def by_place(weights, x):
    return x / weights[0]
    #      ^^^^^^^^^^^^^^ NAN102 warning: `weights[0]` is 0: x / 0 is Inf or NaN; keep it away from 0


def listed(x):
    return by_place([torch.zeros(3), 1], x)


def at_once(x):
    table = dict(scale=torch.zeros(3))
    return torch.log(table["scale"]) + x
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `table["scale"]` is 0: log(0) is -inf; keep it above 0


class Weights(NamedTuple):
    scale: jax.Array
    shift: jax.Array


def by_field(weights, x):
    return jnp.sum(x / weights.scale + weights.shift)
    #              ^^^^^^^^^^^^^^^^^ NAN102 warning: `weights.scale` holds 0: x / 0 is Inf or NaN; keep it away from 0


def differentiated(x):
    weights = Weights(scale=jnp.zeros(3), shift=jnp.ones(3))
    return jax.grad(by_field)(weights, x)


def init(key):
    return {"scale": jnp.zeros(3), "shift": jax.random.normal(key, (3,))}


def loss(weights, x):
    return jnp.sum(x / weights["scale"] + weights["shift"])
    #              ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `weights["scale"]` holds 0: x / 0 is Inf or NaN; keep it away from 0


def fit(key, x):
    weights = init(key)
    return jax.grad(loss)(weights, x)


def the_other(x):
    weights = {"scale": torch.zeros(3), "shift": torch.ones(3)}
    return x / weights["shift"]


def filled_later(rows):
    sums = {"count": torch.zeros(3), "total": torch.zeros(3)}
    for row in rows:
        sums["count"] += row
    return sums["total"] / sums["count"]


def set_later(x):
    table = {"scale": jnp.zeros(3)}
    table["scale"] = jnp.exp(x) + 1
    return x / table["scale"]


def handed_to_somebody(fill, x):
    table = {"scale": jnp.zeros(3)}
    fill(table)
    return x / table["scale"]


def updated(x, **others):
    table = {"scale": jnp.zeros(3), **others}
    return x / table["scale"]


@dataclass
class Running:
    count: torch.Tensor


def mean_of(running, x):
    return x / running.count


def counted(rows):
    running = Running(torch.zeros(3))
    for row in rows:
        running.count += row
    return mean_of(running, rows)


def starting(rows):
    state = {"count": torch.zeros(3)}
    for row in rows:
        state = {"count": state["count"] + row.exp()}
    return by_count(state, rows)


def by_count(state, x):
    return x / state["count"]
