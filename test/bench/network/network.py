"""Peer of network.sh: igraph over the edges on stdin. Processor milliseconds of the measure; of communities the modularity too."""
import sys
import time

import igraph

what = sys.argv[1]
edges = {tuple(map(int, line.split())) for line in sys.stdin}
graph = igraph.Graph(n=1 + max(max(edge) for edge in edges), edges=list(edges), directed=what == "pagerank").simplify()
start = time.process_time()
if what == "betweenness":
    graph.betweenness()
elif what == "pagerank":
    graph.pagerank()
else:
    found = graph.community_leiden(objective_function="modularity", n_iterations=2)
elapsed = 1000 * (time.process_time() - start)
print("%.1f" % elapsed, found.modularity if what == "communities" else "")
