"""Values -> text: tables, passages, the brief, the dossier. Pure: nothing here reads or writes a file."""
