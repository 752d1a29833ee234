-- The engine's graph, as edges.

CREATE OR REPLACE VIEW signals.node_edge WITH (security_invoker = true) AS
  SELECT n.organization_id, n.run_id, n.node_id AS parent, c ->> 'canonical_child_node_id' AS child,
         coalesce(c ->> 'edge_type', 'child') AS edge_type
  FROM signals.raw_node_result n CROSS JOIN LATERAL jsonb_array_elements(n.children) c
  WHERE c ->> 'canonical_child_node_id' IS NOT NULL
  UNION
  SELECT n.organization_id, n.run_id, p ->> 'canonical_parent_node_id', n.node_id, coalesce(p ->> 'edge_type', 'child')
  FROM signals.raw_node_result n CROSS JOIN LATERAL jsonb_array_elements(n.parents) p
  WHERE p ->> 'canonical_parent_node_id' IS NOT NULL;
COMMENT ON VIEW signals.node_edge IS 'Which node is the parent of which, whichever of the two says so.';
