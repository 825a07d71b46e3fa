# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from keras.backend.tf.contrib import distributions as distributions
from keras.backend.tf.contrib import framework as framework
from keras.backend.tf.contrib import layers as layers
from keras.backend.tf.contrib import rnn as rnn
from keras.backend.tf.contrib import signal as signal
