from keras import backend as K
import keras
