/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The phone: the one place where a message is drawn as the app draws it. It is no copy of the app,
 * but nothing that decides what a citizen reads is drawn kinder than there.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-phone.h"

#include "ion-message-buttons.h"
#include "ion-phone-bill.h"
#include "ion-phone-buttons.h"
#include "ion-phone-foot.h"
#include "ion-phone-text-view.h"

#include <glib/gi18n-lib.h>

/* Links in the app's own blue, as readable on its dark ground. */
#define LINK_LIGHT "#0b3ee3"
#define LINK_DARK  "#8ca9ff"

struct _IonPhone
{
  GtkWidget parent_instance;

  char *office_name;  /* (owned) */
  char *service_name; /* (owned) */
  gboolean is_compact;
  IonMessage *message; /* (owned) (nullable) */

  GtkToggleButton *dark_button;    /* (unowned) */
  GtkToggleButton *english_button; /* (unowned) */
  GtkWidget *device;               /* (unowned) */
  GtkWidget *status_bar;           /* (unowned) */
  GtkScrolledWindow *scroller;     /* (unowned) */
  GtkStack *stack;                 /* (unowned) */
  AdwAvatar *avatar;               /* (unowned) */
  GtkLabel *subject;               /* (unowned) */
  IonPhoneTextView *text;          /* (unowned) */
  IonPhoneBill *bill;              /* (unowned) */
  GtkLabel *problem;               /* (unowned) */
  IonPhoneButtons *buttons;        /* (unowned) */
  IonPhoneFoot *foot;              /* (unowned) */
};

G_DEFINE_FINAL_TYPE (IonPhone, ion_phone, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OFFICE_NAME,
  PROP_SERVICE_NAME,
  PROP_IS_COMPACT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
set_label (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static IonMessage *
copy_message (const IonMessage *message)
{
  IonMessage *copy = ion_message_new ();

  *copy = *message;
  copy->fiscal_code = NULL;
  copy->subject = g_strdup (message->subject);
  copy->markdown = g_strdup (message->markdown);
  copy->language = g_strdup (message->language);
  copy->notice_number = g_strdup (message->notice_number);
  copy->payee = g_strdup (message->payee);
  return copy;
}

/* What a screen reader says of the whole. */
static void
describe (IonPhone *self, const char *title)
{
  g_autofree char *sender =
      g_strdup_printf (_ ("From %1$s, service %2$s"), self->office_name, self->service_name);
  g_autofree char *label = g_strdup_printf (_ ("Phone: %s"), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sender, -1);
}

static gboolean
have_two_languages (GArray *buttons)
{
  for (guint i = 0; buttons != NULL && i < buttons->len; i++)
    {
      const IonButtonText *button = &g_array_index (buttons, IonButtonText, i);

      if (g_strcmp0 (button->text, button->text_en) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
show_buttons (IonPhone *self, GArray *buttons)
{
  gtk_widget_set_visible (GTK_WIDGET (self->english_button), have_two_languages (buttons));
  ion_phone_buttons_show (self->buttons, buttons,
                          gtk_toggle_button_get_active (self->english_button));
}

static void
show_message (IonPhone *self)
{
  gboolean is_dark = gtk_toggle_button_get_active (self->dark_button);
  const char *markdown = self->message->markdown != NULL ? self->message->markdown : "";
  const char *subject = self->message->subject != NULL ? self->message->subject : "";
  const char *body = markdown;
  g_autoptr (GArray) buttons = ion_message_buttons_read (markdown, &body);
  g_autoptr (IonPhoneText) text =
      ion_phone_text_new (buttons != NULL ? body : markdown, is_dark ? LINK_DARK : LINK_LIGHT);

  set_label (self->subject, subject);
  ion_phone_text_view_set_text (self->text, text);
  ion_phone_bill_set_message (self->bill, self->message);
  show_buttons (self, buttons);
  ion_phone_foot_show (self->foot, self->message, text->unseen, buttons != NULL);
  gtk_stack_set_visible_child_name (self->stack, "message");
  describe (self, subject);
}

static void
show_nothing (IonPhone *self, const char *sentence)
{
  set_label (self->problem, sentence);
  show_buttons (self, NULL);
  ion_phone_foot_show (self->foot, NULL, 0, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  describe (self, sentence);
}

static void
refresh (IonPhone *self)
{
  if (gtk_toggle_button_get_active (self->dark_button))
    gtk_widget_add_css_class (self->device, "dark");
  else
    gtk_widget_remove_css_class (self->device, "dark");
  if (self->message != NULL)
    show_message (self);
}

static void
refresh_cb (IonPhone *self)
{
  refresh (self);
}

/* A compact one is as high as its message: the scrolled window cannot say how high that is. */
static void
move_screen (IonPhone *self, gboolean is_compact)
{
  GtkWidget *screen = g_object_ref (GTK_WIDGET (self->stack));

  if (is_compact)
    {
      gtk_scrolled_window_set_child (self->scroller, NULL);
      gtk_box_insert_child_after (GTK_BOX (self->device), screen, self->status_bar);
    }
  else
    {
      gtk_box_remove (GTK_BOX (self->device), screen);
      gtk_scrolled_window_set_child (self->scroller, screen);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !is_compact);
  g_object_unref (screen);
}

static void
set_compact (IonPhone *self, gboolean is_compact)
{
  self->is_compact = is_compact;
  move_screen (self, is_compact);
  gtk_widget_set_visible (self->status_bar, !is_compact);
  gtk_widget_set_halign (self->device, is_compact ? GTK_ALIGN_FILL : GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (self->device, !is_compact);
  gtk_widget_set_size_request (self->device, is_compact ? -1 : 300, -1);
  if (is_compact)
    gtk_widget_add_css_class (self->device, "compact");
  else
    gtk_widget_remove_css_class (self->device, "compact");
}

static void
ion_phone_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IonPhone *self = ION_PHONE (object);

  switch (id)
    {
    case PROP_OFFICE_NAME:
      g_value_set_string (value, self->office_name);
      break;
    case PROP_SERVICE_NAME:
      g_value_set_string (value, self->service_name);
      break;
    case PROP_IS_COMPACT:
      g_value_set_boolean (value, self->is_compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_phone_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IonPhone *self = ION_PHONE (object);

  switch (id)
    {
    case PROP_OFFICE_NAME:
      ion_phone_set_sender (self, g_value_get_string (value), self->service_name);
      break;
    case PROP_SERVICE_NAME:
      ion_phone_set_sender (self, self->office_name, g_value_get_string (value));
      break;
    case PROP_IS_COMPACT:
      if (self->is_compact == g_value_get_boolean (value))
        return;
      set_compact (self, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ion_phone_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ion_phone_parent_class)->dispose (object);
}

static void
ion_phone_finalize (GObject *object)
{
  IonPhone *self = ION_PHONE (object);

  g_free (self->office_name);
  g_free (self->service_name);
  ion_message_free (self->message);
  G_OBJECT_CLASS (ion_phone_parent_class)->finalize (object);
}

/* The app's own colours, whatever the window's style: once for the display. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/comune/IONotifier/phone/ion-phone.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, IonPhone, dark_button);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, english_button);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, device);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, status_bar);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, scroller);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, stack);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, avatar);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, subject);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, text);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, bill);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, problem);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, buttons);
  gtk_widget_class_bind_template_child (widget_class, IonPhone, foot);
}

static void
ion_phone_class_init (IonPhoneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ion_phone_get_property;
  object_class->set_property = ion_phone_set_property;
  object_class->dispose = ion_phone_dispose;
  object_class->finalize = ion_phone_finalize;

  props[PROP_OFFICE_NAME] =
      g_param_spec_string ("office-name", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_SERVICE_NAME] =
      g_param_spec_string ("service-name", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_IS_COMPACT] =
      g_param_spec_boolean ("is-compact", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (ION_TYPE_PHONE_TEXT_VIEW);
  g_type_ensure (ION_TYPE_PHONE_BILL);
  g_type_ensure (ION_TYPE_PHONE_BUTTONS);
  g_type_ensure (ION_TYPE_PHONE_FOOT);
  load_style ();
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/phone/ion-phone.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
}

static void
ion_phone_init (IonPhone *self)
{
  self->office_name = g_strdup ("");
  self->service_name = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  ion_phone_set_message (self, NULL);
}

GtkWidget *
ion_phone_new (void)
{
  return g_object_new (ION_TYPE_PHONE, NULL);
}

/* Returns: whether it changed */
static gboolean
replace (char **field, const char *value)
{
  g_autofree char *copy = g_strdup (value != NULL ? value : "");

  if (g_strcmp0 (*field, copy) == 0)
    return FALSE;
  g_free (*field);
  *field = g_steal_pointer (&copy);
  return TRUE;
}

void
ion_phone_set_sender (IonPhone *self, const char *office_name, const char *service_name)
{
  g_return_if_fail (ION_IS_PHONE (self));

  if (replace (&self->office_name, office_name))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_OFFICE_NAME]);
  if (replace (&self->service_name, service_name))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SERVICE_NAME]);
}

void
ion_phone_set_message (IonPhone *self, const IonMessage *message)
{
  g_return_if_fail (ION_IS_PHONE (self));

  ion_message_free (self->message);
  self->message = message != NULL ? copy_message (message) : NULL;
  if (message == NULL)
    show_nothing (self, _ ("The message will appear here as citizens see it."));
  refresh (self);
}

void
ion_phone_set_problem (IonPhone *self, const char *sentence)
{
  g_return_if_fail (ION_IS_PHONE (self));

  if (sentence == NULL)
    return;
  g_clear_pointer (&self->message, ion_message_free);
  show_nothing (self, sentence);
  refresh (self);
}
