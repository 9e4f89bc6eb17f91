"""The errands of the desk, one small file each: they join intake, reading, weighing and the case file."""
