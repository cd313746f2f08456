/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A campaign being made: four parts, in any order, and the phone beside them.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-compose-page.h"

#include "ion-banner.h"
#include "ion-check-part.h"
#include "ion-split.h"
#include "ion-draft-acts.h"
#include "ion-format.h"
#include "ion-message-part.h"
#include "ion-office-error.h"
#include "ion-part-row.h"
#include "ion-phone-pane.h"
#include "ion-recipients-part.h"
#include "ion-send-part.h"

#include <glib/gi18n-lib.h>

struct _IonComposePage
{
  IonPage parent_instance;

  char *draft_id;            /* (owned) (nullable) */
  IonDraftEditor *editor;    /* (owned) (nullable): until the draft is read */
  GCancellable *cancellable; /* (owned) */
  IonBanner *banner;         /* (unowned) */
  GtkStack *content;         /* (unowned) */
  AdwStatusPage *trouble;    /* (unowned) */
  GtkListBox *part_rows;     /* (unowned) */
  GtkStack *parts;           /* (unowned) */
  IonPhonePane *phone_pane;  /* (unowned) */
  gboolean was_shown;        /* the focus has been led to the first act */
};

G_DEFINE_FINAL_TYPE (IonComposePage, ion_compose_page, ION_TYPE_PAGE)

enum
{
  PROP_0,
  PROP_DRAFT_ID,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* In the order of the list. */
static const struct
{
  const char *name;
  const char *title;
  GType (*get_type) (void);
} kinds[] = {
  { "message", N_ ("Message"), ion_message_part_get_type },
  { "recipients", N_ ("Recipients"), ion_recipients_part_get_type },
  { "check", N_ ("Check"), ion_check_part_get_type },
  { "send", NC_ ("part of a campaign", "Sending"), ion_send_part_get_type },
};

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, IonComposePage *self)
{
  GtkWidget *part;

  if (row == NULL)
    return;
  part = GTK_WIDGET (ion_part_row_get_part (ION_PART_ROW (row)));
  gtk_stack_set_visible_child (self->parts, part);
  ion_compose_part_tell_shown (ION_COMPOSE_PART (part));
}

static void
enter_part (IonComposePage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->parts), GTK_DIR_TAB_FORWARD);
}

/* Enter leads into the part, as the arrow keys lead along the list. */
static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, IonComposePage *self)
{
  enter_part (self);
}

static void
show_part (IonComposePage *self, const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      gtk_list_box_select_row (self->part_rows,
                               gtk_list_box_get_row_at_index (self->part_rows, (int) i));
}

static void
show_part_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IonComposePage *self = ION_COMPOSE_PAGE (widget);

  show_part (self, g_variant_get_string (parameter, NULL));
  enter_part (self);
}

static void
show_name_cb (IonComposePage *self)
{
  const IonDraft *draft = ion_draft_editor_get_draft (self->editor);

  ion_page_set_title (ION_PAGE (self), *draft->name != '\0' ? draft->name : _ ("New Campaign"));
}

static void
saved_cb (IonComposePage *self)
{
  g_autofree char *time = ion_format_time (ion_draft_editor_get_draft (self->editor)->saved_at);
  /* Translators: when the draft was saved, "saved 10:42" */
  g_autofree char *text = g_strdup_printf (_ ("saved %s"), time);

  ion_page_set_subtitle (ION_PAGE (self), text);
  ion_banner_say (self->banner, NULL);
}

static void
saving_cb (IonComposePage *self)
{
  ion_page_set_subtitle (ION_PAGE (self), _ ("Saving…"));
}

static void
save_failed_cb (IonComposePage *self, const char *sentence)
{
  g_autofree char *text =
      /* Translators: %s is a whole sentence that says why. */
      g_strdup_printf (_ ("What you wrote is not saved yet: leave this window open. %s"), sentence);

  ion_page_set_subtitle (ION_PAGE (self), _ ("not saved"));
  ion_banner_say (self->banner, text);
}

static void
retry_cb (IonComposePage *self)
{
  if (self->editor != NULL)
    ion_draft_editor_save (self->editor);
}

static void
add_parts (IonComposePage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *part = g_object_new (kinds[i].get_type (), "editor", self->editor, NULL);
      const char *title = i == 3
                              ? g_dpgettext2 (GETTEXT_PACKAGE, "part of a campaign", kinds[i].title)
                              : _ (kinds[i].title);

      gtk_stack_add_named (self->parts, part, kinds[i].name);
      gtk_list_box_append (self->part_rows, ion_part_row_new (title, ION_COMPOSE_PART (part)));
    }
}

/* What the menu does with the draft as a whole. */
static const struct
{
  const char *action;
  void (*act) (GtkWidget *widget, IonDraftEditor *editor);
} acts[] = {
  { "compose.rename", ion_draft_act_rename },
  { "compose.duplicate", ion_draft_act_duplicate },
  { "compose.save-template", ion_draft_act_save_template },
  { "compose.discard", ion_draft_act_discard },
};

static void
enable_menu (IonComposePage *self, gboolean is_enabled)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i].action, is_enabled);
}

/* Whoever comes with a file begins with the people in it; and so does whoever puts a list right. */
static const char *
find_first_part (const IonDraft *draft)
{
  gboolean has_people = draft->source != ION_DRAFT_SOURCE_NONE;
  gboolean has_text = *draft->template_->main->markdown != '\0';

  if (draft->follows_id != NULL)
    return has_people ? "message" : "recipients";
  return has_people && !has_text ? "recipients" : "message";
}

/* @draft: (transfer full) */
static void
begin (IonComposePage *self, IonDraft *draft)
{
  self->editor = ion_draft_editor_new (ion_page_get_desk (ION_PAGE (self)), draft);
  g_signal_connect_object (self->editor, "plan-changed", G_CALLBACK (show_name_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "saving", G_CALLBACK (saving_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->editor, "save-failed", G_CALLBACK (save_failed_cb), self,
                           G_CONNECT_SWAPPED);
  show_name_cb (self);
  if (draft->saved_at > 0)
    saved_cb (self);
  add_parts (self);
  ion_phone_pane_set_editor (self->phone_pane, self->editor);
  gtk_stack_set_visible_child_name (self->content, "draft");
  show_part (self, find_first_part (draft));
  enable_menu (self, TRUE);
}

static gpointer
load_func (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_get_draft (office, data, error);
}

static void
free_draft (gpointer draft)
{
  ion_draft_free (draft);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonComposePage *self = ION_COMPOSE_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (IonDraft) draft = ion_desk_run_finish (result, &error);
  g_autofree char *sentence = NULL, *markup = NULL;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (draft != NULL)
    {
      begin (self, g_steal_pointer (&draft));
      if (self->was_shown)
        enter_part (self);
      return;
    }
  sentence = ion_office_error_explain (error);
  markup = g_markup_escape_text (sentence, -1);
  adw_status_page_set_description (self->trouble, markup);
  gtk_stack_set_visible_child_name (self->content, "trouble");
}

static void
ion_compose_page_constructed (GObject *object)
{
  IonComposePage *self = ION_COMPOSE_PAGE (object);

  G_OBJECT_CLASS (ion_compose_page_parent_class)->constructed (object);
  if (self->draft_id == NULL)
    {
      g_autoptr (IonTemplate) template_ = ion_template_new ("", ION_TEMPLATE_FREE);

      begin (self, ion_draft_new (template_));
    }
  else
    ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, load_func,
                        g_strdup (self->draft_id), g_free, free_draft, self->cancellable, loaded_cb,
                        NULL);
}

static void
menu_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IonComposePage *self = ION_COMPOSE_PAGE (widget);

  if (self->editor == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (action, acts[i].action))
      {
        acts[i].act (widget, self->editor);
        return;
      }
}

static gboolean
ion_compose_page_leave (IonPage *page)
{
  IonComposePage *self = ION_COMPOSE_PAGE (page);

  if (self->editor != NULL && !ion_draft_editor_is_closed (self->editor))
    ion_draft_editor_save (self->editor);
  return TRUE;
}

/* A page that comes has the focus on its way back; here something is to be written. When it comes
 * back to the front, the focus is where it was. */
static void
ion_compose_page_shown (IonPage *page)
{
  IonComposePage *self = ION_COMPOSE_PAGE (page);

  if (self->editor != NULL && !self->was_shown)
    enter_part (self);
  self->was_shown = TRUE;
}

static void
ion_compose_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonComposePage *self = ION_COMPOSE_PAGE (object);

  if (id == PROP_DRAFT_ID)
    g_value_set_string (value, self->draft_id);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_compose_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonComposePage *self = ION_COMPOSE_PAGE (object);

  if (id == PROP_DRAFT_ID)
    self->draft_id = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_compose_page_dispose (GObject *object)
{
  IonComposePage *self = ION_COMPOSE_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (ion_compose_page_parent_class)->dispose (object);
  g_clear_object (&self->editor);
}

static void
ion_compose_page_finalize (GObject *object)
{
  IonComposePage *self = ION_COMPOSE_PAGE (object);

  g_free (self->draft_id);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ion_compose_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (ION_TYPE_BANNER);
  g_type_ensure (ION_TYPE_SPLIT);
  g_type_ensure (ION_TYPE_PHONE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/compose/"
                                                             "ion-compose-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonComposePage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonComposePage, content);
  gtk_widget_class_bind_template_child (widget_class, IonComposePage, trouble);
  gtk_widget_class_bind_template_child (widget_class, IonComposePage, part_rows);
  gtk_widget_class_bind_template_child (widget_class, IonComposePage, parts);
  gtk_widget_class_bind_template_child (widget_class, IonComposePage, phone_pane);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
}

static void
ion_compose_page_class_init (IonComposePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ion_compose_page_constructed;
  object_class->get_property = ion_compose_page_get_property;
  object_class->set_property = ion_compose_page_set_property;
  object_class->dispose = ion_compose_page_dispose;
  object_class->finalize = ion_compose_page_finalize;
  ION_PAGE_CLASS (klass)->leave = ion_compose_page_leave;
  ION_PAGE_CLASS (klass)->shown = ion_compose_page_shown;

  props[PROP_DRAFT_ID] =
      g_param_spec_string ("draft-id", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "compose.show-part", "s", show_part_action);
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].action, NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "compose.rename", NULL);
  bind_template (widget_class);
}

static void
ion_compose_page_init (IonComposePage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  enable_menu (self, FALSE);
}

gboolean
ion_compose_page_holds (IonComposePage *self, const char *draft_id)
{
  g_return_val_if_fail (ION_IS_COMPOSE_PAGE (self), FALSE);

  if (self->editor == NULL)
    return g_strcmp0 (self->draft_id, draft_id) == 0;
  if (ion_draft_editor_is_closed (self->editor))
    return FALSE;
  return g_str_equal (ion_draft_editor_get_draft (self->editor)->id, draft_id) &&
         (*draft_id != '\0' || ion_draft_editor_is_saved (self->editor));
}
