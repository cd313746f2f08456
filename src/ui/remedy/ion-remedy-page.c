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
#include "ion-office-error.h"
#include "ion-remedy-choice.h"

#include <glib/gi18n-lib.h>

struct _IonRemedyPage
{
  IonPage parent_instance;

  char *campaign_id;         /* (owned) (nullable) */
  IonRemedy *remedy;         /* (owned) (nullable): as last seen */
  GCancellable *cancellable; /* (owned) */
  gboolean is_making;
  gboolean is_looking, is_old; /* asking how things stand; and they have changed since */

  IonBanner *banner;        /* (unowned) */
  GtkWidget *content;       /* (unowned) */
  GtkLabel *have_label;     /* (unowned) */
  GtkLabel *may_label;      /* (unowned) */
  GtkLabel *pending_label;  /* (unowned) */
  GtkLabel *others_label;   /* (unowned) */
  GtkWidget *may_row;       /* (unowned) */
  GtkWidget *pending_row;   /* (unowned) */
  GtkWidget *others_row;    /* (unowned) */
  GtkWidget *notices_group; /* (unowned) */
  GtkWidget *export_button; /* (unowned) */
  IonRemedyChoice *choice;  /* (unowned) */
  GtkWidget *make_button;   /* (unowned) */
  GtkLabel *make_label;     /* (unowned) */
  GtkWidget *made_group;    /* (unowned) */
  GtkListBox *made_list;    /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonRemedyPage, ion_remedy_page, ION_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_CAMPAIGN_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* What is seen */

static void
show_figure (GtkWidget *row, GtkLabel *label, gint64 figure, gboolean is_always)
{
  g_autofree char *text = ion_format_count (figure);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (row, is_always || figure > 0);
}

static void
show_figures (IonRemedyPage *self)
{
  const IonRemedy *remedy = self->remedy;

  show_figure (gtk_widget_get_ancestor (GTK_WIDGET (self->have_label), ADW_TYPE_ACTION_ROW),
               self->have_label, remedy->have_it, TRUE);
  show_figure (self->may_row, self->may_label, remedy->may_have_it, FALSE);
  show_figure (self->pending_row, self->pending_label, remedy->not_sent, FALSE);
  show_figure (self->others_row, self->others_label, remedy->others, FALSE);
  gtk_widget_set_visible (self->notices_group, remedy->has_notices);
}

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
  gint64 people = self->remedy->have_it;
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

static GtkWidget *
made_row_new (const IonRemedyMade *made)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), made->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               made->is_draft ? _ ("Not sent yet") : _ ("Sent, or being sent"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("ion-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
show_made (IonRemedyPage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->made_list))) != NULL)
    gtk_list_box_remove (self->made_list, row);
  for (guint i = 0; i < self->remedy->made->len; i++)
    gtk_list_box_append (self->made_list, made_row_new (self->remedy->made->pdata[i]));
  gtk_widget_set_visible (self->made_group, self->remedy->made->len > 0);
}

static void
tell_error (IonRemedyPage *self, const GError *error)
{
  g_autofree char *sentence = ion_office_error_explain (error);

  ion_banner_set_button_label (self->banner, NULL);
  ion_banner_say (self->banner, sentence);
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
  show_figures (self);
  ion_remedy_choice_show (self->choice, self->remedy);
  show_verb (self);
  show_made (self);
  gtk_widget_set_visible (self->content, TRUE);
  if (self->is_old)
    reload (self);
}

static gpointer
look (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_look_for_remedy (office, data, error);
}

static void
reload (IonRemedyPage *self)
{
  self->is_old = self->is_looking;
  if (self->campaign_id == NULL || self->is_looking)
    return;
  self->is_looking = TRUE;
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, look, g_strdup (self->campaign_id),
                      g_free, (GDestroyNotify) ion_remedy_free, self->cancellable, looked_cb, NULL);
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

static gpointer
hold (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_hold_for_remedy (office, data, error);
  return NULL;
}

static void
hold_cb (IonRemedyPage *self)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, hold, g_strdup (self->campaign_id),
                      g_free, NULL, self->cancellable, held_cb, NULL);
}

/* What the worker needs of an export; and of a correction. */
typedef struct
{
  char *campaign; /* (owned) */
  char *file;     /* (owned) (nullable) */
  char *words;    /* (owned) (nullable) */
  IonRemedyKind kind;
  gboolean is_list, wants_certain, wants_uncertain;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->campaign);
  g_free (wish->file);
  g_free (wish->words);
  g_free (wish);
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

static gpointer export(IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;
  gint64 written =
      ion_office_export_notices (office, wish->campaign, wish->file, cancellable, error);

  return written >= 0 ? g_memdup2 (&written, sizeof written) : NULL;
}

static void
file_chosen_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonRemedyPage *self = ION_REMEDY_PAGE (widget);
  Wish *wish;

  if (file == NULL)
    return;
  wish = g_new0 (Wish, 1);
  wish->campaign = g_strdup (self->campaign_id);
  wish->file = g_file_get_path (file);
  gtk_widget_set_sensitive (self->export_button, FALSE);
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, export, wish, wish_free, g_free,
                      self->cancellable, exported_cb, NULL);
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

/* Returns: the id of the one to look at first */
static gpointer
make (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Wish *wish = data;
  g_autoptr (IonDraft) apart = NULL, draft = NULL;

  if (wish->is_list)
    {
      draft = ion_office_make_new_list (office, wish->campaign, error);
      return draft != NULL ? g_strdup (draft->id) : NULL;
    }
  if (wish->wants_uncertain)
    {
      apart = ion_office_make_correction (office, wish->campaign, wish->kind, wish->words, TRUE,
                                          cancellable, error);
      if (apart == NULL || !wish->wants_certain)
        return apart != NULL ? g_strdup (apart->id) : NULL;
    }
  draft = ion_office_make_correction (office, wish->campaign, wish->kind, wish->words, FALSE,
                                      cancellable, error);
  return draft != NULL ? g_strdup (draft->id) : NULL;
}

static void
make_cb (IonRemedyPage *self)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->campaign = g_strdup (self->campaign_id);
  wish->words = ion_remedy_choice_get_words (self->choice);
  wish->kind = ion_remedy_choice_get_kind (self->choice);
  wish->is_list = ion_remedy_choice_is_list (self->choice);
  wish->wants_certain = self->remedy->have_it > 0;
  wish->wants_uncertain = ion_remedy_choice_wants_uncertain (self->choice);
  self->is_making = TRUE;
  show_verb (self);
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, make, wish, wish_free, g_free,
                      self->cancellable, made_cb, NULL);
}

static void
choice_changed_cb (IonRemedyPage *self)
{
  if (self->remedy != NULL)
    show_verb (self);
}

static void
made_activated_cb (IonRemedyPage *self, GtkListBoxRow *row)
{
  const IonRemedyMade *made =
      g_ptr_array_index (self->remedy->made, gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self),
                              made->is_draft ? "win.edit-draft" : "win.open-campaign", "s",
                              made->id);
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
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/remedy/ion-remedy-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, content);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, have_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, may_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, pending_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, others_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, may_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, pending_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, others_row);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, notices_group);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, choice);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, make_button);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, make_label);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, made_group);
  gtk_widget_class_bind_template_child (widget_class, IonRemedyPage, made_list);
  gtk_widget_class_bind_template_callback (widget_class, hold_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, make_cb);
  gtk_widget_class_bind_template_callback (widget_class, made_activated_cb);
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
