/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A citizen telephones: everything that the office sent to one person.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-person-page.h"

#include "ion-banner.h"
#include "ion-dialog.h"
#include "ion-fiscal-code.h"
#include "ion-format.h"
#include "ion-person-errand.h"
#include "ion-person-result.h"
#include "ion-person-search.h"
#include "ion-phone.h"
#include "ion-split.h"

#include <glib/gi18n-lib.h>

/* What was typed and found goes when nobody has come back to it for so long. */
#define FORGET_SECONDS (10 * 60)

struct _IonPersonPage
{
  IonPage parent_instance;

  IonBanner *banner;       /* (unowned) */
  IonSplit *split;         /* (unowned) */
  IonPersonSearch *search; /* (unowned) */
  GtkStack *stack;         /* (unowned) */
  IonPersonResult *result; /* (unowned) */
  GtkWidget *aside;        /* (unowned) */
  GtkWidget *list_button;  /* (unowned) */
  IonPhone *phone;         /* (unowned) */

  char code[ION_FISCAL_CODE_LENGTH + 1];   /* whose records these are */
  char wanted[ION_FISCAL_CODE_LENGTH + 1]; /* who is being looked for */
  char doomed[ION_FISCAL_CODE_LENGTH + 1]; /* who the question is about */
  GPtrArray *records;                      /* (owned) (nullable) (element-type IonPersonRecord) */
  GCancellable *cancellable;
  guint forget_id;
};

G_DEFINE_FINAL_TYPE (IonPersonPage, ion_person_page, ION_TYPE_PAGE)

static void
run (IonPersonPage *self,
     IonDeskFunc func,
     IonPersonErrand *errand,
     GDestroyNotify free_result,
     GAsyncReadyCallback callback)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, func, errand,
                      ion_person_errand_free, free_result, self->cancellable, callback, NULL);
}

/* Says @error in place; FALSE where it only means that the page is gone. */
static gboolean
complain (IonPersonPage *self, const GError *error)
{
  g_autofree char *sentence = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return FALSE;
  sentence = ion_office_error_explain (error);
  ion_banner_say (self->banner, sentence);
  return TRUE;
}

static void
forget (IonPersonPage *self)
{
  g_clear_handle_id (&self->forget_id, g_source_remove);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->code[0] = '\0';
  ion_person_search_clear (self->search);
  ion_person_result_set (self->result, NULL, NULL);
  ion_phone_set_message (self->phone, NULL);
  gtk_widget_set_visible (self->aside, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "start");
}

static gboolean
forget_cb (gpointer user_data)
{
  IonPersonPage *self = user_data;

  self->forget_id = 0;
  forget (self);
  return G_SOURCE_REMOVE;
}

static void
show_records (IonPersonPage *self)
{
  gboolean is_found = self->records->len > 0;

  g_clear_handle_id (&self->forget_id, g_source_remove);
  self->forget_id = g_timeout_add_seconds (FORGET_SECONDS, forget_cb, self);
  g_object_set (self->split, "shows-aside", FALSE, NULL);
  gtk_widget_set_visible (self->aside, is_found);
  gtk_stack_set_visible_child_name (self->stack, is_found ? "found" : "none");
  ion_person_result_set (self->result, self->code, self->records);
  if (!is_found)
    return;
  ion_person_search_clear (self->search);
  ion_person_result_begin (self->result);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonPersonPage *self = ION_PERSON_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = ion_desk_run_finish (result, &error);

  if (records == NULL && !complain (self, error))
    return;
  ion_person_search_set_busy (self->search, FALSE);
  if (records == NULL)
    return;
  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_steal_pointer (&records);
  g_strlcpy (self->code, self->wanted, sizeof self->code);
  show_records (self);
}

static void
search_cb (IonPersonPage *self, const char *code, const char *purpose)
{
  IonPersonErrand *errand;

  if (!ion_fiscal_code_parse (code, self->wanted, NULL))
    return;
  errand = ion_person_errand_new (self->wanted);
  errand->purpose = *purpose != '\0' ? g_strdup (purpose) : NULL;
  ion_banner_say (self->banner, NULL);
  ion_person_search_set_busy (self->search, TRUE);
  run (self, ion_person_errand_look, errand, (GDestroyNotify) g_ptr_array_unref, looked_cb);
}

static void
chosen_cb (IonPersonPage *self, IonPersonItem *item, gboolean by_person)
{
  const IonPersonRecord *record = ion_person_item_get_record (item);

  ion_phone_set_sender (self->phone, ion_office_get_name (ion_page_get_office (ION_PAGE (self))),
                        record->service_name);
  if (record->message != NULL)
    ion_phone_set_message (self->phone, record->message);
  else
    ion_phone_set_problem (self->phone, _ ("The text of this message is no longer kept."));
  if (!by_person)
    return;
  g_object_set (self->split, "shows-aside", TRUE, NULL);
  if (ion_split_is_narrow (self->split))
    gtk_widget_grab_focus (self->list_button);
}

static void
show_list_cb (IonPersonPage *self)
{
  g_object_set (self->split, "shows-aside", FALSE, NULL);
  ion_person_result_begin (self->result);
}

static void
narrow_cb (IonPersonPage *self)
{
  gboolean is_narrow = ion_split_is_narrow (self->split);

  gtk_widget_set_visible (self->list_button, is_narrow);
  g_object_set (self->phone, "is-compact", is_narrow, NULL);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonPersonPage *self = ION_PERSON_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (error != NULL)
    complain (self, error);
  else
    ion_toast_show (GTK_WIDGET (self), _ ("Copy saved: hand it over safely, then delete it"));
}

static void
file_cb (GtkWidget *widget, GFile *file, gpointer user_data)
{
  IonPersonPage *self = ION_PERSON_PAGE (widget);
  IonPersonErrand *errand;

  if (file == NULL || self->records == NULL)
    return;
  errand = ion_person_errand_new (self->code);
  errand->path = g_file_get_path (file);
  errand->records = g_ptr_array_ref (self->records);
  run (self, ion_person_errand_export, errand, NULL, exported_cb);
}

/* No name in the file's name: recent files would show it. */
static void
export_cb (IonPersonPage *self)
{
  ion_dialog_save_file (GTK_WIDGET (self), _ ("Save a Copy of the Data"), _ ("copy-of-data.html"),
                        file_cb, NULL);
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonPersonPage *self = ION_PERSON_PAGE (source);
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (error != NULL)
    {
      complain (self, error);
      return;
    }
  forget (self);
  ion_desk_tell_changed (ion_page_get_desk (ION_PAGE (self)));
  /* Pasted rows of campaigns being made may have named them too. */
  ion_desk_tell_office_changed (ion_page_get_desk (ION_PAGE (self)));
  ion_toast_show (GTK_WIDGET (self), _ ("The person has been erased; the figures stay"));
  ion_person_search_begin (self->search);
}

static void
erase_confirmed_cb (GtkWidget *widget, gpointer user_data)
{
  IonPersonPage *self = ION_PERSON_PAGE (widget);

  ion_banner_say (self->banner, NULL);
  run (self, ion_person_errand_erase, ion_person_errand_new (self->doomed), NULL, erased_cb);
}

static void
erase_cb (IonPersonPage *self)
{
  g_autofree char *masked = ion_fiscal_code_mask (self->code);
  g_autofree char *number = ion_format_count (self->records->len);
  g_autofree char *heading = g_strdup_printf (_ ("Erase %s?"), masked);
  g_autofree char *body =
      g_strdup_printf (ngettext ("The data of %s message will be erased. The figures of the "
                                 "campaigns stay. The "
                                 "message stays on the person's phone. This cannot be undone.",
                                 "The data of %s messages will be erased. The figures of the "
                                 "campaigns stay. The "
                                 "messages stay on the person's phone. This cannot be undone.",
                                 self->records->len),
                       number);

  g_strlcpy (self->doomed, self->code, sizeof self->doomed);
  ion_dialog_ask (GTK_WIDGET (self), heading, body, _ ("_Erase the Person"), NULL,
                  ION_DIALOG_DESTRUCTIVE, erase_confirmed_cb, NULL);
}

static void
ion_person_page_shown (IonPage *page)
{
  IonPersonPage *self = ION_PERSON_PAGE (page);

  if (self->records == NULL)
    ion_person_search_begin (self->search);
}

static void
ion_person_page_dispose (GObject *object)
{
  IonPersonPage *self = ION_PERSON_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->forget_id, g_source_remove);
  G_OBJECT_CLASS (ion_person_page_parent_class)->dispose (object);
}

static void
ion_person_page_finalize (GObject *object)
{
  IonPersonPage *self = ION_PERSON_PAGE (object);

  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (ion_person_page_parent_class)->finalize (object);
}

static void
ion_person_page_class_init (IonPersonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ion_person_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = ion_person_page_finalize;
  ION_PAGE_CLASS (klass)->shown = ion_person_page_shown;

  g_type_ensure (ION_TYPE_BANNER);
  g_type_ensure (ION_TYPE_PERSON_RESULT);
  g_type_ensure (ION_TYPE_PERSON_SEARCH);
  g_type_ensure (ION_TYPE_PHONE);
  g_type_ensure (ION_TYPE_SPLIT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/comune/IONotifier/person/ion-person-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonPersonPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonPersonPage, split);
  gtk_widget_class_bind_template_child (widget_class, IonPersonPage, search);
  gtk_widget_class_bind_template_child (widget_class, IonPersonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IonPersonPage, result);
  gtk_widget_class_bind_template_child (widget_class, IonPersonPage, aside);
  gtk_widget_class_bind_template_child (widget_class, IonPersonPage, list_button);
  gtk_widget_class_bind_template_child (widget_class, IonPersonPage, phone);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
ion_person_page_init (IonPersonPage *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
