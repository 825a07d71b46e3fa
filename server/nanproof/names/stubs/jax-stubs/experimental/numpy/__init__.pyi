# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from jax.numpy import *
from jax.numpy import fft as fft
from jax.numpy import linalg as linalg
