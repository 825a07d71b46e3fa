# Old scripts print without parentheses, and that must not hide their logarithms.

import tensorflow as tf

x = tf.placeholder(tf.float32)
p = tf.nn.softmax(x)
print "loss", p
loss = tf.log(p)
#      ^^^^^^^^^ NAN101 warning: `p` is a softmax
print "done"
exec "x = 1"
