# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from numpy.random import *
from numpy.random import mtrand as mtrand
