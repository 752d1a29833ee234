# Deferred acceptance in Python on lists that NumPy has sorted: milliseconds.
import sys
import time

import numpy

n = int(sys.argv[1])
random = numpy.random.default_rng(1)
score, reverse = random.random((n, n)), random.random((n, n))
start = time.perf_counter()
lists = numpy.argsort(-score, axis=1)
following = [0] * n
held = [-1] * n
free = list(range(n))
while free:
    a = free.pop()
    b = lists[a, following[a]]
    following[a] += 1
    if held[b] < 0:
        held[b] = a
    elif reverse[a, b] > reverse[held[b], b]:
        free.append(held[b])
        held[b] = a
    else:
        free.append(a)
print(1000 * (time.perf_counter() - start))
