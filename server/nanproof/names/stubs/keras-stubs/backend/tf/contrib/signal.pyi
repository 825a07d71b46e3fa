# Written by nanproof.names.stubgen from the catalogue. Do not edit.
from tensorflow.contrib.signal import *
