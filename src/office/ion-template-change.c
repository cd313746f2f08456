/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What a change of a template breaks, said before it is made: columns that were remembered, files
 * that will lack one, and campaigns that keep the old text.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-template-shelf.h"

#include "ion-ledger-campaigns.h"
#include "ion-ledger-services.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* (element-type utf8): "" where the texts do not parse: its own remark says so */
static GPtrArray *
list_fields (const IonTemplate *template_, IonRenderer **renderer)
{
  *renderer = template_ != NULL ? ion_renderer_new (template_, NULL) : NULL;
  return *renderer != NULL ? ion_renderer_list_fields (*renderer) : g_ptr_array_new ();
}

static gboolean
has_field (const GPtrArray *fields, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) fields, name, g_str_equal, NULL);
}

static char *
join_missing (const GPtrArray *fields, const GPtrArray *others)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < fields->len; i++)
    {
      const char *name = g_ptr_array_index (fields, i);

      if (!has_field (others, name))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return g_string_free (names, FALSE);
}

/* Remembered columns of fields that the template no longer has. */
static char *
join_forgotten (char **map, const GPtrArray *before, const GPtrArray *after)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; map != NULL && map[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (map[i], "=", 2);

      if (g_strv_length (pair) == 2 && has_field (before, pair[0]) && !has_field (after, pair[0]))
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", pair[1]);
    }
  return g_string_free (names, FALSE);
}

static gboolean
count_waiting (IonLedger *ledger, const char *name, guint *n, GError **error)
{
  g_autoptr (GPtrArray) campaigns = ion_ledger_list_campaigns (ledger, error);

  *n = 0;
  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    {
      const IonCampaign *campaign = g_ptr_array_index (campaigns, i);

      *n += g_strcmp0 (campaign->template_->name, name) == 0 &&
            campaign->state != ION_CAMPAIGN_DONE && campaign->state != ION_CAMPAIGN_CANCELLED;
    }
  return campaigns != NULL;
}

static void
add_sentence (GStrvBuilder *sentences, const char *format, const char *names)
{
  g_autofree char *sentence = NULL;

  if (*names == '\0')
    return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  sentence = g_strdup_printf (format, names);
#pragma GCC diagnostic pop
  g_strv_builder_add (sentences, sentence);
}

static void
add_waiting (GStrvBuilder *sentences, guint n)
{
  g_autofree char *sentence = NULL;

  if (n == 0)
    return;
  sentence = g_strdup_printf (ngettext ("%u campaign that is not finished keeps the text it was "
                                        "prepared with.",
                                        "%u campaigns that are not finished keep the text they "
                                        "were prepared with.",
                                        n),
                              n);
  g_strv_builder_add (sentences, sentence);
}

char **
ion_office_tell_template_change (IonOffice *self,
                                 const IonTemplate *before,
                                 const IonTemplate *after,
                                 GError **error)
{
  g_autoptr (IonRenderer) old_renderer = NULL;
  g_autoptr (IonRenderer) new_renderer = NULL;
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_autoptr (GPtrArray) old_fields = NULL;
  g_autoptr (GPtrArray) new_fields = NULL;
  g_auto (GStrv) map = NULL;
  g_autofree char *added = NULL;
  g_autofree char *forgotten = NULL;
  IonLedger *ledger;
  guint n = 0;

  g_return_val_if_fail (ION_IS_OFFICE (self) && after != NULL, NULL);

  if (before == NULL)
    return g_strv_builder_end (sentences);
  ledger = ion_office_get_ledger (self);
  map = ion_ledger_list_template_map (ledger, before->name, error);
  if (map == NULL || !count_waiting (ledger, before->name, &n, error))
    return NULL;
  old_fields = list_fields (before, &old_renderer);
  new_fields = list_fields (after, &new_renderer);
  if (new_renderer != NULL)
    {
      added = join_missing (new_fields, old_fields);
      forgotten = join_forgotten (map, old_fields, new_fields);
      add_sentence (sentences, _ ("New fields, for which files need a column: %s."), added);
      add_sentence (sentences, _ ("Columns that were remembered and are no longer used: %s."),
                    forgotten);
    }
  if (map[0] != NULL && g_strcmp0 (before->name, after->name) != 0)
    g_strv_builder_add (sentences, _ ("What was remembered of the columns of files stays with the "
                                      "old name."));
  add_waiting (sentences, n);
  return g_strv_builder_end (sentences);
}
