/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The last look is at a campaign, not at a file: it is made when the person comes here, and where
 * it cannot be made the way back leads to what mends it.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-prepare-group.h"

#include "ion-draft-gaps.h"
#include "ion-office-error.h"

#include <glib/gi18n-lib.h>

struct _IonPrepareGroup
{
  IonDraftGroup parent_instance;

  AdwActionRow *row;   /* (unowned) */
  GtkSpinner *spinner; /* (unowned) */
  GtkImage *mark;      /* (unowned) */
  GtkButton *mend;     /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPrepareGroup, ion_prepare_group, ION_TYPE_DRAFT_GROUP)

static void
show_error (IonPrepareGroup *self, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);
  IonDraftPlace place = ion_draft_place_of_error (error);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                 _ ("There is nothing to look at yet"));
  adw_action_row_set_subtitle (self->row, sentence);
  gtk_button_set_label (self->mend, place == ION_DRAFT_PLACE_MESSAGE ? _ ("Go to _Message")
                                                                     : _ ("Go to _Recipients"));
  /* The target first: an action without the one it needs is warned about. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->mend), "s",
                                    place == ION_DRAFT_PLACE_MESSAGE ? "message" : "recipients");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->mend), "compose.show-part");
}

static void
ion_prepare_group_refresh (IonDraftGroup *group, const IonDraft *draft, const IonSendFacts *facts)
{
  IonPrepareGroup *self = ION_PREPARE_GROUP (group);
  IonDraftEditor *editor = ion_draft_group_get_editor (group);
  const GError *error = ion_draft_editor_get_prepare_error (editor);
  gboolean is_preparing = ion_draft_editor_is_preparing (editor);

  gtk_widget_set_visible (GTK_WIDGET (self), is_preparing || error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), is_preparing);
  gtk_spinner_set_spinning (self->spinner, is_preparing);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), !is_preparing);
  gtk_widget_set_visible (GTK_WIDGET (self->mend), !is_preparing);
  if (is_preparing)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row),
                                     _ ("The campaign is being prepared…"));
      adw_action_row_set_subtitle (self->row, _ ("Nothing is sent meanwhile."));
    }
  else if (error != NULL)
    show_error (self, error);
}

static void
ion_prepare_group_class_init (IonPrepareGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  ION_DRAFT_GROUP_CLASS (klass)->refresh = ion_prepare_group_refresh;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/check/ion-prepare-group.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPrepareGroup, row);
  gtk_widget_class_bind_template_child (widget_class, IonPrepareGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, IonPrepareGroup, mark);
  gtk_widget_class_bind_template_child (widget_class, IonPrepareGroup, mend);
}

static void
ion_prepare_group_init (IonPrepareGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
