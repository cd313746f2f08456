/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A title or a text being written.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-field-editor.h"

#include "ion-field-buffer.h"
#include "ion-markdown-keys.h"

#include <glib/gi18n-lib.h>

struct _IonFieldEditor
{
  GtkWidget parent_instance;

  gboolean is_single_line;
  gboolean is_setting;
  char *label;                 /* (owned) (nullable) */
  IonFieldBuffer *buffer;      /* (owned) */
  GtkSourceView *view;         /* (unowned) */
  GtkWidget *toolbar;          /* (unowned) */
  GtkScrolledWindow *scroller; /* (unowned) */
  GtkMenuButton *field_button; /* (unowned) */
  GtkMenuButton *short_button; /* (unowned) */
  GMenuModel *fields;          /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (IonFieldEditor, ion_field_editor, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_IS_SINGLE_LINE,
  PROP_LABEL,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

static void
changed_cb (IonFieldEditor *self)
{
  if (!self->is_setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
format_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IonFieldEditor *self = ION_FIELD_EDITOR (widget);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  if (self->is_single_line)
    return;
  if (g_str_equal (action, "text.bold"))
    ion_markdown_keys_wrap (buffer, "**");
  else if (g_str_equal (action, "text.italic"))
    ion_markdown_keys_wrap (buffer, "_");
  else if (g_str_equal (action, "text.link"))
    /* Translators: the words of a link that was just put into a text. */
    ion_markdown_keys_link (buffer, _ ("words of the link"));
  else
    ion_markdown_keys_list (buffer, g_str_equal (action, "text.numbered"));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
insert_field_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  IonFieldEditor *self = ION_FIELD_EDITOR (widget);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, g_variant_get_string (parameter, NULL), -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* What a tag hides: its format. */
static gboolean
query_tooltip_cb (GtkWidget *view,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  IonFieldEditor *self)
{
  GtkTextIter iter;
  g_autofree char *field = NULL;

  if (keyboard)
    gtk_text_buffer_get_iter_at_mark (GTK_TEXT_BUFFER (self->buffer), &iter,
                                      gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer)));
  else
    {
      gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (view), GTK_TEXT_WINDOW_WIDGET, x, y, &x,
                                             &y);
      if (!gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (view), &iter, x, y))
        return FALSE;
    }
  field = ion_field_buffer_get_field_at (self->buffer, &iter);
  if (field == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, field);
  return TRUE;
}

static void
style_cb (IonFieldEditor *self)
{
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleScheme *scheme =
      gtk_source_style_scheme_manager_get_scheme (gtk_source_style_scheme_manager_get_default (),
                                                  is_dark ? "Adwaita-dark" : "Adwaita");

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (self->buffer), scheme);
  ion_field_buffer_set_dark (self->buffer, is_dark);
}

/* Enter leads on where there is one line. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        IonFieldEditor *self)
{
  if (!self->is_single_line ||
      (key != GDK_KEY_Return && key != GDK_KEY_KP_Enter && key != GDK_KEY_ISO_Enter))
    return FALSE;
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
  return TRUE;
}

static void
set_up_view (IonFieldEditor *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->buffer = ion_field_buffer_new (self->is_single_line);
  gtk_source_buffer_set_highlight_matching_brackets (GTK_SOURCE_BUFFER (self->buffer), FALSE);
  if (!self->is_single_line)
    gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (self->buffer),
                                    gtk_source_language_manager_get_language (
                                        gtk_source_language_manager_get_default (), "markdown"));
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->view), GTK_TEXT_BUFFER (self->buffer));
  g_signal_connect_object (self->buffer, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (style_cb), self, G_CONNECT_SWAPPED);
  style_cb (self);
}

static void
ion_field_editor_constructed (GObject *object)
{
  IonFieldEditor *self = ION_FIELD_EDITOR (object);

  G_OBJECT_CLASS (ion_field_editor_parent_class)->constructed (object);
  set_up_view (self);
  gtk_widget_set_visible (self->toolbar, !self->is_single_line);
  gtk_widget_set_visible (GTK_WIDGET (self->short_button), self->is_single_line);
  if (!self->is_single_line)
    gtk_scrolled_window_set_min_content_height (self->scroller, 200);
  else
    gtk_widget_set_valign (GTK_WIDGET (self->scroller), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label != NULL ? self->label : "",
                                  GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, !self->is_single_line, -1);
}

static void
ion_field_editor_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonFieldEditor *self = ION_FIELD_EDITOR (object);

  if (id == PROP_IS_SINGLE_LINE)
    g_value_set_boolean (value, self->is_single_line);
  else if (id == PROP_LABEL)
    g_value_set_string (value, self->label);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_field_editor_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonFieldEditor *self = ION_FIELD_EDITOR (object);

  if (id == PROP_IS_SINGLE_LINE)
    self->is_single_line = g_value_get_boolean (value);
  else if (id == PROP_LABEL)
    self->label = g_value_dup_string (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ion_field_editor_dispose (GObject *object)
{
  IonFieldEditor *self = ION_FIELD_EDITOR (object);

  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);
  g_clear_object (&self->buffer);
  g_clear_object (&self->fields);
  G_OBJECT_CLASS (ion_field_editor_parent_class)->dispose (object);
}

static void
ion_field_editor_finalize (GObject *object)
{
  g_free (ION_FIELD_EDITOR (object)->label);
  G_OBJECT_CLASS (ion_field_editor_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    guint key;
  } formats[] = {
    { "text.bold", GDK_KEY_b }, { "text.italic", GDK_KEY_i }, { "text.link", GDK_KEY_k },
    { "text.list", 0 },         { "text.numbered", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gtk_widget_class_install_action (widget_class, formats[i].action, NULL, format_action);
      if (formats[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, formats[i].key, GDK_CONTROL_MASK,
                                             formats[i].action, NULL);
    }
  gtk_widget_class_install_action (widget_class, "text.insert-field", "s", insert_field_action);
}

static void
ion_field_editor_class_init (IonFieldEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ion_field_editor_constructed;
  object_class->get_property = ion_field_editor_get_property;
  object_class->set_property = ion_field_editor_set_property;
  object_class->dispose = ion_field_editor_dispose;
  object_class->finalize = ion_field_editor_finalize;

  props[PROP_IS_SINGLE_LINE] =
      g_param_spec_boolean ("is-single-line", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[CHANGED] = g_signal_new ("changed", ION_TYPE_FIELD_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/message/"
                                                             "ion-field-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, IonFieldEditor, view);
  gtk_widget_class_bind_template_child (widget_class, IonFieldEditor, toolbar);
  gtk_widget_class_bind_template_child (widget_class, IonFieldEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, IonFieldEditor, field_button);
  gtk_widget_class_bind_template_child (widget_class, IonFieldEditor, short_button);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
}

/* A menu of all fields takes longer to make than a frame lasts, and is seldom opened. */
static void
make_menu_cb (GtkMenuButton *button, gpointer data)
{
  IonFieldEditor *self = data;

  if (gtk_menu_button_get_menu_model (button) != self->fields)
    gtk_menu_button_set_menu_model (button, self->fields);
}

static void
ion_field_editor_init (IonFieldEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->field_button, make_menu_cb, self, NULL);
  gtk_menu_button_set_create_popup_func (self->short_button, make_menu_cb, self, NULL);
}

char *
ion_field_editor_get_text (IonFieldEditor *self)
{
  g_return_val_if_fail (ION_IS_FIELD_EDITOR (self), NULL);

  return ion_field_buffer_get_text (self->buffer);
}

void
ion_field_editor_set_text (IonFieldEditor *self, const char *text)
{
  g_return_if_fail (ION_IS_FIELD_EDITOR (self));

  self->is_setting = TRUE;
  ion_field_buffer_set_text (self->buffer, text);
  self->is_setting = FALSE;
}

void
ion_field_editor_replace_text (IonFieldEditor *self, const char *text)
{
  g_return_if_fail (ION_IS_FIELD_EDITOR (self));

  ion_field_buffer_replace_text (self->buffer, text);
}

void
ion_field_editor_set_fields (IonFieldEditor *self, GMenuModel *fields)
{
  g_return_if_fail (ION_IS_FIELD_EDITOR (self));

  g_set_object (&self->fields, fields);
}

GtkTextView *
ion_field_editor_get_view (IonFieldEditor *self)
{
  g_return_val_if_fail (ION_IS_FIELD_EDITOR (self), NULL);

  return GTK_TEXT_VIEW (self->view);
}
