/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The state of a key in words and shape, the same in the list and on the service's page.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-key-words.h"

#include "ion-format.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *icon;
  const char *css_class; /* (nullable) */
  const char *label;
} words[] = {
  [ION_KEY_STANDING_ACCEPTED] = { "ion-key-accepted-symbolic", "success", N_ ("API Key accepted") },
  [ION_KEY_STANDING_UNTESTED] = { "ion-key-untested-symbolic", NULL, N_ ("API Key present") },
  [ION_KEY_STANDING_REFUSED] = { "ion-key-refused-symbolic", "error", N_ ("API Key refused") },
  [ION_KEY_STANDING_ABSENT] = { "ion-key-absent-symbolic", "warning", N_ ("No API Key") },
  [ION_KEY_STANDING_UNREADABLE] = { "ion-lock-symbolic", "warning", N_ ("Keyring closed") },
};

const char *
ion_key_standing_get_icon (IonKeyStanding standing)
{
  return words[standing].icon;
}

const char *
ion_key_standing_get_class (IonKeyStanding standing)
{
  return words[standing].css_class;
}

const char *
ion_key_standing_get_label (IonKeyStanding standing)
{
  return _ (words[standing].label);
}

char *
ion_key_standing_tell_when (const IonServiceStory *story, gint64 now)
{
  g_autofree char *moment = NULL;

  switch (story->standing)
    {
    case ION_KEY_STANDING_ABSENT:
      return g_strdup (_ ("Nothing can be sent with this service until it has its key"));
    case ION_KEY_STANDING_UNREADABLE:
      return g_strdup (story->trouble != NULL ? story->trouble : "");
    case ION_KEY_STANDING_UNTESTED:
      return g_strdup (_ ("Not tested yet"));
    default:
      moment = ion_format_moment (story->service->key_checked_at, now);
      /* Translators: of an API key; %s is a moment: "Mon 17, 09:12" */
      return g_strdup_printf (_ ("Tested: %s"), moment);
    }
}

void
ion_key_standing_draw (IonKeyStanding standing, GtkImage *image)
{
  const char *css_class = ion_key_standing_get_class (standing);

  gtk_image_set_from_icon_name (image, ion_key_standing_get_icon (standing));
  gtk_widget_remove_css_class (GTK_WIDGET (image), "success");
  gtk_widget_remove_css_class (GTK_WIDGET (image), "warning");
  gtk_widget_remove_css_class (GTK_WIDGET (image), "error");
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (image), css_class);
}
