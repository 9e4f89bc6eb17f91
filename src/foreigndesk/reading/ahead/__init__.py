"""How words look ahead: the forms in which a forecast is told, and what only seems to be one."""
