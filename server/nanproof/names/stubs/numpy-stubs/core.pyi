# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from numpy import *
from numpy import core as core
from numpy import fft as fft
from numpy import linalg as linalg
from numpy import random as random
