-- SPDX-FileCopyrightText: 2026 The IO Notifier authors
-- SPDX-License-Identifier: EUPL-1.2

-- What a person said about the columns of a file, by the template's name: names of columns and of
-- fields, never anything that stands in a row.
CREATE TABLE template_map (
  template_name TEXT NOT NULL,
  field TEXT NOT NULL,
  column_name TEXT NOT NULL,
  PRIMARY KEY (template_name, field)
) WITHOUT ROWID;

-- Fingerprint of who was written to and about what, in order: the same rows in another file.
ALTER TABLE campaign ADD COLUMN rows_print BLOB;
