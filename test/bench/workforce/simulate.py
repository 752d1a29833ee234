"""Peers of simulate.sh: the classic model in NumPy, arrays of agents, and in Mesa, an object an agent. simulate.py numpy|mesa AGENTS
MONTHS ITERATIONS; prints milliseconds of processor time. Both count a role's output and give up posts by it, not in the model's order."""
import sys
import time

MONTH = 1 - 5 * 2.718281828459045 ** -2
FACTOR = 0.5
# Fifths after which an Engineer's tasks are automated, and the time that is left then.
BUSY = [1.0] * 5 + [0.5] * 4 + [0.3]


def with_numpy(agents, months, iterations):
    import numpy
    busy = numpy.array(BUSY)
    start = time.process_time()
    for iteration in range(iterations):
        random = numpy.random.default_rng([1, iteration])
        learnt = numpy.zeros(agents, dtype=numpy.int64)
        output = numpy.ones(agents)
        for _ in range(months):
            u = busy[learnt]
            learns = random.random(len(learnt)) < MONTH * FACTOR
            if random.random() < FACTOR:
                free = float((1 / u - output).sum())
                order = numpy.lexsort((-output, u * output))
                gone = min(int(free), len(order) - 1)
                if gone > 0:
                    rest = output[order[-gone:]].sum()
                    room = numpy.maximum(1 / u[order[:-gone]] - output[order[:-gone]], 0)
                    taken = numpy.minimum(room, numpy.maximum(0, rest - (numpy.cumsum(room) - room)))
                    output[order[:-gone]] += taken
                    kept = numpy.sort(order[:-gone])
                    learnt, output, learns = learnt[kept], output[kept], learns[kept]
            learnt = numpy.minimum(learnt + learns, 9)
            u = busy[learnt]
            (u * output).mean(), (1 / u - output).mean(), len(learnt)
    return time.process_time() - start


def with_mesa(agents, months, iterations):
    import mesa

    class Worker(mesa.Agent):
        def __init__(self, model):
            super().__init__(model)
            self.learnt = 0
            self.output = 1.0

        def step(self):
            if self.learnt < 9 and self.model.random.random() < MONTH * FACTOR:
                self.learnt += 1

    class Work(mesa.Model):
        def __init__(self, seed):
            super().__init__(seed=seed)
            for _ in range(agents):
                Worker(self)

        def step(self):
            self.agents.do("step")
            sum(BUSY[a.learnt] * a.output for a in self.agents)

    start = time.process_time()
    for iteration in range(iterations):
        model = Work(iteration)
        for _ in range(months):
            model.step()
    return time.process_time() - start


print("%.3f" % (1e3 * {"numpy": with_numpy, "mesa": with_mesa}[sys.argv[1]](*map(int, sys.argv[2:5]))))
