-- Items that count for several traits, as for a facet and its domain, and translations that are read against one set of norms.

CREATE TABLE IF NOT EXISTS assessment.item_trait (
  instrument_id integer  NOT NULL,
  position      integer  NOT NULL,
  trait         text     NOT NULL REFERENCES assessment.trait,
  keyed         smallint NOT NULL DEFAULT 1 CHECK (keyed IN (-1, 1)),
  PRIMARY KEY (instrument_id, position, trait),
  FOREIGN KEY (instrument_id, position) REFERENCES assessment.item (instrument_id, position) ON UPDATE CASCADE ON DELETE CASCADE
);
COMMENT ON TABLE assessment.item_trait IS
'Traits that an item of a rating scale counts for besides its own (assessment.item.trait): a facet''s domain, a second scale. Fixed, as the
items are, once somebody answered them. [shipped]';
COMMENT ON COLUMN assessment.item_trait.keyed IS '+1: agreeing means more of this trait; -1: less.';

ALTER TABLE assessment.scoring_key ADD COLUMN IF NOT EXISTS also_positions integer[], ADD COLUMN IF NOT EXISTS also_traits text[],
  ADD COLUMN IF NOT EXISTS also_keyed smallint[];
COMMENT ON COLUMN assessment.scoring_key.also_positions IS
'Of assessment.item_trait, by position and trait, as also_traits and also_keyed; NULL: no item counts for a second trait.';

ALTER TABLE assessment.instrument ADD COLUMN IF NOT EXISTS same_as integer
  CONSTRAINT instrument_same_as_fkey REFERENCES assessment.instrument;
ALTER TABLE assessment.instrument DROP CONSTRAINT IF EXISTS instrument_same_as_another;
ALTER TABLE assessment.instrument ADD CONSTRAINT instrument_same_as_another CHECK (same_as <> id);
CREATE INDEX IF NOT EXISTS instrument_same_as_idx ON assessment.instrument (same_as);
COMMENT ON COLUMN assessment.instrument.same_as IS
'The instrument that this one translates: its items have the same traits and keys, position by position, and its scores are read against
that one''s norms; NULL: norms of its own. That a translation measures the same is for a study to show.';
