# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from keras.ops import *
from keras.ops import nn as nn
from keras.ops import numpy as numpy
