# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from tensorflow.distributions import *
from tensorflow.distributions import Distribution as Distribution
