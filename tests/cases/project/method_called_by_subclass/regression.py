import tensorflow as tf
from main import Model


class Regression(Model):
    def build(self, x, labels):
        self.weights = tf.Variable(tf.zeros([10, 2]))
        self.output = tf.nn.softmax(tf.matmul(x, self.weights))
        self.loss = self.cost(self.output, labels)


class Other:
    def run(self, n):
        return self.size(tf.nn.relu(n))
