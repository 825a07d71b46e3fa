# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from collections.abc import Iterator
from typing import Any
from tensorflow.contrib import distributions as distributions
from tensorflow.contrib import framework as framework
from tensorflow.contrib import keras as keras
from tensorflow.contrib import layers as layers
from tensorflow.contrib import rnn as rnn
from tensorflow.contrib import signal as signal
from tensorflow.contrib import slim as slim
