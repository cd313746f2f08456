/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The one guard that notices the wrong file: the accounts know how many people and how much, and
 * the campaign must say the same. It is never shown what the campaign says until it does.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-figures-group.h"

#include "ion-amount.h"
#include "ion-figure-row.h"
#include "ion-number.h"

#include <glib/gi18n-lib.h>

struct _IonFiguresGroup
{
  IonDraftGroup parent_instance;

  GtkWidget *word_row;  /* (unowned) */
  GtkCheckButton *word; /* (unowned) */
  IonFigureRow *people; /* (unowned) */
  IonFigureRow *total;  /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonFiguresGroup, ion_figures_group, ION_TYPE_DRAFT_GROUP)

static void
keep (IonFiguresGroup *self, gint64 *place, gint64 figure)
{
  if (*place == figure)
    return;
  *place = figure;
  ion_draft_editor_tell_plan (ion_draft_group_get_editor (ION_DRAFT_GROUP (self)));
}

static void
people_cb (IonFiguresGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);
  IonDraft *draft = ion_draft_group_get_draft (group);

  if (campaign == NULL || ion_draft_group_is_refreshing (group))
    return;
  keep (self, &draft->expected_people, ion_figure_row_get_count (self->people));
  ion_figure_row_show_figure (self->people, ion_draft_compare_people (draft, campaign));
}

static void
total_cb (IonFiguresGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);
  IonDraft *draft = ion_draft_group_get_draft (group);

  if (campaign == NULL || ion_draft_group_is_refreshing (group))
    return;
  keep (self, &draft->expected_total, ion_figure_row_get_cents (self->total));
  ion_figure_row_show_figure (self->total, ion_draft_compare_total (draft, campaign));
}

/* A word about these very people: of others it says nothing. */
static void
word_cb (IonFiguresGroup *self)
{
  IonDraftGroup *group = ION_DRAFT_GROUP (self);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);

  if (campaign == NULL || ion_draft_group_is_refreshing (group))
    return;
  keep (self, &ion_draft_group_get_draft (group)->expected_people,
        gtk_check_button_get_active (self->word) ? campaign->people : -1);
}

static void
show_ceremony (IonFiguresGroup *self, IonCeremony ceremony, gboolean asks_total)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  gboolean is_totals = ceremony == ION_CEREMONY_TOTALS;

  gtk_widget_set_visible (GTK_WIDGET (self), ceremony != ION_CEREMONY_NONE);
  gtk_widget_set_visible (self->word_row, ceremony == ION_CEREMONY_WORD);
  gtk_widget_set_visible (GTK_WIDGET (self->people), is_totals);
  gtk_widget_set_visible (GTK_WIDGET (self->total), is_totals && asks_total);
  adw_preferences_group_set_title (group, is_totals ? _ ("Figures from the accounts")
                                                    : _ ("Confirmation"));
  adw_preferences_group_set_description (group, is_totals
                                                    ? _ ("Type them from the office's own "
                                                         "accounts, not from this file: only so "
                                                         "a wrong file is noticed. They are shown "
                                                         "here once they match.")
                                                    : NULL);
}

/* What was typed in an earlier sitting. */
static void
fill (IonFigureRow *row, gint64 figure, char *text)
{
  if (figure >= 0 && *gtk_editable_get_text (GTK_EDITABLE (row)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_free (text);
}

static void
ion_figures_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonFiguresGroup *self = ION_FIGURES_GROUP (group);
  const IonSendFacts *campaign = ion_draft_group_get_campaign (group);

  gtk_widget_set_sensitive (GTK_WIDGET (self), campaign != NULL);
  if (campaign == NULL)
    return;
  show_ceremony (self, ion_ceremony_for_people (campaign->people),
                 ion_draft_asks_total (draft, campaign));
  fill (self->people, draft->expected_people,
        g_strdup (ion_number (MAX (0, draft->expected_people)).text));
  fill (self->total, draft->expected_total,
        ion_amount_format (MAX (0, draft->expected_total), "it"));
  gtk_check_button_set_active (self->word,
                               ion_draft_compare_people (draft, campaign) == ION_FIGURE_FITS);
  if (draft->expected_people >= 0)
    ion_figure_row_show_figure (self->people, ion_draft_compare_people (draft, campaign));
  if (draft->expected_total >= 0)
    ion_figure_row_show_figure (self->total, ion_draft_compare_total (draft, campaign));
}

static void
ion_figures_group_class_init (IonFiguresGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (ION_TYPE_FIGURE_ROW);
  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_figures_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-figures-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonFiguresGroup, word_row);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresGroup, word);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresGroup, people);
  gtk_widget_class_bind_template_child (widget_class, IonFiguresGroup, total);
  gtk_widget_class_bind_template_callback (widget_class, word_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_cb);
  gtk_widget_class_bind_template_callback (widget_class, total_cb);
}

static void
ion_figures_group_init (IonFiguresGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
