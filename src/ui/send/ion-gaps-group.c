/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A button that cannot be pressed says why, and where.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-gaps-group.h"

#include "ion-draft-gaps.h"

#include <glib/gi18n-lib.h>

struct _IonGapsGroup
{
  IonDraftGroup parent_instance;

  GtkListBox *list; /* (unowned) */
  char *shown;      /* (owned) (nullable): what stands in the list now */
};

G_DEFINE_FINAL_TYPE (IonGapsGroup, ion_gaps_group, ION_TYPE_DRAFT_GROUP)

static const char *
get_part (IonDraftPlace place)
{
  switch (place)
    {
    case ION_DRAFT_PLACE_MESSAGE:
      return "message";
    case ION_DRAFT_PLACE_CHECK:
      return "check";
    case ION_DRAFT_PLACE_RECIPIENTS:
      return "recipients";
    case ION_DRAFT_PLACE_SEND:
    case ION_DRAFT_PLACE_SERVICE:
    default:
      return NULL;
    }
}

static const char *
get_place_name (IonDraftPlace place)
{
  switch (place)
    {
    case ION_DRAFT_PLACE_MESSAGE:
      return _ ("Message");
    case ION_DRAFT_PLACE_RECIPIENTS:
      return _ ("Recipients");
    case ION_DRAFT_PLACE_SERVICE:
      return _ ("Service");
    case ION_DRAFT_PLACE_SEND:
      return C_ ("part of a campaign", "Sending");
    case ION_DRAFT_PLACE_CHECK:
    default:
      return _ ("Check");
    }
}

static void
lead (GtkWidget *row, const IonDraftGap *gap, const IonDraft *draft)
{
  const char *part = get_part (gap->place);
  g_autofree char *action = NULL;

  if (part != NULL)
    action = g_strdup_printf ("compose.show-part::%s", part);
  else if (gap->place == ION_DRAFT_PLACE_SERVICE && draft->service_id != NULL)
    action = g_strdup_printf ("win.open-service::%s", draft->service_id);
  else
    return;
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), action);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ion-next-symbolic"));
}

static GtkWidget *
make_row (const IonDraftGap *gap, const IonDraft *draft)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *mark =
      gtk_image_new_from_icon_name (gap->is_wrong ? "ion-warning-symbolic" : "ion-to-do-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gap->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_place_name (gap->place));
  gtk_widget_add_css_class (mark, gap->is_wrong ? "warning" : "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  lead (row, gap, draft);
  return row;
}

/* One line a gap, to see whether anything changed. */
static char *
summarize (GPtrArray *gaps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++)
    {
      const IonDraftGap *gap = g_ptr_array_index (gaps, i);

      g_string_append_printf (text, "%d%d%s\n", gap->place, gap->is_wrong, gap->sentence);
    }
  return g_string_free (text, FALSE);
}

static void
ion_gaps_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonGapsGroup *self = ION_GAPS_GROUP (group);
  const GError *error = ion_draft_editor_get_prepare_error (ion_draft_group_get_editor (group));
  g_autoptr (GPtrArray) gaps =
      ion_draft_list_gaps (draft, error, facts, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *summary = summarize (gaps);
  GtkListBoxRow *row;

  gtk_widget_set_visible (GTK_WIDGET (self), gaps->len > 0);
  if (g_strcmp0 (summary, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&summary);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < gaps->len; i++)
    gtk_list_box_append (self->list, make_row (g_ptr_array_index (gaps, i), draft));
}

static void
ion_gaps_group_finalize (GObject *object)
{
  g_free (ION_GAPS_GROUP (object)->shown);
  G_OBJECT_CLASS (ion_gaps_group_parent_class)->finalize (object);
}

static void
ion_gaps_group_class_init (IonGapsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ion_gaps_group_finalize;
  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_gaps_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/send/ion-gaps-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonGapsGroup, list);
}

static void
ion_gaps_group_init (IonGapsGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
