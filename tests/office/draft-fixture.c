/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#define G_LOG_DOMAIN "test-office"

#include "config.h"

#include "draft-fixture.h"

IonDraft *
draft_fixture_new (const char *path)
{
  g_autoptr (IonTemplate) template_ = office_fixture_template ();
  IonDraft *draft = ion_draft_new (template_);

  draft->service_id = g_strdup ("practice-01");
  draft->source = ION_DRAFT_SOURCE_FILE;
  draft->path = g_strdup (path);
  return draft;
}

void
draft_fixture_save (OfficeFixture *fixture, IonDraft *draft)
{
  g_autoptr (GError) error = NULL;

  ion_office_save_draft (fixture->office, draft, &error);
  g_assert_no_error (error);
}

IonImportReport *
draft_fixture_check (OfficeFixture *fixture, IonDraft *draft)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IonImporter) importer = ion_draft_new_importer (draft, fixture->office, &error);
  IonImportReport *report;

  g_assert_no_error (error);
  report = ion_importer_check (importer, NULL, &error);
  g_assert_no_error (error);
  return report;
}

gboolean
draft_fixture_prepare (OfficeFixture *fixture,
                       IonDraft *draft,
                       IonImportReport **report,
                       GError **error)
{
  return ion_office_prepare_draft (fixture->office, draft, report, NULL, NULL, NULL, error);
}
