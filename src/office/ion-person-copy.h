/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-person-record.h"

G_BEGIN_DECLS

/* All that goes into the copy for a person. */
typedef struct
{
  const char *office_name;
  const char *organization_code;
  const char *fiscal_code;
  GPtrArray *records; /* (element-type IonPersonRecord) */
  gboolean is_test_recipient;
  GStrv lists;        /* (nullable): names of the lists on which the person stands */
  int retention_days; /* after which a finished campaign forgets its people; 0 = not known */
  gint64 now;         /* UTC seconds */
} IonPersonCopy;

/* Returns: (transfer full): JSON, for machines */
char *ion_person_copy_to_json (const IonPersonCopy *self);
/* Returns: (transfer full): a page of HTML without anything from elsewhere; @json: what it offers
 * to save */
char *ion_person_copy_to_html (const IonPersonCopy *self, const char *json);

G_END_DECLS
