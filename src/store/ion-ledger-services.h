/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-ledger.h"
#include "ion-template.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;         /* (owned): as IO gives it */
  char *name;       /* (owned) */
  char *department; /* (owned) (nullable) */
  gint64 created_at;
  gint64 key_checked_at; /* 0 = never */
  char *key_state;       /* (owned) (nullable): "ok", "refused", ... as last seen */
  char *key_slot;        /* (owned) (nullable): "primary", "secondary"; NULL = unknown */
  char *key_rotation;    /* (owned) (nullable): the step of a replacement under way */
  gint64 key_refused_at; /* since when it is refused; 0 = it is not */
} IonService;

void ion_service_free (IonService *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IonService, ion_service_free)

gboolean ion_ledger_add_service (IonLedger *self,
                                 const char *id,
                                 const char *name,
                                 const char *department,
                                 GError **error);
IonService *ion_ledger_get_service (IonLedger *self, const char *id_or_name, GError **error);
GPtrArray *ion_ledger_list_services (IonLedger *self, GError **error);
gboolean ion_ledger_note_key_state (IonLedger *self,
                                    const char *id,
                                    const char *key_state,
                                    gint64 now,
                                    GError **error);
/* Name and department as they are from now on; @department: (nullable). */
gboolean ion_ledger_change_service (IonLedger *self,
                                    const char *id,
                                    const char *name,
                                    const char *department,
                                    GError **error);
/* @slot: (nullable): "primary" or "secondary": which of IO's two keys is in the keyring */
gboolean
ion_ledger_set_key_slot (IonLedger *self, const char *id, const char *slot, GError **error);
/* @step: (nullable): where a replacement of the key stands; NULL = none is under way. Journalled.
 */
gboolean
ion_ledger_set_key_rotation (IonLedger *self, const char *id, const char *step, GError **error);
/* Refused (%ION_STORE_ERROR_STATE) while a campaign of it is not done or cancelled. */
gboolean ion_ledger_remove_service (IonLedger *self, const char *id, GError **error);

/* Adds, or replaces the one of that name (a new version; what it was is kept). */
gboolean ion_ledger_put_template (IonLedger *self,
                                  const IonTemplate *template_,
                                  gboolean replace,
                                  GError **error);
IonTemplate *ion_ledger_get_template (IonLedger *self, const char *name, GError **error);
GPtrArray *ion_ledger_list_templates (IonLedger *self,
                                      GError **error); /* (element-type IonTemplate) */
/* Forgets what was remembered with it too; its versions are kept, so that it can be put again. */
gboolean ion_ledger_remove_template (IonLedger *self, const char *name, GError **error);

/* What a template was until it was changed or removed. */
typedef struct
{
  gint64 version;
  gint64 changed_at;      /* when it became so */
  IonTemplate *template_; /* (owned) */
} IonTemplateVersion;
void ion_template_version_free (IonTemplateVersion *self);
/* (element-type IonTemplateVersion): newest first, without what it is now */
GPtrArray *ion_ledger_list_template_versions (IonLedger *self, const char *name, GError **error);

/* What was said about the columns of files for the template of that name (which need not be one of
 * the office's own). Returns: (transfer full) (array zero-terminated=1): "FIELD=COLUMN" each */
char **ion_ledger_list_template_map (IonLedger *self, const char *template_name, GError **error);

/* The office's own list that messages of test may go to (sealed). */
gboolean ion_ledger_add_test_recipient (IonLedger *self,
                                        const char *fiscal_code,
                                        const char *label,
                                        GError **error);
gboolean
ion_ledger_remove_test_recipient (IonLedger *self, const char *fiscal_code, GError **error);
gboolean ion_ledger_is_test_recipient (IonLedger *self, const char *fiscal_code);
GPtrArray *ion_ledger_list_test_recipients (
    IonLedger *self,
    GError **error); /* (element-type utf8): codes; labels follow as pairs */

G_END_DECLS
