-- What people and employers write freely has a length: nobody fills a disk, or a report, with one row.
-- Can be run again.
ALTER TABLE crew.assignment DROP CONSTRAINT IF EXISTS assignment_vessel_name_length, ADD CONSTRAINT assignment_vessel_name_length CHECK (length(vessel_name) <= 200);
ALTER TABLE crew.declared_group DROP CONSTRAINT IF EXISTS declared_group_length, ADD CONSTRAINT declared_group_length CHECK (length(attribute) <= 100 AND length(group_name) <= 100);
ALTER TABLE crew.campaign DROP CONSTRAINT IF EXISTS campaign_title_length, ADD CONSTRAINT campaign_title_length CHECK (length(title) <= 300);
ALTER TABLE crew.hiring_event DROP CONSTRAINT IF EXISTS hiring_event_reason_length, ADD CONSTRAINT hiring_event_reason_length CHECK (length(reason) <= 10000 AND length(departure_reason) <= 10000);
