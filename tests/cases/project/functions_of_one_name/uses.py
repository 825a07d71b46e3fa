import torch
from alike import shared
from main import Scale, taken as aliased
from main import *


def run(x):
    shared(torch.relu(x))
    aliased(torch.relu(x))


def scaled(low):
    return low


def others(x):
    scaled(torch.relu(x))
    Scale().scaled(torch.ones(3))
