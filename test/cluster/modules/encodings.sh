#!/bin/sh
# Databases in other encodings than UTF-8: everything installs, answers make true snapshots, texts of that encoding come back.
set -eu
run() { psql -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }
for encoding in LATIN1 EUC_JP SQL_ASCII; do
  if [ $encoding = EUC_JP ]; then trait=日本; else trait=prüfen; fi
  dropdb --if-exists harmony_encoding 2>/dev/null
  createdb -T template0 -E $encoding --locale=C harmony_encoding
  got=$(PGCLIENTENCODING=UTF8 run -d harmony_encoding -v trait=$trait <<'SQL' | tail -1
CREATE EXTENSION harmony;
SELECT harmony.install('crew');
INSERT INTO assessment.trait (code, family, label) VALUES (:'trait', :'trait', :'trait');
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max) VALUES (900, 'own', 'own', 'likert', 1, 5);
INSERT INTO assessment.item (instrument_id, position, text, trait) SELECT 900, n, 'x', :'trait' FROM generate_series(1, 4) n;
INSERT INTO platform.account (id, email) SELECT md5(n::text)::uuid, n || '@example.org' FROM generate_series(1, 2) n;
INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT id, 900, '{1,2,4,5}' FROM platform.account;
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (md5('1')::uuid, 900, '{1,2,4,5}');
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (md5('1')::uuid, 900, '{5,2,4,5}');
SELECT (SELECT count(*) FROM assessment.verify_snapshots()) || ' ' || string_agg(psychometric_snapshot ->> :'trait', ' ' ORDER BY id)
FROM assessment.profile JOIN platform.account ON id = person_id;
SQL
  )
  # Of 1 2 4 5: (12 - 4)/16 = 50; of 5 2 4 5: (16 - 4)/16 = 75; md5('1') comes first.
  # Of three sites the second's name is a letter that LATIN1 and EUC_JP lack; one that knows no letters has neither.
  told=$(PGCLIENTENCODING=UTF8 run -d harmony_encoding -v trait=$trait <<'SQL'
SELECT string_agg(what || ' ' || coalesce(left(name, 8), '-'), ', ' ORDER BY line, what <> 'kind')
FROM harmony_internal.artifact_lines('{"type": "node_metadata", "canonical_node_id": "n", "metric_id": "m"}' || (
  SELECT string_agg(E'\n{"entity": [{"id": "site", "value": "' || site || '"}], '
    '"metric": [{"metadata": {"metric_id": "m"}, "values": 1}]}', '')
  FROM (VALUES (:'trait'), ('\ud83d\ude00'), ('a')) s (site)), NULL) WHERE what <> 'end';
SQL
  )
  if [ $encoding = SQL_ASCII ]; then kept='refused a letter'; else kept="entity $trait"; fi
  if [ "$told" != "kind node, node n, $kept, refused a letter, entity a" ]; then got="$got, artifact: $told"; fi
  if [ "$got" = "0 75.0 50.0" ]; then echo "ok - $encoding"; else echo "not ok - $encoding: $got"; fi
done
dropdb harmony_encoding
