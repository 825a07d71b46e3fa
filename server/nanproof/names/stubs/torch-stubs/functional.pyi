# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from torch import *
from torch import _C as _C
from torch import autograd as autograd
from torch import cuda as cuda
from torch import distributions as distributions
from torch import fft as fft
from torch import func as func
from torch import functional as functional
from torch import jit as jit
from torch import linalg as linalg
from torch import nn as nn
from torch import optim as optim
from torch import special as special
from torch import utils as utils
