/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-importer.h"
#include "ion-run.h"

G_BEGIN_DECLS

/*
 * A practice office in a temporary folder, with made-up people: everything that the layer puts
 * together, in one process.
 */

typedef struct
{
  char *folder;      /* (owned): holds everything of the test */
  char *office_path; /* (owned) */
  IonOffice *office; /* (owned) (nullable) */
} OfficeFixture;

OfficeFixture *office_fixture_new (void);
void office_fixture_free (OfficeFixture *self);
/* Closes and opens again, as the next process would. */
void office_fixture_reopen (OfficeFixture *self);
void office_fixture_close (OfficeFixture *self);

/* The fiscal code of the made-up person @number, with its check character. */
char *office_fixture_person (guint number);
/* A file of @rows school-fee notices, first person @first. (transfer full): its path */
char *office_fixture_sample (OfficeFixture *self, const char *name, guint first, guint rows);
char *office_fixture_write (OfficeFixture *self, const char *name, const char *text);
/* The school-fees template. */
IonTemplate *office_fixture_template (void);
/* Imports a sample; (transfer full): the campaign's id */
char *office_fixture_import (OfficeFixture *self, guint first, guint rows);

/* Runs to the end; @sentence: (out) (optional) */
IonResult office_fixture_run (OfficeFixture *self, const IonRunOptions *options, char **sentence);
/* Sends a campaign whole. */
IonResult office_fixture_send (OfficeFixture *self, const char *campaign);
void office_fixture_count (OfficeFixture *self, const char *campaign, IonCampaignCounts *counts);
/* The sum of the states is the number of rows. */
void office_fixture_assert_sum (const IonCampaignCounts *counts);
/* Whether any file below the office's folder holds @needle, but for the keyring's. */
gboolean office_fixture_grep (OfficeFixture *self, const char *needle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OfficeFixture, office_fixture_free)

/* Of the file, with the fixture's template. */
IonImporter *office_fixture_importer (OfficeFixture *fixture, const char *path);
void office_fixture_assert_no_campaign (OfficeFixture *fixture);

G_END_DECLS
