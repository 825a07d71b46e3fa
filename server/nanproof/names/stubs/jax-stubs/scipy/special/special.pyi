# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from jax.scipy.special import *
from jax.scipy.special import special as special
