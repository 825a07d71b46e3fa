# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from tensorflow.math import *
from tensorflow.math import special as special
