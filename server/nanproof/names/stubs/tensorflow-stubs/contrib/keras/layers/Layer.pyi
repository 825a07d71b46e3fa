# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from keras.layers.Layer import *
