-- 300 people (psql variable people) who answer every shipped instrument: an invented sample with real proportions, the same
-- on every machine.
--
-- Means, standard deviations and correlations of the Big Five are those of 2,800 volunteers of the SAPA project (data
-- set bfi, W. Revelle, R package psych, scales of five items on 1 to 6): A 4.65 (0.90), C 4.27 (0.95), E 4.15 (1.06),
-- N 3.16 (1.20), O 4.59 (0.81); r AC .26, AE .46, AN -.19, AO .15, CE .26, CN -.23, CO .20, EN -.22, EO .22, NO -.09.
-- The other traits lean on these by weights of our own. Every twentieth person answers carelessly.

\if :{?people} \else
\set people 300
\endif

-- A standard normal deviate that depends on its keys alone (Box and Muller 1958 on hashed uniforms).
CREATE FUNCTION pg_temp.deviate(person int, what text) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN sqrt(-2 * ln(((hashtextextended(person || what, 1) & 4294967295) + 0.5) / 4294967296.0::float8))
       * cos(2 * pi() * ((hashtextextended(person || what, 2) & 4294967295) + 0.5) / 4294967296.0::float8);

CREATE TEMP TABLE person AS
  SELECT n, md5('harmony sample ' || n)::uuid AS id, n % 20 = 0 AS careless FROM generate_series(1, :people) n;

INSERT INTO platform.account (id, email, full_name, created_at)
  SELECT id, 'person' || n || '@sample.invalid', 'Person ' || n, now() - interval '1 year' FROM person;

-- Where each person stands on each trait, in standard deviations; the Big Five through the Cholesky factor of r.
CREATE TEMP TABLE standing AS
  WITH z AS (
    SELECT n, pg_temp.deviate(n, 'a') AS a, pg_temp.deviate(n, 'c') AS c, pg_temp.deviate(n, 'e') AS e,
           pg_temp.deviate(n, 'n') AS u, pg_temp.deviate(n, 'o') AS o, pg_temp.deviate(n, 'g') AS g
    FROM person
  ), big_five AS (
    SELECT n, g, a,
           .2600 * a + .9656 * c AS c,
           .4600 * a + .1454 * c + .8759 * e AS e,
          -.1900 * a - .1870 * c - .1203 * e + .9563 * u AS neuroticism,
           .1500 * a + .1667 * c + .1447 * e - .0135 * u + .9636 * o AS o
    FROM z
  )
  SELECT b.n, t.trait, t.z, t.mean, t.sd
  FROM big_five b CROSS JOIN LATERAL (VALUES
    -- mean and sd as shares of the scale's length
    ('agreeableness',      a,                              .730, .180), ('conscientiousness', c, .653, .190),
    ('extraversion',       e,                              .629, .212), ('neuroticism', neuroticism, .432, .239),
    ('openness',           o,                              .717, .162),
    ('resilience',         -.6 * neuroticism + .8 * pg_temp.deviate(n, 'resilience'), .62, .18),
    ('intrinsic',          .4 * o + .9 * pg_temp.deviate(n, 'intrinsic'), .70, .18),
    ('identified',         .4 * c + .9 * pg_temp.deviate(n, 'identified'), .68, .18),
    ('introjected',        .3 * neuroticism + .95 * pg_temp.deviate(n, 'introjected'), .45, .20),
    ('extrinsic_social',   pg_temp.deviate(n, 'social'),   .45, .20), ('extrinsic_material', pg_temp.deviate(n, 'material'), .50, .22),
    ('amotivation',        -.4 * c + .9 * pg_temp.deviate(n, 'amotivation'), .15, .15),
    ('autonomy',           .4 * o - .3 * c + .85 * pg_temp.deviate(n, 'autonomy'), .55, .18),
    ('feedback',           .3 * e + .3 * a + .9 * pg_temp.deviate(n, 'feedback'), .58, .18),
    ('structure',          .5 * c - .2 * o + .85 * pg_temp.deviate(n, 'structure'), .60, .18),
    ('logical',            .8 * g + .6 * pg_temp.deviate(n, 'logical'), .60, .22),
    ('numerical',          .8 * g + .6 * pg_temp.deviate(n, 'numerical'), .55, .24),
    ('verbal',             .8 * g + .6 * pg_temp.deviate(n, 'verbal'), .62, .20)
  ) t (trait, z, mean, sd);

-- An answer is the person's level on the scale with an error of its own; a test item is right with that probability.
CREATE TEMP TABLE answer AS
  SELECT p.n, p.id AS person_id, i.instrument_id, i.position,
         CASE
           WHEN k.kind = 'cognitive' THEN
             CASE WHEN s.mean + s.sd * s.z + .15 * pg_temp.deviate(p.n, 'item' || i.id) > .5 THEN i.correct_option
                  ELSE 1 + i.correct_option % 4 END
           WHEN p.careless THEN k.scale_max - 1
           ELSE least(k.scale_max, greatest(k.scale_min, round(
                  (k.scale_min + k.scale_max) / 2.0 + i.keyed * (k.scale_max - k.scale_min)
                  * (s.mean - .5 + s.sd * s.z + .16 * pg_temp.deviate(p.n, 'item' || i.id)))))
         END::smallint AS value,
         CASE WHEN p.careless THEN 900 ELSE 2400 END + (hashtextextended(p.n || 'ms' || i.id, 3) & 2047)::int AS ms
  FROM person p
  JOIN standing s ON s.n = p.n
  JOIN assessment.item i ON i.trait = s.trait
  JOIN assessment.instrument k ON k.id = i.instrument_id AND k.origin = 'harmony';

INSERT INTO assessment.submission (person_id, instrument_id, started_at, submitted_at, answers, response_ms)
  SELECT person_id, instrument_id, timestamptz '2026-01-05 09:00+00', timestamptz '2026-01-05 09:00+00' + sum(ms) * interval '1 ms',
         array_agg(value ORDER BY position), array_agg(ms ORDER BY position)
  FROM answer GROUP BY person_id, instrument_id;
