/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * What waits for a person, what runs, what comes next. Rows are made anew only where there are
 * others than before: the focus stays where it was while figures move.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-overview-page.h"

#include "ion-banner.h"
#include "ion-campaign-bar-row.h"
#include "ion-decision-row.h"
#include "ion-format.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

/* A group's rows, and what they are about. */
typedef struct
{
  AdwPreferencesGroup *group; /* (unowned) */
  GPtrArray *rows;            /* (owned) (element-type GtkWidget): unowned, the group's */
  char *shape;                /* (owned) (nullable): which rows these are */
} Rows;

struct _IonOverviewPage
{
  IonPage parent_instance;

  IonBanner *stopped_banner;      /* (unowned) */
  GtkStack *stack;                /* (unowned) */
  AdwPreferencesGroup *decisions; /* (unowned) */
  GtkWidget *calm_row;            /* (unowned) */
  GtkWidget *stop_button;         /* (unowned) */
  GtkFlowBox *now;                /* (unowned) */
  AdwPreferencesGroup *running;   /* (unowned) */
  AdwPreferencesGroup *coming;    /* (unowned) */
  AdwPreferencesGroup *recent;    /* (unowned) */
  Rows decision_rows, running_rows, coming_rows, recent_rows;
};

G_DEFINE_FINAL_TYPE (IonOverviewPage, ion_overview_page, ION_TYPE_PAGE)

static void
rows_init (Rows *rows, AdwPreferencesGroup *group)
{
  rows->group = group;
  rows->rows = g_ptr_array_new ();
}

static void
rows_clear (Rows *rows)
{
  g_clear_pointer (&rows->rows, g_ptr_array_unref);
  g_clear_pointer (&rows->shape, g_free);
}

/* Takes @shape. Returns: whether the rows are to be made anew; they are gone then */
static gboolean
rows_begin (Rows *rows, char *shape)
{
  if (g_strcmp0 (rows->shape, shape) == 0)
    {
      g_free (shape);
      return FALSE;
    }
  g_free (rows->shape);
  rows->shape = shape;
  for (guint i = 0; i < rows->rows->len; i++)
    adw_preferences_group_remove (rows->group, g_ptr_array_index (rows->rows, i));
  g_ptr_array_set_size (rows->rows, 0);
  return TRUE;
}

static void
rows_add (Rows *rows, GtkWidget *row)
{
  adw_preferences_group_add (rows->group, row);
  g_ptr_array_add (rows->rows, row);
}

static char *
shape_of_decisions (const GPtrArray *decisions)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < decisions->len; i++)
    {
      const IonDecision *decision = g_ptr_array_index (decisions, i);

      g_string_append_printf (shape, "%d %s %s %" G_GINT64_FORMAT " %s\n", (int) decision->kind,
                              decision->id != NULL ? decision->id : "",
                              decision->name != NULL ? decision->name : "", decision->count,
                              decision->explanation != NULL ? decision->explanation : "");
    }
  return g_string_free (shape, FALSE);
}

static char *
shape_of_campaigns (const GPtrArray *campaigns)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < campaigns->len; i++)
    {
      const IonSurveyedCampaign *surveyed = g_ptr_array_index (campaigns, i);

      g_string_append_printf (shape, "%s %" G_GINT64_FORMAT "\n", surveyed->campaign->id,
                              surveyed->campaign->send_at);
    }
  return g_string_free (shape, FALSE);
}

static void
show_decisions (IonOverviewPage *self, const IonOfficeSurvey *survey)
{
  gtk_widget_set_visible (self->calm_row, survey->decisions->len == 0);
  gtk_widget_set_visible (self->stop_button, !survey->is_stopped);
  if (rows_begin (&self->decision_rows, shape_of_decisions (survey->decisions)))
    for (guint i = 0; i < survey->decisions->len; i++)
      rows_add (&self->decision_rows,
                ion_decision_row_new (g_ptr_array_index (survey->decisions, i)));
}

static void
show_bars (Rows *rows, const GPtrArray *campaigns)
{
  if (rows_begin (rows, shape_of_campaigns (campaigns)))
    for (guint i = 0; i < campaigns->len; i++)
      {
        const IonSurveyedCampaign *surveyed = g_ptr_array_index (campaigns, i);

        rows_add (rows, ion_campaign_bar_row_new (surveyed->campaign->id));
      }
  gtk_widget_set_visible (GTK_WIDGET (rows->group), campaigns->len > 0);
}

static GtkWidget *
make_coming_row (const IonSurveyedCampaign *surveyed)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *at =
      ion_format_moment (surveyed->campaign->send_at, g_get_real_time () / G_USEC_PER_SEC);
  gint64 people = surveyed->counts.by_state[ION_DELIVERY_PENDING];
  g_autofree char *subtitle =
      /* Translators: %1$s is a moment, %2$s people are written to */
      g_strdup_printf (ngettext ("%1$s · %2$s person", "%1$s · %2$s people", (gulong) people), at,
                       ion_number (people).text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), surveyed->campaign->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", "ion-calendar-symbolic",
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                           NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-campaign");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", surveyed->campaign->id);
  return row;
}

static void
show_campaigns (IonOverviewPage *self, const IonOfficeSurvey *survey)
{
  gint64 end = ion_desk_get_end (ion_page_get_desk (ION_PAGE (self)));

  show_bars (&self->running_rows, survey->running);
  for (guint i = 0; i < survey->running->len; i++)
    ion_campaign_bar_row_show_running (g_ptr_array_index (self->running_rows.rows, i),
                                       g_ptr_array_index (survey->running, i), end);
  show_bars (&self->recent_rows, survey->recent);
  for (guint i = 0; i < survey->recent->len; i++)
    ion_campaign_bar_row_show_delivered (g_ptr_array_index (self->recent_rows.rows, i),
                                         g_ptr_array_index (survey->recent, i));
  if (rows_begin (&self->coming_rows, shape_of_campaigns (survey->coming)))
    for (guint i = 0; i < survey->coming->len; i++)
      rows_add (&self->coming_rows, make_coming_row (g_ptr_array_index (survey->coming, i)));
}

/* The two groups stand side by side where there is room; one without rows leaves it to the other.
 */
static void
show_now (IonOverviewPage *self, const IonOfficeSurvey *survey)
{
  GtkWidget *running = gtk_widget_get_parent (GTK_WIDGET (self->running));
  GtkWidget *coming = gtk_widget_get_parent (GTK_WIDGET (self->coming));

  gtk_widget_set_visible (running, survey->running->len > 0);
  gtk_widget_set_visible (coming, survey->coming->len > 0);
  gtk_flow_box_set_max_children_per_line (self->now,
                                          survey->running->len > 0 && survey->coming->len > 0 ? 2
                                                                                              : 1);
  gtk_widget_set_visible (GTK_WIDGET (self->now), survey->running->len + survey->coming->len > 0);
}

static void
surveyed_cb (IonOverviewPage *self)
{
  const IonOfficeSurvey *survey = ion_desk_get_survey (ion_page_get_desk (ION_PAGE (self)));

  if (survey == NULL)
    return;
  ion_banner_set_revealed (self->stopped_banner, survey->is_stopped);
  show_decisions (self, survey);
  show_campaigns (self, survey);
  show_now (self, survey);
  gtk_stack_set_visible_child_name (self->stack, survey->is_empty && survey->decisions->len == 0
                                                     ? "empty"
                                                     : "office");
}

static void
ion_overview_page_constructed (GObject *object)
{
  IonOverviewPage *self = ION_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (ion_overview_page_parent_class)->constructed (object);
  g_signal_connect_object (ion_page_get_desk (ION_PAGE (self)), "surveyed",
                           G_CALLBACK (surveyed_cb), self, G_CONNECT_SWAPPED);
  surveyed_cb (self);
}

static void
ion_overview_page_finalize (GObject *object)
{
  IonOverviewPage *self = ION_OVERVIEW_PAGE (object);

  rows_clear (&self->decision_rows);
  rows_clear (&self->running_rows);
  rows_clear (&self->coming_rows);
  rows_clear (&self->recent_rows);
  G_OBJECT_CLASS (ion_overview_page_parent_class)->finalize (object);
}

static void
ion_overview_page_class_init (IonOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = ion_overview_page_constructed;
  G_OBJECT_CLASS (klass)->finalize = ion_overview_page_finalize;
  g_type_ensure (ION_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/overview/"
                                                             "ion-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, stopped_banner);
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, decisions);
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, calm_row);
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, stop_button);
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, now);
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, running);
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, coming);
  gtk_widget_class_bind_template_child (widget_class, IonOverviewPage, recent);
}

static void
ion_overview_page_init (IonOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rows_init (&self->decision_rows, self->decisions);
  rows_init (&self->running_rows, self->running);
  rows_init (&self->coming_rows, self->coming);
  rows_init (&self->recent_rows, self->recent);
}
