# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from flax.linen import *
from flax.linen import activation as activation
