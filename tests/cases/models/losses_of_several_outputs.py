"""Several losses stand in a list, one for each output, or under its name; which of them an output is given to, that says."""

from tensorflow.keras import backend as K
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Model

features = Input((3,))
classes, value = Dense(3, activation="softmax")(features), Dense(1, activation="relu")(features)


def of_the_first(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: K.log(K.clip(y_pred, 1e-10, 1.0))
    # or (unsafe): K.log(y_pred + 1e-8)
    # from: `Dense(3, activation="softmax")(features)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `of_the_first` given to this loss


def of_the_second(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: K.log(K.maximum(y_pred, 1e-10))
    # or (unsafe): K.log(y_pred + 1e-8)
    # from: `Dense(1, activation="relu")(features)` made here, exactly 0 for inputs of 0 or less
    # from: `of_the_second` given to this loss


def of_none(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 information: nothing here shows that `y_pred` stays above 0: log(0) is -inf
    # fixed: K.log(K.maximum(y_pred, 1e-10))


two = Model(features, [classes, value])
two.compile("adam", loss=[of_the_first, of_the_second, of_none])


def in_a_list_for_one(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: K.log(K.clip(y_pred, 1e-10, 1.0))
    # or (unsafe): K.log(y_pred + 1e-8)
    # from: `Dense(3, activation="softmax")(features)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `Model(features, classes).compile("adam", loss=[in_a_list_for_one])` returned by this call
    # from: `in_a_list_for_one` given to this loss


Model(features, classes).compile("adam", loss=[in_a_list_for_one])


def for_all_outputs(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 warning: `y_pred` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: K.log(K.maximum(y_pred, 1e-10))
    # or (unsafe): K.log(y_pred + 1e-8)
    # from: `Dense(3, activation="softmax")(features)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `for_all_outputs` given to this loss


above_0 = Dense(2, activation="softplus")(features) + 1.0
Model(features, [above_0, classes]).compile("adam", loss=for_all_outputs)


def for_all_that_have_names(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 warning: `y_pred` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: K.log(K.maximum(y_pred, 1e-10))
    # or (unsafe): K.log(y_pred + 1e-8)
    # from: `Dense(3, activation="softmax")(features)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `for_all_that_have_names` given to this loss


Model(features, {"value": above_0, "classes": classes}).compile("adam", loss=for_all_that_have_names)


def for_all_above_0(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))


Model(features, [above_0, classes + 1.0]).compile("adam", loss=for_all_above_0)


def beside_others(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 warning: `y_pred` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: K.log(K.clip(y_pred, 1e-10, 1.0))
    # or (unsafe): K.log(y_pred + 1e-8)
    # from: `Dense(3, activation="softmax")(features)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `beside_others` given to this loss


OTHERS = {"value": "mse"}
named = Model(features, {"classes": classes, "value": value})
named.compile("adam", loss={**OTHERS, "classes": beside_others})


def of_an_output_without_a_name(y_true, y_pred):
    return -K.mean(y_true * K.log(y_pred))
    #                       ^^^^^^^^^^^^^ NAN101 information: nothing here shows that `y_pred` stays above 0: log(0) is -inf
    # fixed: K.log(K.maximum(y_pred, 1e-10))


Model(features, [classes, value]).compile("adam", loss={"dense": of_an_output_without_a_name})
