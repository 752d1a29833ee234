-- Parameters of the two-parameter logistic model for tests that can be given adaptively (docs/reference/item_response.md). A table
-- of its own: a calibration changes the parameters, not the items, which are fixed once somebody answered them.

CREATE TABLE IF NOT EXISTS assessment.item_parameter (
  instrument_id  integer NOT NULL,
  position       integer NOT NULL,
  discrimination float8  NOT NULL CHECK (discrimination > 0 AND discrimination <= 10),
  difficulty     float8  NOT NULL CHECK (difficulty BETWEEN -10 AND 10),
  PRIMARY KEY (instrument_id, position),
  FOREIGN KEY (instrument_id, position) REFERENCES assessment.item (instrument_id, position) ON UPDATE CASCADE ON DELETE CASCADE
);
COMMENT ON TABLE assessment.item_parameter IS 'Discrimination and difficulty of the items of an adaptive test, P(right) = 1/(1 + exp(-discrimination (ability - difficulty))). An item without a row is not asked adaptively. [shipped]';
COMMENT ON COLUMN assessment.item_parameter.difficulty IS 'On the scale of the ability: mean 0, SD 1 in the population.';

-- reasoning-18: provisional figures, set by hand from the order of the items, easy to hard, not from answers. One
-- ability stands behind logical, numerical and verbal items alike.
INSERT INTO assessment.item_parameter (instrument_id, position, discrimination, difficulty)
SELECT i.id, e.position, e.discrimination, e.difficulty
FROM assessment.instrument i
CROSS JOIN (VALUES
    ( 1, 1.1, -1.9), ( 2, 1.2, -1.7), ( 3, 1.0, -1.8), ( 4, 1.3, -1.3), ( 5, 1.4, -1.1), ( 6, 1.1, -1.2),
    ( 7, 1.4, -0.8), ( 8, 1.5, -0.3), ( 9, 1.2, -0.7), (10, 1.4,  0.3), (11, 1.6,  0.1), (12, 1.2, -0.1),
    (13, 1.6,  0.6), (14, 1.7,  0.5), (15, 1.3,  0.2), (16, 1.5,  1.5), (17, 1.6,  1.1), (18, 1.2,  0.9)
) AS e (position, discrimination, difficulty)
WHERE i.code = 'reasoning-18' AND i.version = 1
ON CONFLICT DO NOTHING;
