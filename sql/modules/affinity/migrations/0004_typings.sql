-- Phase 3: HLA typings, sealed before they are written.

CREATE TABLE IF NOT EXISTS affinity.hla_typing (
  person_id uuid        PRIMARY KEY REFERENCES platform.account ON DELETE CASCADE,
  sealed    bytea       NOT NULL,
  key_id    integer     NOT NULL,
  loci      text[]      NOT NULL CHECK (cardinality(loci) > 0),
  quality   float8      NOT NULL CHECK (quality BETWEEN 0 AND 1),
  typed_at  timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS hla_typing_key_id_idx ON affinity.hla_typing (key_id, person_id);
ALTER TABLE affinity.hla_typing ALTER COLUMN sealed SET STORAGE EXTERNAL;
COMMENT ON TABLE affinity.hla_typing IS
'The HLA typing of a person as harmony.hla_seal makes it: one, replaced at most once in 180 days (platform.setting affinity_typing_every).
No view, function or right shows it, and no role but the owner of the modules reads the table.';
COMMENT ON COLUMN affinity.hla_typing.key_id IS 'The key that it was sealed with (affinity.reseal).';
COMMENT ON COLUMN affinity.hla_typing.loci IS 'Which loci can be compared.';
COMMENT ON COLUMN affinity.hla_typing.quality IS 'The share of the loci that can be compared, as harmony_internal.hla_typing_summary tells
it.';

CREATE TABLE IF NOT EXISTS affinity.typing_turn (
  person_id uuid        PRIMARY KEY REFERENCES platform.account ON DELETE CASCADE,
  typed_at  timestamptz NOT NULL
);
COMMENT ON TABLE affinity.typing_turn IS
'When somebody handed in a typing last. It outlives the typing: who withdraws and agrees again has not another one at once.';

ALTER TABLE affinity.hla_typing ALTER COLUMN sealed SET STATISTICS 0, ALTER COLUMN key_id SET STATISTICS 0,
  ALTER COLUMN loci SET STATISTICS 0, ALTER COLUMN quality SET STATISTICS 0, ALTER COLUMN typed_at SET STATISTICS 0;
ALTER TABLE affinity.typing_turn ALTER COLUMN typed_at SET STATISTICS 0;

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('affinity.reseal', 'database', 'affinity.reseal_job', '10 minutes', 5, 1)
ON CONFLICT DO NOTHING;
