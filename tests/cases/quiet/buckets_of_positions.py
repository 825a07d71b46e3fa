# Distances become buckets: those that are not small by their logarithm, which is an integer before a choice leaves out
# that of 0. What is not left out, or stays a number, is found.

import jax.numpy as jnp
import torch


def buckets(distance, count=32, furthest=128):
    distance = torch.abs(distance)
    exact = count // 2
    is_small = distance < exact
    large = exact + (torch.log(distance.float() / exact) / 3.0 * (count - exact)).to(torch.long)
    large = torch.min(large, torch.full_like(large, count - 1))
    return torch.where(is_small, distance, large)


def left_out_of_something_else(distance, exact, count):
    distance = torch.abs(distance)
    large = exact + (torch.log(distance.float() / exact) / 3.0).to(torch.long)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `distance.float() / exact` stays above 0
    nearest = torch.where(distance < exact, distance, count)
    return nearest, large


def left_out_for_another_reason(distance, exact, valid):
    distance = torch.abs(distance)
    large = exact + (torch.log(distance.float() / exact) / 3.0).to(torch.long)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `distance.float() / exact` stays above 0
    return torch.where(valid, large, 0)


def buckets_at_once(distance, exact):
    distance = jnp.abs(distance)
    is_small = distance < exact
    return jnp.where(is_small, distance, exact + (jnp.log(distance / exact) / 3.0).astype(jnp.int32))


def of_all(distance, exact):
    distance = torch.abs(distance)
    return exact + (torch.log(distance.float() / exact) / 3.0).to(torch.long)
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `distance.float() / exact` stays above 0


def without_a_cast(distance, exact):
    distance = torch.abs(distance)
    is_small = distance < exact
    large = exact + torch.log(distance.float() / exact) / 3.0
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `distance.float() / exact` stays above 0
    return torch.where(is_small, distance, large)


def below_an_integer(distance, exact, limit):
    distance = torch.abs(distance)
    is_small = distance < exact
    large = exact + torch.clamp(torch.log(distance.float() / exact), max=limit.long())
    #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `distance.float() / exact` stays above 0
    return torch.where(is_small, distance, large)
