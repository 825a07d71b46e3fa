"""An object that is made of what another of its class holds holds nothing new: its logits are no probabilities."""

import jax
import jax.numpy as jnp


class Coin:
    def __init__(self, logits=None, probs=None):
        if (logits is None) == (probs is None):
            raise ValueError("one of both")
        self._logits = logits
        self._probs = probs

    @property
    def probs(self):
        if self._probs is not None:
            return self._probs
        return jax.nn.sigmoid(self._logits)

    def __getitem__(self, index):
        if self._logits is not None:
            return Coin(logits=self._logits[index])
        return Coin(probs=self.probs[index])

    def reshaped(self, shape):
        return Coin(None, jnp.reshape(self.probs, shape))

    def log_probs(self):
        if self._logits is None:
            return jnp.log(self._probs), jnp.log1p(-self._probs)
            #      ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `self._probs` stays above 0: log(0) is -inf
            #                            ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `-self._probs` stays above -1: log1p(-1) is -inf
        return jax.nn.log_sigmoid(self._logits), jax.nn.log_sigmoid(-self._logits)


class Chance:
    def __init__(self, probs):
        self.probs = probs

    def log_probs(self):
        return jnp.log(self.probs)
        #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.probs` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0


def of_outputs(x):
    return Chance(jax.nn.sigmoid(x)).log_probs()


class Layer:
    def __init__(self, rate):
        self.rate = rate

    def off(self):
        return Layer(jax.nn.relu(self.rate))

    def inverse(self):
        return 1.0 / self.rate
        #      ^^^^^^^^^^^^^^^ NAN102 warning: `self.rate` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
