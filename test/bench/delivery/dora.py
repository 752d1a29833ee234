# The lead times, frequency and restore times of the benchmark by pandas, all rows fetched first; prints milliseconds.
import os
import subprocess
import time
from io import StringIO

import pandas


def fetch(columns, table):
    query = f"COPY (SELECT {columns} FROM delivery.{table}) TO STDOUT (FORMAT csv, HEADER)"
    text = subprocess.run(["psql", "-qAtX", "-c", query], check=True, capture_output=True, text=True, env=os.environ).stdout
    return pandas.read_csv(StringIO(text))


start = time.perf_counter()
commits = fetch("extract(epoch FROM authored_at)::float8 AS authored, first_deployment, is_merge", '"commit"')
deployments = fetch("id, extract(epoch FROM finished_at)::float8 AS finished, is_seed", "counted_deployment")
incidents = fetch("extract(epoch FROM created_at)::float8 AS created, extract(epoch FROM resolved_at)::float8 AS resolved", "incident")
joined = commits[commits.is_merge == "f"].merge(deployments[deployments.is_seed == "f"], left_on="first_deployment", right_on="id")
lead = joined.finished - joined.authored
lead[lead >= 0].quantile([0.5, 0.75, 0.9])
days = pandas.Series((deployments.finished // 86400).unique())
((days - 4) // 7).value_counts().median()
(incidents.resolved - incidents.created).median()
merged = pandas.merge_asof(incidents.sort_values("created"), deployments.sort_values("finished"), left_on="created", right_on="finished",
                           allow_exact_matches=False)
(merged.resolved - merged.finished).median(), merged.id.nunique()
print(f"{1000 * (time.perf_counter() - start):.1f}")
