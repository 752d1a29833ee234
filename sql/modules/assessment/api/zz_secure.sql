-- The last file: what the others made is closed to PUBLIC.
SELECT platform.secure_api('assessment');
