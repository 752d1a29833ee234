# An artifact of n lines, a site each with twelve months, some 740 bytes: awk -v n=100000 -v prefix=F -f artifacts.awk
BEGIN {
  srand(1)
  printf "{\"type\": \"node_metadata\", \"canonical_node_id\": \"stayIndex__facilityId__month\", \"canonical_parent_node_ids\": [{"
  printf "\"canonical_parent_node_id\": \"stayIndex__facilityId__aggregate_time_period\", \"edge_type\": \"trends_to\"}], "
  print "\"canonical_child_node_ids\": [], \"metric_id\": \"stayIndex\", \"metric\": {\"polarity\": \"lower_is_better\"}}"
  for (i = 1; i <= n; i++) {
    months = ""
    for (m = 1; m <= 12; m++) months = months sprintf("%s{\"period\": \"2025%02d\", \"value\": %.6f}", m > 1 ? ", " : "", m, .5 + rand())
    printf "{\"entity\": [{\"id\": \"facilityId\", \"value\": \"%s%07d\", \"dataset_field\": \"facilityId\"}], ", prefix, i
    printf "\"metric\": [{\"metadata\": {\"metric_id\": \"stayIndex\"}, \"values\": {\"timeline\": [%s]}}], ", months
    printf "\"metadata\": {\"facility\": \"NAME %s%07d\", \"systemName\": \"S%d\", ", prefix, i, i % 40
    printf "\"encounters\": %d}}\n", 10 + 9000 * rand()
  }
}
