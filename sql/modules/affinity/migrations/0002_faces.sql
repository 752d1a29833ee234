-- Phase 1: photos and what is computed of them, the photos that everybody rates, ratings, and the taste that follows from them.

INSERT INTO platform.document_kind (kind, description, for_clients, may_upload, is_withheld) VALUES
  ('photo', 'a photo of oneself, whose bytes are shown to nobody before they are made anew', false, true, true),
  ('calibration', 'a photo that people rate, so that their taste can be learnt', false, false, true)
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS affinity.embedding_model (
  id                integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name              text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  version           text        NOT NULL CHECK (length(version) BETWEEN 1 AND 100),
  detector          text        NOT NULL CHECK (length(detector) BETWEEN 1 AND 100),
  detector_version  text        NOT NULL CHECK (length(detector_version) BETWEEN 1 AND 100),
  landmarks         text        NOT NULL CHECK (length(landmarks) BETWEEN 1 AND 100),
  landmarks_version text        NOT NULL CHECK (length(landmarks_version) BETWEEN 1 AND 100),
  dimensions        integer     NOT NULL CHECK (dimensions BETWEEN 1 AND 16384),
  center            float8[],
  scale             float8[],
  prior             float8[],
  is_active         boolean     NOT NULL DEFAULT false,
  created_at        timestamptz NOT NULL DEFAULT now(),
  UNIQUE (name, version, detector, detector_version, landmarks, landmarks_version, dimensions),
  UNIQUE (id, dimensions),
  CHECK ((center IS NULL) = (scale IS NULL)),
  CHECK (cardinality(center) = dimensions AND cardinality(scale) = dimensions),
  CHECK (cardinality(prior) = dimensions)
);
CREATE UNIQUE INDEX IF NOT EXISTS embedding_model_active_idx ON affinity.embedding_model (is_active) WHERE is_active;
COMMENT ON TABLE affinity.embedding_model IS
'The nets that made embeddings, all three by name and version. Embeddings of different rows are never compared; those of the active one
count. The first is active; affinity.use_embedding_model changes that.';
COMMENT ON COLUMN affinity.embedding_model.center IS
'Of all photos, by dimension, as harmony.fit_preference takes it, and scale; NULL: those of the photos that a person rated.';
COMMENT ON COLUMN affinity.embedding_model.prior IS 'A taste that most people have, as harmony.fit_preference takes it; NULL: none.';

CREATE TABLE IF NOT EXISTS affinity.photo (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id   uuid        REFERENCES platform.account ON DELETE CASCADE,
  document_id uuid        NOT NULL UNIQUE REFERENCES platform.document ON DELETE CASCADE,
  status      text        NOT NULL DEFAULT 'checking'
              CHECK (status IN ('checking', 'ready', 'no_face', 'several_faces', 'too_small', 'blurred', 'refused')),
  facts       jsonb       CHECK (jsonb_typeof(facts) = 'object'),
  job_id      bigint,
  created_at  timestamptz NOT NULL DEFAULT now(),
  found_at    timestamptz,
  CHECK ((status = 'checking') = (found_at IS NULL))
);
CREATE INDEX IF NOT EXISTS photo_person_id_idx ON affinity.photo (person_id, id);
COMMENT ON TABLE affinity.photo IS
'Photos of faces. harmonyd finds the face and makes the picture anew, without what else is in the file (affinity.face_found); of one that is
not ready the bytes are gone.';
COMMENT ON COLUMN affinity.photo.person_id IS 'Whose face; NULL: a photo that people rate (affinity.calibration_photo).';
COMMENT ON COLUMN affinity.photo.facts IS 'What harmonyd measured: names and versions of the nets, box, size and sharpness.';
COMMENT ON COLUMN affinity.photo.job_id IS 'The job of kind affinity.face.';

CREATE TABLE IF NOT EXISTS affinity.embedding (
  photo_id   bigint      PRIMARY KEY REFERENCES affinity.photo ON DELETE CASCADE,
  person_id  uuid        REFERENCES platform.account ON DELETE CASCADE,
  model_id   integer     NOT NULL,
  dimensions integer     NOT NULL,
  embedding  float4[]    NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  FOREIGN KEY (model_id, dimensions) REFERENCES affinity.embedding_model (id, dimensions),
  CHECK (array_ndims(embedding) = 1 AND cardinality(embedding) = dimensions AND array_position(embedding, NULL) IS NULL)
);
CREATE INDEX IF NOT EXISTS embedding_model_id_idx ON affinity.embedding (model_id, dimensions);
CREATE INDEX IF NOT EXISTS embedding_person_id_idx ON affinity.embedding (person_id) WHERE person_id IS NOT NULL;
ALTER TABLE affinity.embedding ALTER COLUMN embedding SET STORAGE EXTERNAL;  -- random digits do not compress
COMMENT ON TABLE affinity.embedding IS 'What a net made of the face on a photo, of one embedding model each.';
COMMENT ON COLUMN affinity.embedding.person_id IS 'As of the photo.';

CREATE TABLE IF NOT EXISTS affinity.calibration_photo (
  photo_id  bigint  PRIMARY KEY REFERENCES affinity.photo ON DELETE CASCADE,
  sort      integer NOT NULL,
  is_active boolean NOT NULL DEFAULT true
);
COMMENT ON TABLE affinity.calibration_photo IS
'The photos that everybody rates first, 10 to 14 of them: the ready ones that are active, in this order, the first 14.';

CREATE TABLE IF NOT EXISTS affinity.rating (
  person_id uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  photo_id  bigint      NOT NULL REFERENCES affinity.calibration_photo ON DELETE CASCADE,
  rating    float8      NOT NULL CHECK (rating BETWEEN 1 AND 5),
  rated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, photo_id)
);
CREATE INDEX IF NOT EXISTS rating_photo_id_idx ON affinity.rating (photo_id);
COMMENT ON TABLE affinity.rating IS 'How somebody likes the face on a calibration photo, 1 to 5; like and dislike are 5 and 1.';

CREATE TABLE IF NOT EXISTS affinity.taste (
  person_id   uuid        PRIMARY KEY REFERENCES platform.account ON DELETE CASCADE,
  model_id    integer     NOT NULL REFERENCES affinity.embedding_model,
  n           integer     NOT NULL CHECK (n >= 0),
  loo_rmse    float8      CHECK (loo_rmse >= 0),
  is_complete boolean     NOT NULL,
  fit         jsonb,
  learnt_at   timestamptz NOT NULL DEFAULT now(),
  CHECK (is_complete = (fit IS NOT NULL))
);
CREATE INDEX IF NOT EXISTS taste_model_id_idx ON affinity.taste (model_id);
ALTER TABLE affinity.taste ALTER COLUMN fit SET STORAGE EXTERNAL;
COMMENT ON TABLE affinity.taste IS
'What somebody likes in faces, as harmony.fit_preference has learnt it from the ratings when they came last.';
COMMENT ON COLUMN affinity.taste.n IS 'Rated photos with an embedding of this model.';
COMMENT ON COLUMN affinity.taste.fit IS 'The harmony.preference as a document, which stays without the extension; NULL: too few, or no
taste.';

ALTER TABLE affinity.taste ALTER COLUMN n SET STATISTICS 0, ALTER COLUMN loo_rmse SET STATISTICS 0,
  ALTER COLUMN is_complete SET STATISTICS 0, ALTER COLUMN fit SET STATISTICS 0, ALTER COLUMN learnt_at SET STATISTICS 0;
ALTER TABLE affinity.photo ALTER COLUMN status SET STATISTICS 0, ALTER COLUMN facts SET STATISTICS 0;
ALTER TABLE affinity.embedding ALTER COLUMN embedding SET STATISTICS 0;
ALTER TABLE affinity.rating ALTER COLUMN rating SET STATISTICS 0;

INSERT INTO platform.job_kind (kind, runs, lease, max_attempts, backoff) VALUES
  ('affinity.face', 'worker', '2 minutes', 5, '10 seconds')
ON CONFLICT DO NOTHING;
UPDATE platform.job_kind SET cancellable = false WHERE kind = 'affinity.face';
