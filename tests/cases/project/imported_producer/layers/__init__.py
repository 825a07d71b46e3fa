from .head import *
from .head import Head, probabilities as probabilities
