# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from keras import *
from keras import activations as activations
from keras import api as api
from keras import backend as backend
from keras import config as config
from keras import layers as layers
from keras import losses as losses
from keras import models as models
from keras import ops as ops
from keras import random as random
from keras import src as src
from keras import utils as utils
