-- SPDX-FileCopyrightText: 2026 The IO Notifier authors
-- SPDX-License-Identifier: EUPL-1.2

-- The first schema. What is personal stands only in columns called "sealed" (encrypted) and in keyed
-- fingerprints of 16 bytes ("person", "distinct_print", "notice"). Times are UTC seconds, 0 = not yet.

-- One row: what this ledger is.
CREATE TABLE ledger (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  generation INTEGER NOT NULL DEFAULT 0,
  is_copy INTEGER NOT NULL DEFAULT 0,
  is_stopped INTEGER NOT NULL DEFAULT 0,
  vault_check BLOB
);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE service (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  department TEXT,
  created_at INTEGER NOT NULL,
  key_checked_at INTEGER NOT NULL DEFAULT 0,
  key_state TEXT
) WITHOUT ROWID;

CREATE TABLE template (
  name TEXT PRIMARY KEY,
  version INTEGER NOT NULL DEFAULT 1,
  content TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE test_recipient (
  person BLOB PRIMARY KEY,
  added_at INTEGER NOT NULL,
  sealed BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE campaign (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  staged_by INTEGER NOT NULL DEFAULT 0,  -- the owner that is filling it; 0 = complete
  name TEXT NOT NULL,
  service_id TEXT NOT NULL,
  template_name TEXT NOT NULL,
  template TEXT NOT NULL,
  state INTEGER NOT NULL,
  pause_code TEXT,
  pause_detail TEXT,
  is_test INTEGER NOT NULL DEFAULT 0,
  reach_only INTEGER NOT NULL DEFAULT 0,
  send_at INTEGER NOT NULL DEFAULT 0,
  tranche_left INTEGER NOT NULL DEFAULT -1,
  created_at INTEGER NOT NULL,
  started_at INTEGER NOT NULL DEFAULT 0,
  finished_at INTEGER NOT NULL DEFAULT 0,
  purged_at INTEGER NOT NULL DEFAULT 0,
  source_name TEXT,
  file_print BLOB,
  accepted_doubts TEXT,
  follows_id TEXT,
  purpose TEXT,
  calls INTEGER NOT NULL DEFAULT 0,
  throttled INTEGER NOT NULL DEFAULT 0
);

-- The id is the campaign's number times 2^32 plus the row of the file: a campaign's rows lie together,
-- and a row is found without an index.
CREATE TABLE delivery (
  id INTEGER PRIMARY KEY,
  campaign INTEGER NOT NULL REFERENCES campaign (number),
  state INTEGER NOT NULL,
  sealed BLOB,               -- NULL once forgotten
  notice BLOB,               -- fingerprint of person and notice number
  notice_waived INTEGER NOT NULL DEFAULT 0,
  reason_code TEXT,
  reason_detail TEXT,
  message_id TEXT,
  language TEXT,
  is_read INTEGER NOT NULL DEFAULT -1,
  is_paid INTEGER NOT NULL DEFAULT -1,
  intended_at INTEGER NOT NULL DEFAULT 0,
  settled_at INTEGER NOT NULL DEFAULT 0,
  follow_at INTEGER NOT NULL DEFAULT 0,
  follow_step INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX delivery_by_state ON delivery (campaign, state, id);
CREATE INDEX delivery_by_follow_up ON delivery (follow_at, id) WHERE follow_at > 0;
CREATE INDEX delivery_by_intent ON delivery (intended_at, state) WHERE intended_at > 0;
CREATE INDEX delivery_by_reason ON delivery (campaign, state, reason_code) WHERE reason_code IS NOT NULL;
CREATE INDEX delivery_by_read ON delivery (campaign, is_read) WHERE is_read >= 0;
CREATE INDEX delivery_by_paid ON delivery (campaign, is_paid) WHERE is_paid >= 0;

-- Who is in a campaign, by fingerprint: once, or once for each value of what tells notices apart.
-- Apart from the rows, so that both are written in their own order, which is what makes a million fast.
CREATE TABLE delivery_person (
  campaign INTEGER NOT NULL,
  person BLOB NOT NULL,
  distinct_print BLOB NOT NULL,
  delivery INTEGER NOT NULL,
  PRIMARY KEY (campaign, person, distinct_print)
) WITHOUT ROWID;

CREATE TABLE delivery_notice (
  notice BLOB NOT NULL,
  delivery INTEGER NOT NULL,
  PRIMARY KEY (notice, delivery)
) WITHOUT ROWID;

-- People who could be reached, remembered for a day.
CREATE TABLE reach (
  service_id TEXT NOT NULL,
  person BLOB NOT NULL,
  language TEXT,
  reached_at INTEGER NOT NULL,
  PRIMARY KEY (service_id, person)
) WITHOUT ROWID;

CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  action TEXT NOT NULL,
  campaign_id TEXT,
  detail TEXT,
  purpose TEXT
);
CREATE INDEX journal_by_time ON journal (at);
