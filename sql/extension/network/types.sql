-- What is told of networks.
CREATE TYPE harmony.network_node AS (node text, in_degree bigint, out_degree bigint, degree bigint, component integer);
COMMENT ON TYPE harmony.network_node IS 'A node of a network: how many others it is linked to.';
COMMENT ON COLUMN harmony.network_node.node IS 'Its value, as text.';
COMMENT ON COLUMN harmony.network_node.in_degree IS 'Of edges to it; NULL where edges have no direction.';
COMMENT ON COLUMN harmony.network_node.out_degree IS 'Of edges from it; NULL where edges have no direction.';
COMMENT ON COLUMN harmony.network_node.degree IS 'Of all its edges; a loop does not count.';
COMMENT ON COLUMN harmony.network_node.component IS 'From 1, numbered by their first nodes; direction is left aside.';

CREATE TYPE harmony.network_result AS (
  nodes             bigint,
  edges             bigint,
  loops             bigint,
  density           float8,
  reciprocity       float8,
  transitivity      float8,
  components        integer,
  largest_component bigint,
  node              harmony.network_node[]
);
COMMENT ON TYPE harmony.network_result IS 'A network as a whole. NULL where it does not determine a figure.';
COMMENT ON COLUMN harmony.network_result.nodes IS 'Different sources and targets, those without an edge included.';
COMMENT ON COLUMN harmony.network_result.edges IS 'Different ones, loops left out.';
COMMENT ON COLUMN harmony.network_result.loops IS 'Rows whose source is their target.';
COMMENT ON COLUMN harmony.network_result.density IS 'Edges : pairs of nodes that could have one; NULL for one node.';
COMMENT ON COLUMN harmony.network_result.reciprocity IS 'Share of edges whose reverse is there; NULL without direction.';
COMMENT ON COLUMN harmony.network_result.transitivity IS
'3 triangles : paths of three nodes, direction left aside; NULL without such a path.';
COMMENT ON COLUMN harmony.network_result.components IS 'Weak ones: direction is left aside.';
COMMENT ON COLUMN harmony.network_result.largest_component IS 'Nodes of the largest one.';
COMMENT ON COLUMN harmony.network_result.node IS 'In the order of the nodes'' values.';

CREATE TYPE harmony.node_value AS (node text, value float8);
COMMENT ON TYPE harmony.node_value IS 'A node of a network with a number.';
COMMENT ON COLUMN harmony.node_value.node IS 'Its value, as text.';
COMMENT ON COLUMN harmony.node_value.value IS
'What the aggregate measures, such as harmony.betweenness or harmony.pagerank.';

CREATE TYPE harmony.community_node AS (node text, community integer);
COMMENT ON TYPE harmony.community_node IS 'A node of a network with its community, from 1, numbered by their first nodes.';
COMMENT ON COLUMN harmony.community_node.node IS 'Its value, as text.';
COMMENT ON COLUMN harmony.community_node.community IS 'Number of its community, from 1.';

CREATE TYPE harmony.community_result AS (nodes bigint, communities integer, modularity float8, node harmony.community_node[]);
COMMENT ON TYPE harmony.community_result IS 'The communities of a network.';
COMMENT ON COLUMN harmony.community_result.nodes IS 'Different sources and targets, those without an edge included.';
COMMENT ON COLUMN harmony.community_result.communities IS 'How many there are; a node without edges is one of its own.';
COMMENT ON COLUMN harmony.community_result.modularity IS
'Sum over communities of w/m - resolution (d/2m)^2: w weight of the edges inside, d strength of the nodes, m weight of all edges; NULL
without edges.';
COMMENT ON COLUMN harmony.community_result.node IS 'In the order of the nodes'' values.';
