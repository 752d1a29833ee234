-- Norms of the shipped Big-Five scales, and the metric of the forced-choice form, which is equated to them.
--
-- 14,461 people who answered the 50 markers on an open web page: complete, 18 to 80 years old, no run of one answer over 10, IRV over .5,
-- Mahalanobis distance below the chi-squared .999 quantile (7.6 % were screened out). They are volunteers who found the page, 60 % women,
-- half of them under 25: a sample of no country and not of applicants. Norms of an own population: assessment.build_norms.
--
-- There is one norm for everybody. Norms by sex or age would turn one answer into two scores, which United States law forbids in selection
-- (42 U.S.C. 2000e-2(l)) and which hides differences that the fairness figures are there to show.
--
-- quantiles: the percentiles 5, 10 ... 95 are measured; those between them are interpolated, those beyond extended by the normal
-- distribution from the last measured one (q5 + sd (z_p - z_5), q95 + sd (z_p - z_95)), within 0 to 100.
WITH added AS (
  INSERT INTO assessment.norm (population, instrument_id, trait, n, mean, sd, reliability, quantiles, metric)
  SELECT 'volunteers', i.id, e.trait, 14461, e.mean, e.sd, e.alpha, e.quantiles::float8[], 'pomp'
  FROM assessment.instrument i
  CROSS JOIN (VALUES
    ('openness', 73.5839, 15.0905, 0.8058,
      '{37.22,41.33,43.94,45.9,47.5,48.5,49.5,50.5,51.5,52.5,53.5,54.5,55.5,56.5,57.5,58,58.5,59,59.5,60,60.5,61,61.5,62,62.5,'
      '63,63.5,64,64.5,65,65.5,66,66.5,67,67.5,68,68.5,69,69.5,70,70.5,71,71.5,72,72.5,73,73.5,74,74.5,75,75.5,76,76.5,77,77.5,'
      '77.5,77.5,77.5,77.5,77.5,78,78.5,79,79.5,80,80.5,81,81.5,82,82.5,83,83.5,84,84.5,85,85.5,86,86.5,87,87.5,88,88.5,89,'
      '89.5,90,90.5,91,91.5,92,92.5,93.5,94.5,95.5,96.5,97.5,99.1,100,100,100}'),
    ('conscientiousness', 60.3643, 17.9383, 0.8253,
      '{17.78,22.67,25.77,28.1,30,31.5,33,34.5,36,37.5,38,38.5,39,39.5,40,41,42,43,44,45,45.5,46,46.5,47,47.5,48,48.5,49,49.5,'
      '50,50.5,51,51.5,52,52.5,53,53.5,54,54.5,55,55.5,56,56.5,57,57.5,58,58.5,59,59.5,60,60.5,61,61.5,62,62.5,63,63.5,64,64.5,'
      '65,65.5,66,66.5,67,67.5,68,68.5,69,69.5,70,70.5,71,71.5,72,72.5,73.5,74.5,75.5,76.5,77.5,78,78.5,79,79.5,80,81,82,83,84,'
      '85,86,87,88,89,90,91.9,94.23,97.33,100}'),
    ('extraversion', 51.3561, 22.8077, 0.9024,
      '{0,3.17,7.12,10.09,12.5,14,15.5,17,18.5,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,35.5,36,36.5,37,37.5,38.5,39.5,'
      '40.5,41.5,42.5,43,43.5,44,44.5,45,45.5,46,46.5,47,47.5,48.5,49.5,50.5,51.5,52.5,53,53.5,54,54.5,55,55.5,56,56.5,57,57.5,'
      '58.5,59.5,60.5,61.5,62.5,63,63.5,64,64.5,65,65.5,66,66.5,67,67.5,68.5,69.5,70.5,71.5,72.5,73.5,74.5,75.5,76.5,77.5,78.5,'
      '79.5,80.5,81.5,82.5,83.5,84.5,85.5,86.5,87.5,89.91,92.88,96.83,100}'),
    ('agreeableness', 72.7268, 17.0806, 0.8405,
      '{28.36,33.02,35.97,38.19,40,42,44,46,48,50,51,52,53,54,55,56,57,58,59,60,60.5,61,61.5,62,62.5,63,63.5,64,64.5,65,65.5,66,'
      '66.5,67,67.5,68,68.5,69,69.5,70,70.5,71,71.5,72,72.5,73,73.5,74,74.5,75,75.5,76,76.5,77,77.5,78,78.5,79,79.5,80,80,80,'
      '80,80,80,80.5,81,81.5,82,82.5,83,83.5,84,84.5,85,85.5,86,86.5,87,87.5,88,88.5,89,89.5,90,90.5,91,91.5,92,92.5,93.5,94.5,'
      '95.5,96.5,97.5,99.31,100,100,100}'),
    ('neuroticism', 50.8744, 21.4564, 0.885,
      '{0.38,6.23,9.94,12.73,15,16.5,18,19.5,21,22.5,23.5,24.5,25.5,26.5,27.5,28.5,29.5,30.5,31.5,32.5,33,33.5,34,34.5,35,36,37,'
      '38,39,40,40.5,41,41.5,42,42.5,43,43.5,44,44.5,45,45.5,46,46.5,47,47.5,48,48.5,49,49.5,50,51,52,53,54,55,55.5,56,56.5,57,'
      '57.5,58,58.5,59,59.5,60,60.5,61,61.5,62,62.5,63.5,64.5,65.5,66.5,67.5,68,68.5,69,69.5,70,71,72,73,74,75,76,77,78,79,80,'
      '81,82,83,84,85,87.27,90.06,93.77,99.62}')
  ) AS e (trait, mean, sd, alpha, quantiles)
  WHERE i.code = 'ipip-ffm-50' AND i.version = 1
  ON CONFLICT DO NOTHING
  RETURNING instrument_id
)
UPDATE assessment.instrument i SET norm_population = 'volunteers'
WHERE i.id IN (SELECT a.instrument_id FROM added a) AND i.norm_population IS NULL;

-- The metric of forced-choice-30: means and SDs of the scales above, and mean and SD of the form's theta estimates among 100,000
-- simulated people of that population (PEOPLE=100000 test/bench/honesty/metric.sh prints them). The SD is below 1, since an estimate of
-- limited reliability is drawn towards the mean; the mean is off 0, since the maximum of a skewed posterior is not its mean.
UPDATE assessment.instrument i
SET equated_mean = m.mean, equated_sd = m.sd, theta_mean = '{-0.038,-0.033,-0.039,-0.04,0.036}',
    theta_sd = '{0.772,0.771,0.774,0.769,0.771}'
FROM (
  SELECT f.id, array_agg(n.mean ORDER BY o.k) AS mean, array_agg(n.sd ORDER BY o.k) AS sd
  FROM assessment.instrument f
  CROSS JOIN LATERAL unnest(f.trait_order) WITH ORDINALITY o (trait, k)
  JOIN assessment.instrument r ON r.code = 'ipip-ffm-50' AND r.version = 1
  JOIN assessment.norm n ON n.population = 'volunteers' AND n.instrument_id = r.id AND n.trait = o.trait
  WHERE f.code = 'forced-choice-30' AND f.version = 1
  GROUP BY f.id) m
WHERE i.id = m.id AND i.theta_sd IS NULL;

-- On that metric the form's scores are distributed as those of the rating scale, by construction: the same norm, n included. The
-- reliability is the form's own: the squared correlation of its estimates with the true traits in the same simulation.
WITH added AS (
  INSERT INTO assessment.norm (population, instrument_id, trait, n, mean, sd, reliability, quantiles, metric)
  SELECT n.population, f.id, n.trait, n.n, n.mean, n.sd, e.reliability, n.quantiles, n.metric
  FROM assessment.instrument f
  CROSS JOIN (VALUES ('openness', 0.700), ('conscientiousness', 0.701), ('extraversion', 0.700), ('agreeableness', 0.692),
                     ('neuroticism', 0.701)) AS e (trait, reliability)
  JOIN assessment.instrument r ON r.code = 'ipip-ffm-50' AND r.version = 1
  JOIN assessment.norm n ON n.population = 'volunteers' AND n.instrument_id = r.id AND n.trait = e.trait
  WHERE f.code = 'forced-choice-30' AND f.version = 1
  ON CONFLICT DO NOTHING
  RETURNING instrument_id
)
UPDATE assessment.instrument i SET norm_population = 'volunteers'
WHERE i.id IN (SELECT a.instrument_id FROM added a) AND i.norm_population IS NULL;

-- reasoning-18 can be given adaptively: sessions end after 8 items on average, 12 at the most (test/bench/honesty/adaptive.sh).
UPDATE assessment.instrument i SET target_se = 0.5, max_items = 12
WHERE i.code = 'reasoning-18' AND i.version = 1 AND i.target_se IS NULL
  AND NOT EXISTS (SELECT FROM assessment.submission s WHERE s.instrument_id = i.id);
