/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * One message in the list of the person's: two lines that can be read out on the telephone.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-person-row.h"

#include "ion-format.h"
#include "ion-person-words.h"

#include <glib/gi18n-lib.h>

static char *
get_state (const IonDelivery *delivery)
{
  const char *more = ion_delivery_get_more_words (delivery);

  return g_strdup_printf ("%s%s%s", ion_delivery_get_words (delivery), *more != '\0' ? ", " : "",
                          more);
}

static char *
get_origin (const IonPersonRecord *record)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 at = record->delivery->intended_at;
  g_autofree char *when = at > 0 ? ion_format_moment (at, now) : NULL;

  return g_strdup_printf ("%s%s%s · %s", when != NULL ? when : "", when != NULL ? " · " : "",
                          record->service_name != NULL ? record->service_name : "",
                          record->campaign_name != NULL ? record->campaign_name : "");
}

static const char *
get_icon (IonDeliveryState state)
{
  switch (state)
    {
    case ION_DELIVERY_DELIVERED:
      return "ion-check-symbolic";
    case ION_DELIVERY_UNCERTAIN:
      return "ion-question-symbolic";
    case ION_DELIVERY_PENDING:
    case ION_DELIVERY_SENDING:
    case ION_DELIVERY_ACCEPTED:
      return "ion-clock-symbolic";
    default:
      return "ion-cross-symbolic";
    }
}

GtkWidget *
ion_person_row_new (IonPersonItem *item)
{
  const IonPersonRecord *record = ion_person_item_get_record (item);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon (record->delivery->state));
  g_autofree char *state = get_state (record->delivery);
  g_autofree char *origin = get_origin (record);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s", state, origin);
  const char *subject = record->message != NULL ? record->message->subject : record->campaign_name;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), subject != NULL ? subject : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  subject != NULL ? subject : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  return row;
}
