# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from keras.backend import *
from keras.backend import tensorflow_backend as tensorflow_backend
from keras.backend import tf as tf
