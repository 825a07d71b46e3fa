from .functions import score
