-- After a crash: how many acknowledged commits are missing, how many rows of the ledger lack what was committed with them,
-- how many stale snapshots there are once marks are worked off. DEEP_FOLDER holds the writers' files.
-- The candidates' profiles were set directly: only those who answered have scores to recompute theirs from.
\o /dev/null
CREATE TEMP TABLE acknowledged (writer integer, number bigint);
\copy acknowledged FROM PROGRAM 'cat "$DEEP_FOLDER"/acknowledged.*' WITH (DELIMITER ' ')
SELECT crew.rebuild_stale();
\o
SELECT (SELECT count(*) FROM acknowledged),
  (SELECT count(*) FROM acknowledged a WHERE NOT EXISTS (SELECT FROM ledger l WHERE (l.writer, l.number) = (a.writer, a.number))),
  (SELECT count(*) FROM ledger l WHERE NOT CASE l.kind
    WHEN 'pulse' THEN EXISTS (SELECT FROM crew.pulse p WHERE p.person_id = l.person_id AND p.day = l.key::date)
    WHEN 'submission' THEN EXISTS (SELECT FROM assessment.submission s WHERE s.person_id = l.person_id AND s.id = l.key::bigint)
      AND EXISTS (SELECT FROM assessment.result r WHERE r.person_id = l.person_id AND r.submission_id = l.key::bigint)
    ELSE EXISTS (SELECT FROM crew.hiring_event e WHERE e.person_id = l.person_id AND e.campaign_id = l.key::uuid) END),
  (SELECT count(*) FROM crew.verify_snapshots()) + (SELECT count(*) FROM
    assessment.verify_snapshots(ARRAY(SELECT DISTINCT person_id FROM assessment.submission)));
