/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft.h"

G_BEGIN_DECLS

/* For ion-draft*.c only. */

GVariant *ion_draft_template_to_variant (const IonTemplate *template_);
IonTemplate *ion_draft_template_from_variant (GVariant *variant);

IonDraftMend *ion_draft_mend_new (gint64 row, const char *column, const char *value);
void ion_draft_mend_free (IonDraftMend *mend);

/* What is sealed of a draft, and back; without its id, its campaign and its times. */
GBytes *ion_draft_to_bytes (const IonDraft *self);
/* Errors: %ION_OFFICE_ERROR_FAILED */
IonDraft *ion_draft_from_bytes (GBytes *bytes, GError **error);

/* One part of it alone. */
gint64 ion_draft_bytes_get_forgotten (GBytes *bytes);

/* As ion_draft_new_importer(); @is_final: the message is held to all its limits */
IonImporter *ion_draft_make_importer (const IonDraft *self,
                                      IonOffice *office,
                                      const IonTemplate *template_,
                                      GError **error);
/* Returns: (transfer full): with a name, and @is_final or long enough */
IonTemplate *ion_draft_complete_template (const IonDraft *self, gboolean is_final);
/* Returns: (transfer full): the mends; they live as long as the draft is not changed */
IonCellMend *ion_draft_list_mends (const IonDraft *self, gsize *n_mends);
/* The source as it is. */
IonTable *ion_draft_open_source (const IonDraft *self, IonOffice *office, GError **error);
/* Before people are made of it: see ion_draft_take_forgotten() */
gboolean ion_office_forget_again (IonOffice *office, IonDraft *draft, GError **error);
gboolean ion_draft_check_rows (const char *rows, GError **error);

G_END_DECLS
