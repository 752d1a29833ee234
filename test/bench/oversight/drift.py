# Kolmogorov-Smirnov and Wasserstein of the benchmark by SciPy, all rows fetched first; prints milliseconds, wall and CPU.
import os
import subprocess
import time
from io import StringIO

import pandas
from scipy.stats import ks_2samp, wasserstein_distance

start, cpu = time.perf_counter(), time.process_time()
text = subprocess.run(["psql", "-qAtX", "-c", "COPY (SELECT is_reference::integer, value FROM bench.reading) TO STDOUT (FORMAT csv)"],
                      check=True, capture_output=True, text=True, env=os.environ).stdout
rows = pandas.read_csv(StringIO(text), header=None).to_numpy()
reference, current = rows[rows[:, 0] == 1, 1], rows[rows[:, 0] == 0, 1]
ks_2samp(reference, current, method="asymp"), wasserstein_distance(reference, current)
print(f"{1000 * (time.perf_counter() - start):.1f} {1000 * (time.process_time() - cpu):.0f}")
