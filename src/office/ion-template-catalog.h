/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-office.h"
#include "ion-renderer.h"

G_BEGIN_DECLS

/* Reads and checks a template file (JSON): every text is parsed. */
IonTemplate *ion_template_load_file (const char *path, GError **error);
gboolean ion_template_save_file (const IonTemplate *template_, const char *path, GError **error);

/* The starter templates that come with the program, by name.
 * Returns: (transfer full) (element-type IonTemplate) */
GPtrArray *ion_template_list_starters (GError **error);

/**
 * ion_office_find_template:
 * @self: (nullable): without an office, only files and starters
 * @name_or_file: a file (it exists), a template of the office, or a starter template; names are
 *   compared without regard to case, and a unique beginning is enough
 */
IonTemplate *ion_office_find_template (IonOffice *self, const char *name_or_file, GError **error);
/* Checks it, then adds it or replaces the one of its name. */
gboolean ion_office_put_template (IonOffice *self,
                                  const IonTemplate *template_,
                                  gboolean replace,
                                  GError **error);
gboolean ion_office_remove_template (IonOffice *self, const char *name, GError **error);

/* One thing that checking a template found. */
typedef struct
{
  char *code;    /* (owned): "unknown-format", "subject-length" */
  char *message; /* (owned) */
  gboolean is_warning;
} IonTemplateRemark;

void ion_template_remark_free (IonTemplateRemark *self);

/* Parses every text and merges it, in every language, with sample data.
 * Returns: (transfer full) (element-type IonTemplateRemark): empty where all is well */
GPtrArray *ion_template_check (const IonTemplate *template_, gint64 now);

/* Made-up values that fit the template's fields: for test messages and previews, never a citizen's.
 * Errors: the template's own */
IonFields *ion_template_sample_fields (const IonTemplate *template_, gint64 now, GError **error);
/* The message that the sample gives, in @language (nullable). */
IonMessage *ion_template_render_sample (const IonTemplate *template_,
                                        const char *language,
                                        gint64 now,
                                        GError **error);

/* The stable name of an error that ion_renderer_render() gives: "subject-length". (transfer none)
 */
const char *ion_render_error_get_name (const GError *error);

G_END_DECLS
