import jax
import jax.numpy as jnp
import optax
from flax import linen as nn


class Attention(nn.Module):
    width: int = 8

    @nn.compact
    def __call__(self, x, mask):
        query = nn.Dense(self.width)(x)
        key = nn.Dense(self.width)(x)
        scores = jnp.einsum("bid,bjd->bij", query, key) / jnp.sqrt(self.width)
        scores = jnp.where(mask[:, None, :], scores, -jnp.inf)
        return nn.softmax(scores, axis=-1) @ nn.Dense(self.width)(x)  # NAN


class Classifier(nn.Module):
    @nn.compact
    def __call__(self, x, mask):
        return nn.Dense(3)(Attention()(x, mask).mean(axis=1))


model, tx = Classifier(), optax.adam(1e-3)
x, y = jnp.ones((2, 4, 6)), jnp.array([0, 2])
mask = jnp.arange(4)[None, :] < jnp.array([3, 0])[:, None]
params = model.init(jax.random.key(0), x, mask)
opt_state = tx.init(params)


@jax.jit
def train_step(params, opt_state):
    def loss_fn(params):
        return optax.softmax_cross_entropy_with_integer_labels(model.apply(params, x, mask), y).mean()

    loss, grads = jax.value_and_grad(loss_fn)(params)
    updates, opt_state = tx.update(grads, opt_state, params)
    return optax.apply_updates(params, updates), opt_state, {"loss": loss, "grad_norm": optax.global_norm(grads)}


for step in range(2):
    params, opt_state, metrics = train_step(params, opt_state)
    print(step, {name: float(value) for name, value in metrics.items()})
