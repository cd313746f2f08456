/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What waits for a person says what it is, and stands beside what to do about it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-decision-row.h"

#include "ion-format.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

/* What a row says and does. */
typedef struct
{
  char *title;      /* (owned) */
  const char *verb; /* of the button */
  const char *name; /* of its action, whose target is the id */
  const char *icon;
} Face;

static void
face_outcomes (const IonDecision *decision, Face *face)
{
  const gulong count = (gulong) decision->count;

  face->name = "win.open-campaign";
  if (decision->kind == ION_DECISION_UNCERTAIN)
    {
      face->icon = "ion-question-symbolic";
      face->verb = _ ("_Decide");
      face->title = g_strdup_printf (
          /* Translators: %1$s messages, %2$s is the name of the campaign */
          ngettext ("%1$s unknown outcome in “%2$s”", "%1$s unknown outcomes in “%2$s”", count),
          ion_number (decision->count).text, decision->name);
      return;
    }
  face->icon = "ion-cross-symbolic";
  face->verb = _ ("_Look");
  face->title =
      g_strdup_printf (ngettext ("%1$s message was not taken or not delivered in “%2$s”",
                                 "%1$s messages were not taken or not delivered in “%2$s”", count),
                       ion_number (decision->count).text, decision->name);
}

static void
face_campaign (const IonDecision *decision, Face *face)
{
  g_autofree char *at = NULL;

  face->name = "win.open-campaign";
  face->verb = _ ("_Look");
  if (decision->kind == ION_DECISION_PAUSED)
    {
      face->icon = "ion-pause-symbolic";
      /* Translators: %s is the name of a campaign */
      face->title = g_strdup_printf (_ ("“%s” stands still"), decision->name);
      if (g_strcmp0 (decision->pause_code, "by-person") == 0 ||
          g_strcmp0 (decision->pause_code, "interrupted") == 0)
        {
          face->verb = _ ("_Resume");
          face->name = "win.resume-campaign";
        }
      return;
    }
  at = ion_format_moment (decision->at, g_get_real_time () / G_USEC_PER_SEC);
  /* Its page asks, with the number of people: time has passed, and nothing leaves at one click. */
  face->icon = "ion-clock-symbolic";
  /* Translators: %1$s is the name of a campaign, %2$s a moment that has passed */
  face->title = g_strdup_printf (_ ("“%1$s” was to leave on %2$s"), decision->name, at);
}

static void
make_face (const IonDecision *decision, Face *face)
{
  switch (decision->kind)
    {
    case ION_DECISION_UNCERTAIN:
    case ION_DECISION_TO_MEND:
      face_outcomes (decision, face);
      break;
    case ION_DECISION_KEY_REFUSED:
      face->icon = "ion-key-refused-symbolic";
      face->verb = _ ("_Replace");
      face->name = "win.open-service";
      face->title = g_strdup_printf (_ ("The API key of “%s” was refused"), decision->name);
      break;
    case ION_DECISION_KEY_MISSING:
      face->icon = "ion-key-absent-symbolic";
      face->verb = _ ("_Open the Service");
      face->name = "win.open-service";
      /* Translators: %s is the name of a service */
      face->title =
          g_strdup_printf (_ ("“%s” has no API key: nothing can be sent with it"), decision->name);
      break;
    case ION_DECISION_OLDER_COPY:
      face->icon = "ion-warning-symbolic";
      face->verb = _ ("_Decide");
      face->name = "win.decide-copy";
      face->title = g_strdup (_ ("This office’s data is an older copy: nothing leaves"));
      break;
    case ION_DECISION_OVERDUE:
    case ION_DECISION_PAUSED:
      face_campaign (decision, face);
      break;
    }
}

static GtkWidget *
make_button (const IonDecision *decision, const Face *face)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (face->verb);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), face->name);
  if (decision->id != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", decision->id);
  /* The verb alone says little to whoever hears it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  face->title, -1);
  return button;
}

GtkWidget *
ion_decision_row_new (const IonDecision *decision)
{
  GtkWidget *row = adw_action_row_new ();
  Face face = { 0 };
  GtkWidget *icon, *button;

  make_face (decision, &face);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), face.title);
  if (decision->explanation != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), decision->explanation);
  icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", face.icon, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  button = make_button (decision, &face);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_free (face.title);
  return row;
}
