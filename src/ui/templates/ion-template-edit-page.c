/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A template being changed. Nothing is written until it is saved; what it would break is said
 * meanwhile.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-template-edit-page.h"

#include "ion-banner.h"
#include "ion-dialog.h"
#include "ion-template-form.h"
#include "ion-template-json.h"
#include "ion-template-rows.h"
#include "ion-template-shelf.h"

#include <glib/gi18n-lib.h>

/* As long as somebody types, nothing is checked. */
#define CHECK_DELAY_MS 400

struct _IonTemplateEditPage
{
  IonPage parent_instance;

  char *name;                        /* (owned): "" = new */
  char *before;                      /* (owned) (nullable): JSON of what it was */
  IonBanner *banner;                 /* (unowned) */
  GtkWidget *content;                /* (unowned) */
  IonTemplateForm *form;             /* (unowned) */
  AdwPreferencesGroup *remark_group; /* (unowned) */
  GtkListBox *remarks;               /* (unowned) */
  GtkWidget *save_button;            /* (unowned) */
  guint check_id;                    /* a check that waits */
  gboolean is_changed;
  GCancellable *cancellable; /* (owned) */
  GCancellable *checking;    /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IonTemplateEditPage, ion_template_edit_page, ION_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_TEMPLATE_NAME,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* What a worker is given: the template before and after. */
typedef struct
{
  char *before; /* (owned) (nullable): JSON */
  char *after;  /* (owned): JSON */
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_free (change->before);
  g_free (change->after);
  g_free (change);
}

/* What comes back of a check. */
typedef struct
{
  GPtrArray *remarks; /* (owned) (element-type IonTemplateRemark) */
  GStrv breaks;       /* (owned) */
} Judgement;

static void
judgement_free (gpointer data)
{
  Judgement *judgement = data;

  g_clear_pointer (&judgement->remarks, g_ptr_array_unref);
  g_strfreev (judgement->breaks);
  g_free (judgement);
}

/* Buttons, languages and what else the form does not show come from before. */
static Change *
make_change (IonTemplateEditPage *self)
{
  Change *change = g_new0 (Change, 1);
  g_autoptr (IonTemplate) template_ = NULL;

  change->before = g_strdup (self->before);
  if (self->before != NULL)
    template_ = ion_template_from_json (self->before, -1, NULL);
  if (template_ == NULL)
    template_ = ion_template_new ("", ION_TEMPLATE_FREE);
  ion_template_form_apply (self->form, template_);
  change->after = ion_template_to_json (template_);
  return change;
}

static gpointer
judge (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;
  g_autoptr (IonTemplate) after = ion_template_from_json (change->after, -1, error);
  g_autoptr (IonTemplate) before = NULL;
  Judgement *judgement;

  if (after == NULL)
    return NULL;
  if (change->before != NULL)
    before = ion_template_from_json (change->before, -1, NULL);
  judgement = g_new0 (Judgement, 1);
  judgement->remarks = ion_template_check (after, g_get_real_time () / G_USEC_PER_SEC);
  judgement->breaks = ion_office_tell_template_change (office, before, after, error);
  if (judgement->breaks != NULL)
    return judgement;
  judgement_free (judgement);
  return NULL;
}

static void
show_judgement (IonTemplateEditPage *self, const Judgement *judgement)
{
  ion_template_rows_clear (self->remarks);
  for (guint i = 0; i < judgement->remarks->len; i++)
    {
      const IonTemplateRemark *remark = g_ptr_array_index (judgement->remarks, i);

      ion_template_rows_add_remark (self->remarks, remark->message, remark->is_warning);
    }
  for (gsize i = 0; self->is_changed && judgement->breaks[i] != NULL; i++)
    ion_template_rows_add_remark (self->remarks, judgement->breaks[i], TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->remark_group),
                          gtk_widget_get_first_child (GTK_WIDGET (self->remarks)) != NULL);
}

static void
judged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTemplateEditPage *self = ION_TEMPLATE_EDIT_PAGE (source);
  g_autoptr (GError) error = NULL;
  Judgement *judgement = ion_desk_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* What cannot even be read as a template is not complete yet: saving says so. */
  if (judgement == NULL)
    return;
  show_judgement (self, judgement);
  judgement_free (judgement);
}

static gboolean
check_cb (gpointer user_data)
{
  IonTemplateEditPage *self = ION_TEMPLATE_EDIT_PAGE (user_data);

  self->check_id = 0;
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  self->checking = g_cancellable_new ();
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, judge, make_change (self),
                      change_free, judgement_free, self->checking, judged_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (IonTemplateEditPage *self)
{
  self->is_changed = TRUE;
  gtk_widget_set_sensitive (self->save_button, TRUE);
  g_clear_handle_id (&self->check_id, g_source_remove);
  self->check_id = g_timeout_add (CHECK_DELAY_MS, check_cb, self);
}

/* A new name is a new template; the old one goes. */
static gpointer
save (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;
  g_autoptr (IonTemplate) after = ion_template_from_json (change->after, -1, error);
  g_autoptr (IonTemplate) before = NULL;
  gboolean is_same;

  if (after == NULL)
    return NULL;
  if (change->before != NULL)
    before = ion_template_from_json (change->before, -1, NULL);
  is_same = before != NULL && g_str_equal (before->name, after->name);
  if (ion_office_put_template (office, after, is_same, error) && before != NULL && !is_same)
    ion_office_remove_template (office, before->name, error);
  return NULL;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTemplateEditPage *self = ION_TEMPLATE_EDIT_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ion_banner_say_error (self->banner, error);
  if (error != NULL)
    return;
  self->is_changed = FALSE;
  ion_desk_tell_office_changed (ion_page_get_desk (ION_PAGE (self)));
  ion_toast_show (GTK_WIDGET (self), _ ("The template was saved"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-place", "s", "templates");
}

static void
save_cb (IonTemplateEditPage *self)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, save, make_change (self),
                      change_free, NULL, self->cancellable, saved_cb, NULL);
}

static void
show_template (IonTemplateEditPage *self, const IonTemplate *template_)
{
  ion_template_form_show (self->form, template_);
  gtk_widget_set_visible (self->content, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonTemplateEditPage *self = ION_TEMPLATE_EDIT_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonTemplateStory) story = ion_desk_run_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ion_banner_say_error (self->banner, error);
  if (story == NULL)
    return;
  self->before = ion_template_to_json (story->card->template_);
  show_template (self, story->card->template_);
  check_cb (self);
}

static gpointer
load (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_tell_template (office, data, g_get_real_time () / G_USEC_PER_SEC, error);
}

static void
ion_template_edit_page_shown (IonPage *page)
{
  IonTemplateEditPage *self = ION_TEMPLATE_EDIT_PAGE (page);
  g_autoptr (IonTemplate) empty = NULL;

  if (gtk_widget_get_visible (self->content))
    return;
  if (*self->name != '\0')
    {
      ion_desk_run_async (ion_page_get_desk (page), self, load, g_strdup (self->name), g_free,
                          (GDestroyNotify) ion_template_story_free, self->cancellable, loaded_cb,
                          NULL);
      return;
    }
  empty = ion_template_new ("", ION_TEMPLATE_FREE);
  show_template (self, empty);
}

static void
discard_cb (GtkWidget *widget, gpointer user_data)
{
  ION_TEMPLATE_EDIT_PAGE (widget)->is_changed = FALSE;
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static gboolean
ion_template_edit_page_leave (IonPage *page)
{
  if (!ION_TEMPLATE_EDIT_PAGE (page)->is_changed)
    return TRUE;
  ion_dialog_ask (GTK_WIDGET (page), _ ("Leave without saving?"),
                  _ ("The changes to this template would be lost."), _ ("_Discard the changes"),
                  NULL, ION_DIALOG_DESTRUCTIVE, discard_cb, NULL);
  return FALSE;
}

static void
ion_template_edit_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TEMPLATE_NAME)
    g_value_set_string (value, ION_TEMPLATE_EDIT_PAGE (object)->name);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_template_edit_page_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  if (id == PROP_TEMPLATE_NAME)
    ION_TEMPLATE_EDIT_PAGE (object)->name = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_template_edit_page_dispose (GObject *object)
{
  IonTemplateEditPage *self = ION_TEMPLATE_EDIT_PAGE (object);

  g_clear_handle_id (&self->check_id, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->checking != NULL)
    g_cancellable_cancel (self->checking);
  G_OBJECT_CLASS (ion_template_edit_page_parent_class)->dispose (object);
}

static void
ion_template_edit_page_finalize (GObject *object)
{
  IonTemplateEditPage *self = ION_TEMPLATE_EDIT_PAGE (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->checking);
  g_free (self->name);
  g_free (self->before);
  G_OBJECT_CLASS (ion_template_edit_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ION_TYPE_BANNER);
  g_type_ensure (ION_TYPE_TEMPLATE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/templates/"
                                                             "ion-template-edit-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonTemplateEditPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateEditPage, content);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateEditPage, form);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateEditPage, remark_group);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateEditPage, remarks);
  gtk_widget_class_bind_template_child (widget_class, IonTemplateEditPage, save_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
ion_template_edit_page_class_init (IonTemplateEditPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ion_template_edit_page_get_property;
  object_class->set_property = ion_template_edit_page_set_property;
  object_class->dispose = ion_template_edit_page_dispose;
  object_class->finalize = ion_template_edit_page_finalize;
  ION_PAGE_CLASS (klass)->shown = ion_template_edit_page_shown;
  ION_PAGE_CLASS (klass)->leave = ion_template_edit_page_leave;
  props[PROP_TEMPLATE_NAME] =
      g_param_spec_string ("template-name", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
ion_template_edit_page_init (IonTemplateEditPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
