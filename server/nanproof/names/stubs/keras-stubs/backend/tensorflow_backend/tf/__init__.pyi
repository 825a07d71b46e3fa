# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from tensorflow import *
from tensorflow import GradientTape as GradientTape
from tensorflow import compat as compat
from tensorflow import contrib as contrib
from tensorflow import debugging as debugging
from tensorflow import distributions as distributions
from tensorflow import image as image
from tensorflow import keras as keras
from tensorflow import layers as layers
from tensorflow import linalg as linalg
from tensorflow import losses as losses
from tensorflow import math as math
from tensorflow import nest as nest
from tensorflow import nn as nn
from tensorflow import python as python
from tensorflow import random as random
from tensorflow import signal as signal
from tensorflow import slim as slim
from tensorflow import sparse as sparse
from tensorflow import spectral as spectral
