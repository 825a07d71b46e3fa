# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from tensorflow.nn import *
from tensorflow.nn import rnn_cell as rnn_cell
