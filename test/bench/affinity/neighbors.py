# All pairs of people, and the best of a pool of embeddings, with NumPy: milliseconds for pairs, one query, many queries. Rows from stdin.
import sys
import time

import numpy

K = 10
traits, photos = [], []
rows = traits
for line in sys.stdin:
    if line.startswith('photos'):
        rows = photos
        continue
    rows.append(numpy.fromstring(line, sep=' '))
traits = numpy.array(traits)
photos = numpy.array(photos, dtype=numpy.float32)
queries = photos[:int(sys.argv[1])].copy()


def timed(work):
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def pairs():
    squares = (traits * traits).sum(axis=1)
    for first in range(0, len(traits), 500):
        block = traits[first:first + 500]
        squared = squares[first:first + 500, None] + squares[None, :] - 2 * block @ traits.T
        squared[numpy.arange(len(block)), first + numpy.arange(len(block))] = numpy.inf
        best = numpy.argpartition(squared, K, axis=1)[:, :K]
        numpy.take_along_axis(squared, best, axis=1).sort(axis=1)


def one():
    scores = photos @ queries[0]
    best = numpy.argpartition(-scores, K)[:K]
    best[numpy.argsort(-scores[best])]


def many():
    for first in range(0, len(queries), 50):
        scores = photos @ queries[first:first + 50].T
        best = numpy.argpartition(-scores, K, axis=0)[:K]
        numpy.take_along_axis(scores, best, axis=0).sort(axis=0)


print(timed(pairs), timed(one), timed(many))
