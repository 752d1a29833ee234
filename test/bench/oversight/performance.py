# Four figures of the benchmark by NumPy and SciPy, all rows fetched first: AUC by ranks, Brier score, log loss, average precision; prints
# milliseconds, wall and CPU.
import os
import subprocess
import time
from io import StringIO

import numpy
import pandas
from scipy.stats import rankdata

start, cpu = time.perf_counter(), time.process_time()
text = subprocess.run(["psql", "-qAtX", "-c", "COPY (SELECT y::integer, p FROM bench.scored) TO STDOUT (FORMAT csv)"], check=True,
                      capture_output=True, text=True, env=os.environ).stdout
rows = pandas.read_csv(StringIO(text), header=None).to_numpy()
y, p = rows[:, 0], rows[:, 1]
m = y.sum()
auc = (rankdata(p)[y == 1].sum() - m * (m + 1) / 2) / (m * (len(y) - m))
brier = ((p - y) ** 2).mean()
held = numpy.clip(p, 1e-15, 1 - 1e-15)
log_loss = -(y * numpy.log(held) + (1 - y) * numpy.log1p(-held)).mean()
hits = y[numpy.argsort(-p, kind="stable")].cumsum()
precision = (hits / numpy.arange(1, len(y) + 1))[numpy.diff(hits, prepend=0) == 1].mean()
print(f"{1000 * (time.perf_counter() - start):.1f} {1000 * (time.process_time() - cpu):.0f}")
