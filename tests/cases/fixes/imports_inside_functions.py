# Where a framework is imported inside of functions alone, nothing is imported for a fix.

def loss(x):
    from tensorflow.math import log
    from tensorflow.nn import softmax

    return log(softmax(x))
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x)` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
