/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/* The JSON that scripts read: one value, UTF-8, never localised. */

#define G_LOG_DOMAIN "ion-cli"

#include "config.h"

#include "ion-cli-json.h"

#include "ion-cli.h"
#include "ion-moment.h"

void
ion_cli_json_print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, FALSE);

  ion_cli_print ("%s\n", text);
  g_object_unref (builder);
}

void
ion_cli_json_add_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
ion_cli_json_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

void
ion_cli_json_add_bool (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

void
ion_cli_json_add_moment (JsonBuilder *builder, const char *name, gint64 moment)
{
  g_autofree char *text = moment != 0 ? ion_moment_to_iso (moment) : NULL;

  ion_cli_json_add_text (builder, name, text);
}

void
ion_cli_json_add_day (JsonBuilder *builder, const char *name, gint64 moment)
{
  g_autofree char *text = NULL;
  int hour, minute, second;
  IonDate date;

  if (moment != 0)
    {
      ion_moment_to_local (moment, &date, &hour, &minute, &second);
      text = ion_date_to_iso (&date);
    }
  ion_cli_json_add_text (builder, name, text);
}
