# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from tensorflow.contrib.layers import *
from tensorflow.contrib.layers import python as python
