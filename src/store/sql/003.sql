-- SPDX-FileCopyrightText: 2026 The IO Notifier authors
-- SPDX-License-Identifier: EUPL-1.2

-- Campaigns being made. A title may name a person and rows may have been pasted: sealed as a whole.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  campaign_id TEXT,          -- the campaign last prepared of it
  created_at INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  sealed BLOB NOT NULL
) WITHOUT ROWID;

-- The draft that it is still part of, NULL as soon as it begins; and the one that it has come of.
ALTER TABLE campaign ADD COLUMN draft_id TEXT;
ALTER TABLE campaign ADD COLUMN made_of TEXT;
-- How much a day (0 = no limit of its own), and whether sending hours hold though a person said "now".
ALTER TABLE campaign ADD COLUMN daily_limit INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaign ADD COLUMN in_hours INTEGER NOT NULL DEFAULT 0;
-- What a person answered about the payments, and what was doubted and how much: journalled when it begins.
ALTER TABLE campaign ADD COLUMN answers TEXT;
ALTER TABLE campaign ADD COLUMN doubts_detail TEXT;

-- A number is never given twice: an answer that comes late must not find the row of somebody else.
ALTER TABLE ledger ADD COLUMN last_campaign INTEGER NOT NULL DEFAULT 0;

-- What a template was before each change.
CREATE TABLE template_version (
  template_name TEXT NOT NULL,
  version INTEGER NOT NULL,
  content TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (template_name, version)
) WITHOUT ROWID;

-- Lists of people that the office keeps under a name.
CREATE TABLE person_list (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE person_list_entry (
  list_id TEXT NOT NULL REFERENCES person_list (id),
  person BLOB NOT NULL,
  added_at INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (list_id, person)
) WITHOUT ROWID;

-- Which of the two API keys is in the keyring, how far its replacement has come, since when IO refuses it.
ALTER TABLE service ADD COLUMN key_slot TEXT;
ALTER TABLE service ADD COLUMN key_rotation TEXT;
ALTER TABLE service ADD COLUMN key_refused_at INTEGER NOT NULL DEFAULT 0;
