# Sourced by demo.sh for make demo-full: every other module, each in a database of its own: a fleet's season, the sites that need
# attention, how well software is delivered, who would meet whom, what automation may do to a company's posts, and a model that
# has drifted.

say ""
say "A fleet in a database of its own: two employers, four vessels, 40 people, two campaigns, a season:"
createdb fleet
export PGDATABASE=fleet
install_crew() { run -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew') AS installed"; }
timed "install module crew" "" install_crew
timed "make the fleet and its season" "SELECT count(*) FROM crew.pulse" run -f sql/demo/fleet.sql
run -c ANALYZE
timed "a campaign, dashboards, a retraining" "" run -f sql/demo/season.sql

say ""
say "Signals of many sites, in a database of its own:"
createdb sites
export PGDATABASE=sites
install_signals() { run -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('signals') AS installed"; }
timed "install module signals" "" install_signals
hospitals=${HARMONY_DATA:-../shared/data}/hospital/cms_outcomes_2012_long.csv
if [ -f "$hospitals" ]; then
  hospitals=$(realpath "$hospitals")
  say "   input: $hospitals"
  sites() { run -v hospitals="$hospitals" -f sql/demo/hospitals.sql -f sql/demo/signals.sql; }
else
  say "   input: 400 sites, made up"
  sites() { run -f sql/demo/sites.sql -f sql/demo/signals.sql; }
fi
timed "load, compute, publish, take over" "SELECT count(*) FROM signals.fct_signal" sites

say ""
say "How well software is delivered, in a database of its own:"
createdb software
export PGDATABASE=software
install_delivery() { run -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('delivery') AS installed"; }
timed "install module delivery" "" install_delivery
vector=${HARMONY_DATA:-../shared/data}/git/pgvector cron=${HARMONY_DATA:-../shared/data}/delivery/git
if [ -f "$vector/releases.csv" ] && [ -f "$cron/releases.csv" ]; then
  vector=$(realpath "$vector") cron=$(realpath "$cron")
  say "   input: $vector, $cron, and a team that is made up"
  software() { run -v pgvector="$vector" -v pg_cron="$cron" -f sql/demo/histories.sql -f sql/demo/history.sql -f sql/demo/delivery.sql; }
else
  say "   input: a team that is made up"
  software() { run -f sql/demo/history.sql -f sql/demo/delivery.sql; }
fi
timed "load histories, four keys, flow, a forecast" "SELECT count(*) FROM delivery.commit" software

say ""
say "Whom people are willing to meet, in a database of its own: a study of 100 people who are made up, through three kinds of evidence:"
createdb affinity
export PGDATABASE=affinity
seal_key() {
  (umask 027; printf '{"keys": [{"id": 1, "key": "%s"}]}\n' "$(head -c 32 /dev/urandom | base64)" >"$cluster/seal.json")
  if [ "$(id -u)" = 0 ]; then chown postgres "$cluster/seal.json"; fi
}
install_affinity() {
  seal_key
  run -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('affinity') AS installed" \
    -c "ALTER DATABASE affinity SET harmony.seal_key_file = '$cluster/seal.json'"
}
timed "install module affinity" "" install_affinity
study() { run -v report="$(realpath "$BUILD")/match.html" -f sql/demo/affinity.sql; }
timed "rate, answer, type, score all pairs, validate" "SELECT count(*) FROM affinity.pair" study

say ""
say "What automation may do to a company's posts, in a database of its own:"
createdb company
export PGDATABASE=company
install_workforce() { run -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('workforce') AS installed"; }
timed "install module workforce" "" install_workforce
occupations=${HARMONY_DATA:-../shared/data}/workforce
if [ -f "$occupations/onet_tasks.csv" ]; then
  occupations=$(realpath "$occupations")
  say "   input: $occupations"
  company() { run -v occupations="$occupations" -f sql/demo/occupations.sql -f sql/demo/workforce.sql; }
else
  say "   input: five occupations, made up"
  company() { run -f sql/demo/occupations_sample.sql -f sql/demo/workforce.sql; }
fi
timed "five occupations, a simulation, a tornado" "SELECT count(*) FROM workforce.step" company

say ""
say "A model under watch, in a database of its own:"
createdb watch
export PGDATABASE=watch
install_oversight() { run -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('oversight') AS installed"; }
timed "install module oversight" "" install_oversight
watch() { run -f sql/demo/watch.sql; }
timed "80 days and nights of predictions, drift" "SELECT count(*) FROM oversight.prediction" watch
export PGDATABASE=demo

list_databases() {
  say "  psql -h $cluster -U $PGUSER fleet    vessels, crews and campaigns"
  say "  psql -h $cluster -U $PGUSER sites    metrics of many sites, and what needs attention"
  say "  psql -h $cluster -U $PGUSER software commits, deployments and work, and how well they flow"
  say "  psql -h $cluster -U $PGUSER affinity people, tastes, pairs, and what the scores are worth"
  say "  psql -h $cluster -U $PGUSER company  occupations, and what automation may do to their posts"
  say "  psql -h $cluster -U $PGUSER watch    predictions, their drift, and what stood out"
}
