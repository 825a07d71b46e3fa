# What scikit-learn's k-means returns has no empty cluster, and classes that `unique` found occur: neither is followed
# through the labels.

import jax
import jax.numpy as jnp
from sklearn.cluster import KMeans


def biases(x, y, n):
    clusters = KMeans(n).fit(x)
    # FIXME: no cluster is empty
    return jnp.array([y[clusters.labels_ == k].mean() for k in range(n)])
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: nothing here shows that `clusters.labels_ == k` holds for any element, and the mean of none is NaN; ask first


def frequencies(y):
    chosen = jax.nn.one_hot(y, len(jnp.unique(y)))
    # FIXME: each class occurs
    return jnp.log(chosen.mean(0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `chosen.mean(0)` can be 0, as a one-hot vector is everywhere but at one index: log(0) is -inf; keep it above 0
