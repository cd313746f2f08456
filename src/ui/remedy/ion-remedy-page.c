/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A mistake was found after sending: who has it, and the correction.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-remedy-page.h"

#include "ion-banner.h"
#include "ion-dialog.h"
#include "ion-format.h"
#include "ion-remedy-choice.h"
#include "ion-remedy-errand.h"
#include "ion-remedy-figures.h"
#include "ion-remedy-made-list.h"

#include <glib/gi18n-lib.h>

struct _IonRemedyPage
{
  IonPage parent_instance;

  char *campaign_id;         /* (owned) (nullable) */
  IonRemedy *remedy;         /* (owned) (nullable): as last seen */
  GCancellable *cancellable; /* (owned) */
  gboolean is_making;
  gboolean is_looking, is_old; /* asking how things stand; and they have changed since */

  IonBanner *banner;         /* (unowned) */
  GtkWidget *content;        /* (unowned) */
  IonRemedyFigures *figures; /* (unowned) */
  GtkWidget *notices_group;  /* (unowned) */
  GtkWidget *export_button;  /* (unowned) */
  IonRemedyChoice *choice;   /* (unowned) */
  GtkWidget *make_button;    /* (unowned) */
  GtkLabel *make_label;      /* (unowned) */
  IonRemedyMadeList *made;   /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonRemedyPage, ion_remedy_page, ION_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_CAMPAIGN_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
run (IonRemedyPage *self,
     IonDeskFunc func,
     IonRemedyErrand *errand,
     GDestroyNotify free_result,
     GAsyncReadyCallback callback)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, func, errand,
                      ion_remedy_errand_free, free_result, self->cancellable, callback, NULL);
}

/* What is seen */

static void
show_sending (IonRemedyPage *self)
{
  const IonRemedy *remedy = self->remedy;
  g_autofree char *count = ion_format_count (remedy->not_sent);
  g_autofree char *sentence = NULL;

  if (!remedy->still_sends || remedy->not_sent == 0)
    {
      ion_banner_say (self->banner, NULL);
      return;
    }
  sentence =
      g_strdup_printf (ngettext ("This campaign is still going out: %s person does not have it "
                                 "yet.",
                                 "This campaign is still going out: %s people do not have it yet.",
                                 (gulong) remedy->not_sent),
                       count);
  ion_banner_set_button_label (self->banner, _ ("_Pause it now"));
  ion_banner_say (self->banner, sentence);
}

static void
show_verb (IonRemedyPage *self)
{
  gint64 people = self->remedy->have_it + self->remedy->taken;
  g_autofree char *count = ion_format_count (people);
  g_autofree char *verb = NULL;

  if (ion_remedy_choice_is_list (self->choice))
    verb = g_strdup (_ ("Prepare the message for a corrected list"));
  else
    verb = g_strdup_printf (ngettext ("Prepare the correction for %s person",
                                      "Prepare the correction for %s people", (gulong) people),
                            count);
  gtk_label_set_label (self->make_label, verb);
  gtk_widget_set_sensitive (self->make_button,
                            !self->is_making && ion_remedy_choice_is_complete (self->choice) &&
                                (ion_remedy_choice_is_list (self->choice) || people > 0 ||
                                 ion_remedy_choice_wants_uncertain (self->choice)));
}

static void
tell_error (IonRemedyPage *self, const GError *error)
{
  ion_banner_set_button_label (self->banner, NULL);
  ion_banner_say_error (self->banner, error);
}

static void reload (IonRemedyPage *self);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonRemedy) remedy = ion_desk_run_finish (result, &error);

  self->is_looking = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_cancellable_is_cancelled (self->cancellable))
    return;
  if (remedy == NULL)
    {
      tell_error (self, error);
      return;
    }
  g_clear_pointer (&self->remedy, ion_remedy_free);
  self->remedy = g_steal_pointer (&remedy);
  ion_page_set_subtitle (ION_PAGE (self), self->remedy->campaign->name);
  show_sending (self);
  ion_remedy_figures_show (self->figures, self->remedy);
  gtk_widget_set_visible (self->notices_group, self->remedy->has_notices);
  ion_remedy_choice_show (self->choice, self->remedy);
  show_verb (self);
  ion_remedy_made_list_show (self->made, self->remedy->made);
  gtk_widget_set_visible (self->content, TRUE);
  if (self->is_old)
    reload (self);
}

static void
reload (IonRemedyPage *self)
{
  self->is_old = self->is_looking;
  if (self->campaign_id == NULL || self->is_looking)
    return;
  self->is_looking = TRUE;
  run (self, ion_remedy_errand_look, ion_remedy_errand_new (self->campaign_id),
       (GDestroyNotify) ion_remedy_free, looked_cb);
}

/* What is done */

static void
held_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (error != NULL)
    {
      tell_error (self, error);
      return;
    }
  ion_desk_tell_changed (ion_page_get_desk (ION_PAGE (self)));
  reload (self);
}

static void
hold_cb (IonRemedyPage *self)
{
  run (self, ion_remedy_errand_hold, ion_remedy_errand_new (self->campaign_id), NULL, held_cb);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *written = ion_desk_run_finish (result, &error);
  g_autofree char *count = NULL, *text = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (self->export_button, TRUE);
  if (written == NULL)
    {
      tell_error (self, error);
      return;
    }
  count = ion_format_count (*written);
  text = g_strdup_printf (ngettext ("%s notice number exported", "%s notice numbers exported",
                                    (gulong) *written),
                          count);
  ion_toast_show (GTK_WIDGET (self), text);
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (widget);
  IonRemedyErrand *errand;

  if (file == NULL)
    return;
  errand = ion_remedy_errand_new (self->campaign_id);
  errand->path = g_file_get_path (file);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  run (self, ion_remedy_errand_export, errand, g_free, exported_cb);
}

static void
export_cb (IonRemedyPage *self)
{
  /* Translators: suggested name of a file */
  ion_dialog_save_file (GTK_WIDGET (self), _ ("Export the notice numbers to cancel"),
                        _ ("notices-to-cancel.csv"), file_chosen_cb, NULL);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ion_desk_run_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->is_making = FALSE;
  show_verb (self);
  if (id == NULL)
    {
      tell_error (self, error);
      return;
    }
  ion_desk_tell_office_changed (ion_page_get_desk (ION_PAGE (self)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-draft", "s", id);
}

static void
make_cb (IonRemedyPage *self)
{
  IonRemedyErrand *errand = ion_remedy_errand_new (self->campaign_id);

  errand->words = ion_remedy_choice_get_words (self->choice);
  errand->kind = ion_remedy_choice_get_kind (self->choice);
  errand->is_list = ion_remedy_choice_is_list (self->choice);
  errand->wants_certain = self->remedy->have_it + self->remedy->taken > 0;
  errand->wants_uncertain = ion_remedy_choice_wants_uncertain (self->choice);
  self->is_making = TRUE;
  show_verb (self);
  run (self, ion_remedy_errand_make, errand, g_free, made_cb);
}

static void
choice_changed_cb (IonRemedyPage *self)
{
  if (self->remedy != NULL)
    show_verb (self);
}

/* The object */

static void
ion_remedy_page_shown (IonPage *page)
{
  reload (ION_REMEDY_PAGE (page));
}

static void
ion_remedy_page_constructed (GObject *object)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (object);
  IonDesk *desk = ion_page_get_desk (ION_PAGE (self));

  G_OBJECT_CLASS (ion_remedy_page_parent_class)->constructed (object);
  g_signal_connect_object (desk, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "office-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
}

static void
ion_remedy_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (object);

  if (id == PROP_CAMPAIGN_ID)
    g_value_set_string (value, self->campaign_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_remedy_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (object);

  if (id == PROP_CAMPAIGN_ID)
    self->campaign_id = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_remedy_page_dispose (GObject *object)
{
  g_cancellable_cancel (ION_REMEDY_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_remedy_page_parent_class)->dispose (object);
}

static void
ion_remedy_page_finalize (GObject *object)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (object);

  g_free (self->campaign_id);
  g_clear_pointer (&self->remedy, ion_remedy_free);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ion_remedy_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ION_TYPE_BANNER);
  g_type_ensure (ION_TYPE_REMEDY_CHOICE);
  g_type_ensure (ION_TYPE_REMEDY_FIGURES);
  g_type_ensure (ION_TYPE_REMEDY_MADE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/remedy/ion-remedy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, content);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, figures);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, notices_group);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, choice);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, make_button);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, make_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, made);
  gtk_widget_class_bind_template_callback (widget_class, hold_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
}

static void
ion_remedy_page_class_init (IonRemedyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ion_remedy_page_get_property;
  object_class->set_property = ion_remedy_page_set_property;
  object_class->finalize = ion_remedy_page_finalize;

  props[PROP_CAMPAIGN_ID] =
      g_param_spec_string ("campaign-id", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  object_class->constructed = ion_remedy_page_constructed;
  object_class->dispose = ion_remedy_page_dispose;
  ION_PAGE_CLASS (klass)->shown = ion_remedy_page_shown;
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ion_remedy_page_init (IonRemedyPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
