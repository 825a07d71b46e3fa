# One factor of 0 is enough, whatever is known of the other: a size, a norm, an exponential. So it is of a dividend.

import jax
import jax.numpy as jnp
import torch


class Weighted(torch.nn.Module):
    def forward(self, w, scores, sizes):
        shares = torch.softmax(scores, dim=-1)
        unknown = torch.log(w * shares)
        #         ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `w * shares` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(w * shares, min=1e-10))
        sized = torch.log(sizes.abs() * shares)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `sizes.abs() * shares` can be 0, as a softmax can: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(sizes.abs() * shares, min=1e-10))
        # or (unsafe): torch.log(sizes.abs() * shares + 1e-8)
        scaled = torch.log(torch.exp(sizes) * shares)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.exp(sizes) * shares` can be 0, as a softmax can: log(0) is -inf; keep it above 0
        # fixed (unsafe): torch.log(torch.clamp(torch.exp(sizes) * shares, min=1e-10))
        # or (unsafe): torch.log(torch.exp(sizes) * shares + 1e-8)
        normed = torch.log(sizes.norm(dim=-1, keepdim=True) * shares)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `sizes.norm(dim=-1, keepdim=True) * shares` can be 0, as a softmax can: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(sizes.norm(dim=-1, keepdim=True) * shares, min=1e-10))
        # or (unsafe): torch.log(sizes.norm(dim=-1, keepdim=True) * shares + 1e-8)
        shared = torch.log(shares / (1.0 + sizes.abs()))
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `shares / (1.0 + sizes.abs())` can be 0, as a softmax can: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(shares / (1.0 + sizes.abs()), 1e-10, 1.0))
        # or (unsafe): torch.log(shares / (1.0 + sizes.abs()) + 1e-8)
        through = torch.log(shares / sizes.norm(dim=-1, keepdim=True))
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `shares / sizes.norm(dim=-1, keepdim=True)` can be 0, as a softmax can: log(0) is -inf; keep it above 0
        # fixed: torch.log_softmax(scores, dim=-1) - torch.log(torch.clamp(sizes.norm(dim=-1, keepdim=True), min=1e-10))
        #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `sizes.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        # fixed: torch.log_softmax(scores, dim=-1) - torch.log(torch.clamp(sizes.norm(dim=-1, keepdim=True), min=1e-10))
        # adds: torch.log_softmax(scores, dim=-1) - torch.log(torch.clamp(sizes.norm(dim=-1, keepdim=True), min=1e-10))
        return unknown + sized + scaled + normed + shared + through


class Kept(torch.nn.Module):
    def forward(self, scores, sizes):
        shares = torch.softmax(scores, dim=-1)
        lifted = torch.log(sizes.abs() * (shares + 1e-6))
        of_itself = torch.log(torch.sigmoid(-sizes) * (1.0 + torch.exp(sizes)) + 1.0)
        return lifted + of_itself


def objective(scores, sizes):
    return jnp.mean(jnp.log(jnp.abs(sizes) * jax.nn.softmax(scores)))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jnp.abs(sizes) * jax.nn.softmax(scores)` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(jnp.abs(sizes) * jax.nn.softmax(scores), 1e-10))
    # or (unsafe): jnp.log(jnp.abs(sizes) * jax.nn.softmax(scores) + 1e-8)


step = jax.grad(objective)
