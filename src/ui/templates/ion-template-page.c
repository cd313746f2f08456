/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A template as a person judges it before it is used.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-template-page.h"

#include "ion-banner.h"
#include "ion-clipboard.h"
#include "ion-dialog.h"
#include "ion-phone.h"
#include "ion-plain-text.h"
#include "ion-template-acts.h"
#include "ion-template-rows.h"
#include "ion-template-shelf.h"

#include <glib/gi18n-lib.h>

struct _IonTemplatePage
{
  IonPage parent_instance;

  char *name;                         /* (owned) */
  IonTemplateStory *story;            /* (owned) (nullable) */
  IonBanner *banner;                  /* (unowned) */
  GtkWidget *content;                 /* (unowned) */
  IonPhone *phone;                    /* (unowned) */
  GtkLabel *kind;                     /* (unowned) */
  AdwPreferencesGroup *remark_group;  /* (unowned) */
  GtkListBox *remarks;                /* (unowned) */
  AdwPreferencesGroup *field_group;   /* (unowned) */
  GtkListBox *fields;                 /* (unowned) */
  AdwPreferencesGroup *version_group; /* (unowned) */
  GtkListBox *versions;               /* (unowned) */
  GCancellable *cancellable;          /* (owned) */
};

G_DEFINE_FINAL_TYPE (IonTemplatePage, ion_template_page, ION_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_TEMPLATE_NAME,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
say (GtkWidget *widget, const char *sentence)
{
  ion_banner_say (ION_TEMPLATE_PAGE (widget)->banner, sentence);
}

static void
show_phone (IonTemplatePage *self)
{
  IonOffice *office = ion_page_get_office (ION_PAGE (self));

  ion_phone_set_sender (self->phone, ion_office_get_name (office), _ ("Service"));
  ion_phone_set_message (self->phone, self->story->sample);
  ion_phone_set_problem (self->phone, self->story->problem);
}

static void
enable (IonTemplatePage *self)
{
  gboolean is_own = self->story->card->is_own;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.remove", is_own);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.edit", is_own);
}

/* @story: (transfer full) */
static void
show_story (IonTemplatePage *self, IonTemplateStory *story)
{
  g_clear_pointer (&self->story, ion_template_story_free);
  self->story = story;
  gtk_label_set_label (self->kind, ion_template_kind_get_label (story->card->template_->kind));
  show_phone (self);
  ion_template_rows_fill_remarks (self->remarks, story);
  gtk_widget_set_visible (GTK_WIDGET (self->remark_group), story->remarks->len > 0);
  ion_template_rows_fill_fields (self->fields, story);
  gtk_widget_set_visible (GTK_WIDGET (self->field_group),
                          story->fields != NULL && ion_fields_get_size (story->fields) > 0);
  ion_template_rows_fill_versions (self->versions, story);
  gtk_widget_set_visible (GTK_WIDGET (self->version_group), story->versions->len > 0);
  enable (self);
  gtk_widget_set_visible (self->content, TRUE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTemplatePage *self = ION_TEMPLATE_PAGE (source);
  g_autoptr (GError) error = NULL;
  IonTemplateStory *story = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  say (GTK_WIDGET (self), sentence);
  gtk_widget_set_visible (self->content, story != NULL);
  if (story != NULL)
    show_story (self, story);
}

static gpointer
load (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_tell_template (office, data, g_get_real_time () / G_USEC_PER_SEC, error);
}

static void
reload (IonTemplatePage *self)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, load, g_strdup (self->name),
                      g_free, (GDestroyNotify) ion_template_story_free, self->cancellable,
                      loaded_cb, NULL);
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTemplatePage *self = ION_TEMPLATE_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  sentence = error != NULL ? ion_office_error_explain (error) : NULL;
  say (GTK_WIDGET (self), sentence);
  if (error != NULL)
    return;
  ion_toast_show (GTK_WIDGET (self), _ ("The old version is in use again"));
  ion_desk_tell_office_changed (ion_page_get_desk (ION_PAGE (self)));
}

typedef struct
{
  char *name; /* (owned) */
  gint64 version;
} OldVersion;

static void
old_version_free (gpointer data)
{
  g_free (((OldVersion *) data)->name);
  g_free (data);
}

static gpointer
put_back (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  OldVersion *old = data;

  ion_office_restore_template (office, old->name, old->version, error);
  return NULL;
}

/* "template.restore" with the version's number */
static void
restore_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IonTemplatePage *self = ION_TEMPLATE_PAGE (widget);
  OldVersion *old = g_new0 (OldVersion, 1);

  old->name = g_strdup (self->name);
  old->version = g_variant_get_int64 (parameter);
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, put_back, old, old_version_free,
                      NULL, self->cancellable, put_back_cb, NULL);
}

static void
go_back (GtkWidget *widget)
{
  gtk_widget_activate_action (widget, "win.back", NULL);
}

/* The other actions of the page, by name. */
static void
act_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IonTemplatePage *self = ION_TEMPLATE_PAGE (widget);
  IonDesk *desk = ion_page_get_desk (ION_PAGE (self));
  const IonTemplate *template_;

  if (self->story == NULL)
    return;
  template_ = self->story->card->template_;
  if (g_str_equal (action, "template.use"))
    ion_template_act_use (widget, desk, template_, say);
  else if (g_str_equal (action, "template.copy"))
    ion_template_act_copy (widget, desk, template_, say);
  else if (g_str_equal (action, "template.export"))
    ion_template_act_export (widget, desk, template_, say);
  else if (g_str_equal (action, "template.edit"))
    gtk_widget_activate_action (widget, "win.edit-template", "s", self->name);
  else if (g_str_equal (action, "template.remove"))
    {
      /* It is gone: there is nothing to read again. */
      g_cancellable_cancel (self->cancellable);
      ion_template_act_remove (widget, desk, template_, say, go_back);
    }
}

static void
copy_text_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IonTemplatePage *self = ION_TEMPLATE_PAGE (widget);
  gboolean is_whatsapp = g_str_equal (action, "template.copy-whatsapp");
  g_autofree char *text = NULL;

  if (self->story == NULL)
    return;
  text = ion_plain_text_from_template (self->story->card->template_->main,
                                       is_whatsapp ? ION_PLAIN_TEXT_WHATSAPP : ION_PLAIN_TEXT_SITE);
  ion_clipboard_copy (widget, text);
  ion_toast_show (widget, _ ("The text was copied; fields are in square brackets"));
}

static void
ion_template_page_shown (IonPage *page)
{
  reload (ION_TEMPLATE_PAGE (page));
}

static void
ion_template_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEMPLATE_NAME)
    g_value_set_string (value, ION_TEMPLATE_PAGE (object)->name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_template_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEMPLATE_NAME)
    ION_TEMPLATE_PAGE (object)->name = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_template_page_constructed (GObject *object)
{
  IonTemplatePage *self = ION_TEMPLATE_PAGE (object);

  G_OBJECT_CLASS (ion_template_page_parent_class)->constructed (object);
  ion_page_set_title (ION_PAGE (self), self->name);
  g_signal_connect_object (ion_page_get_desk (ION_PAGE (self)), "office-changed",
                           G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
}

static void
ion_template_page_dispose (GObject *object)
{
  g_cancellable_cancel (ION_TEMPLATE_PAGE (object)->cancellable);
  G_OBJECT_CLASS (ion_template_page_parent_class)->dispose (object);
}

static void
ion_template_page_finalize (GObject *object)
{
  IonTemplatePage *self = ION_TEMPLATE_PAGE (object);

  g_clear_pointer (&self->story, ion_template_story_free);
  g_clear_object (&self->cancellable);
  g_free (self->name);
  G_OBJECT_CLASS (ion_template_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const char *const acts[] = { "template.use", "template.copy", "template.export",
                                      "template.edit", "template.remove" };

  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i], NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "template.copy-site", NULL, copy_text_cb);
  gtk_widget_class_install_action (widget_class, "template.copy-whatsapp", NULL, copy_text_cb);
  gtk_widget_class_install_action (widget_class, "template.restore", "x", restore_cb);
}

static void
ion_template_page_class_init (IonTemplatePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ion_template_page_get_property;
  object_class->set_property = ion_template_page_set_property;
  object_class->constructed = ion_template_page_constructed;
  object_class->dispose = ion_template_page_dispose;
  object_class->finalize = ion_template_page_finalize;
  ION_PAGE_CLASS (klass)->shown = ion_template_page_shown;
  props[PROP_TEMPLATE_NAME] =
      g_param_spec_string ("template-name", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ION_TYPE_BANNER);
  g_type_ensure (ION_TYPE_PHONE);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/templates/"
                                                             "ion-template-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, content);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, phone);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, kind);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, remark_group);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, remarks);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, field_group);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, fields);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, version_group);
  gtk_widget_class_bind_template_child (widget_class, IonTemplatePage, versions);
}

static void
ion_template_page_init (IonTemplatePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
