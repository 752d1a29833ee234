-- Work items, their changes of status, and sprints.

CREATE TABLE IF NOT EXISTS delivery.work_item (
  id              bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  organization_id uuid        NOT NULL,
  project_id      integer     NOT NULL,
  external_id     text        COLLATE "C" NOT NULL,
  type            text        COLLATE "C",
  team_id         integer     REFERENCES delivery.team ON DELETE SET NULL,
  title           text,
  points          float8      CHECK (points >= 0 AND points < 'Infinity'),
  created_at      timestamptz NOT NULL,
  is_loaded       boolean     NOT NULL DEFAULT true,
  PRIMARY KEY (project_id, external_id)
);
COMMENT ON TABLE delivery.work_item IS 'Work items: stories, defects, tasks.';
COMMENT ON COLUMN delivery.work_item.is_loaded IS 'Whether delivery.load brought it, and alone changes it; else it was written here.';

CREATE TABLE IF NOT EXISTS delivery.status_change (
  organization_id uuid        NOT NULL,
  project_id      integer     NOT NULL,
  external_id     text        COLLATE "C" NOT NULL,
  work_item       text        COLLATE "C" NOT NULL,
  category        text        NOT NULL CHECK (category IN ('todo', 'in_progress', 'done')),
  at              timestamptz NOT NULL,
  is_loaded       boolean     NOT NULL DEFAULT true,
  PRIMARY KEY (project_id, external_id)
);
CREATE INDEX IF NOT EXISTS status_change_work_item_idx ON delivery.status_change (project_id, work_item, at, external_id);
COMMENT ON TABLE delivery.status_change IS
'What work items have become, and when: in order of time, of equal times in order of their ids. The item may come later.';
COMMENT ON COLUMN delivery.status_change.is_loaded IS 'Whether delivery.load brought it; else the status of the item was changed here.';

CREATE TABLE IF NOT EXISTS delivery.sprint (
  organization_id uuid        NOT NULL,
  project_id      integer     NOT NULL,
  external_id     text        COLLATE "C" NOT NULL,
  team_id         integer     REFERENCES delivery.team ON DELETE SET NULL,
  started_at      timestamptz NOT NULL,
  ended_at        timestamptz NOT NULL CHECK (ended_at >= started_at),
  PRIMARY KEY (project_id, external_id)
);
COMMENT ON TABLE delivery.sprint IS 'Sprints.';

CREATE TABLE IF NOT EXISTS delivery.sprint_item (
  organization_id uuid        NOT NULL,
  project_id      integer     NOT NULL,
  sprint          text        COLLATE "C" NOT NULL,
  work_item       text        COLLATE "C" NOT NULL,
  points          float8      NOT NULL CHECK (points >= 0 AND points < 'Infinity'),
  is_added        boolean     NOT NULL DEFAULT false,
  is_removed      boolean     NOT NULL DEFAULT false,
  is_completed    boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (project_id, sprint, work_item)
);
COMMENT ON TABLE delivery.sprint_item IS
'The work of each sprint. Committed are the points of what was not added after its start; completed those of what was done at its end.';
COMMENT ON COLUMN delivery.sprint_item.points IS 'As they were at its start, or when it was added.';
