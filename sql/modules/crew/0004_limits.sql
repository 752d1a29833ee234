-- What people and employers write freely has a length: nobody fills a disk, or a report, with one row.
ALTER TABLE crew.assignment ADD CONSTRAINT assignment_vessel_name_length CHECK (length(vessel_name) <= 200);
ALTER TABLE crew.declared_group ADD CONSTRAINT declared_group_length CHECK (length(attribute) <= 100 AND length(group_name) <= 100);
ALTER TABLE crew.campaign ADD CONSTRAINT campaign_title_length CHECK (length(title) <= 300);
ALTER TABLE crew.hiring_event ADD CONSTRAINT hiring_event_reason_length CHECK (length(reason) <= 10000 AND length(departure_reason) <= 10000);
