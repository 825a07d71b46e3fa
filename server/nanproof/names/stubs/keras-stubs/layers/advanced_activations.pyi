# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from keras.layers import *
from keras.layers import advanced_activations as advanced_activations
from keras.layers import convolutional as convolutional
from keras.layers import core as core
from keras.layers import embeddings as embeddings
from keras.layers import merge as merge
from keras.layers import normalization as normalization
from keras.layers import pooling as pooling
from keras.layers import recurrent as recurrent
