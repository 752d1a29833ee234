SELECT platform.secure('oversight');
SELECT platform.drop_with_extension('oversight');
