/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * All campaigns: those being made first, then the others.
 */

#define G_LOG_DOMAIN "ion-ui"

#include "config.h"

#include "ion-campaigns-page.h"

#include "ion-banner.h"
#include "ion-campaign-row.h"
#include "ion-dialog.h"
#include "ion-draft.h"
#include "ion-office-error.h"
#include "ion-refresher.h"

#include <glib/gi18n-lib.h>

struct _IonCampaignsPage
{
  IonPage parent_instance;

  GtkSearchBar *search_bar;     /* (unowned) */
  GtkSearchEntry *search_entry; /* (unowned) */
  IonBanner *banner;            /* (unowned) */
  GtkStack *stack;              /* (unowned) */
  GtkWidget *drafts_box;        /* (unowned) */
  GtkListBox *drafts;           /* (unowned) */
  GtkListBox *campaigns;        /* (unowned) */
  IonRefresher *refresher;      /* (owned) */
  GPtrArray *list;              /* (owned) (nullable) (element-type IonListedCampaign) */
  char *shape;                  /* (owned) (nullable): which rows there are */
  char *words;                  /* (owned) (nullable): looked for, folded */
};

G_DEFINE_FINAL_TYPE (IonCampaignsPage, ion_campaigns_page, ION_TYPE_PAGE)

static void remove_cb (IonCampaignsPage *self, IonCampaignRow *row);

/* Looking for a name */

static gboolean
is_looked_for (IonCampaignsPage *self, const char *name)
{
  g_autofree char *folded = NULL;

  if (self->words == NULL)
    return TRUE;
  folded = g_utf8_casefold (name, -1);
  return strstr (folded, self->words) != NULL;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  return is_looked_for (user_data, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

static guint
count_found (GtkListBox *list, IonCampaignsPage *self)
{
  guint found = 0;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    found += filter_cb (row, self);
  return found;
}

static void
show_found (IonCampaignsPage *self)
{
  guint drafts = count_found (self->drafts, self), campaigns = count_found (self->campaigns, self);

  gtk_list_box_invalidate_filter (self->drafts);
  gtk_list_box_invalidate_filter (self->campaigns);
  gtk_widget_set_visible (self->drafts_box, drafts > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->campaigns), campaigns > 0);
  if (self->list == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, self->list->len == 0      ? "empty"
                                                 : drafts + campaigns == 0 ? "nothing"
                                                                           : "list");
}

static void
search_changed_cb (IonCampaignsPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_clear_pointer (&self->words, g_free);
  if (*text != '\0')
    self->words = g_utf8_casefold (text, -1);
  show_found (self);
}

/* The rows */

static void
clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static char *
get_shape (const GPtrArray *list)
{
  GString *shape = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const IonListedCampaign *listed = g_ptr_array_index (list, i);

      g_string_append_printf (shape, "%d%s\n", listed->is_draft, listed->id);
    }
  return g_string_free (shape, FALSE);
}

static void
make_rows (IonCampaignsPage *self)
{
  clear (self->drafts);
  clear (self->campaigns);
  for (guint i = 0; i < self->list->len; i++)
    {
      const IonListedCampaign *listed = g_ptr_array_index (self->list, i);
      GtkWidget *row = ion_campaign_row_new (listed->id, listed->is_draft);

      g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (listed->is_draft ? self->drafts : self->campaigns, row);
    }
}

/* Rows stay while figures move, and the focus with them. */
static void
show_list (IonCampaignsPage *self)
{
  g_autofree char *shape = get_shape (self->list);
  int drafts = 0, campaigns = 0;

  if (g_strcmp0 (self->shape, shape) != 0)
    {
      make_rows (self);
      g_free (self->shape);
      self->shape = g_steal_pointer (&shape);
    }
  for (guint i = 0; i < self->list->len; i++)
    {
      const IonListedCampaign *listed = g_ptr_array_index (self->list, i);
      GtkListBoxRow *row = listed->is_draft
                               ? gtk_list_box_get_row_at_index (self->drafts, drafts++)
                               : gtk_list_box_get_row_at_index (self->campaigns, campaigns++);

      ion_campaign_row_show (ION_CAMPAIGN_ROW (row), listed);
    }
  show_found (self);
}

static gpointer
list_campaigns (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return ion_office_list_campaigns (office, error);
}

static void
listed_cb (gpointer owner, gpointer result, const GError *error)
{
  IonCampaignsPage *self = owner;
  g_autofree char *sentence = error != NULL ? ion_office_error_explain (error) : NULL;

  ion_banner_say (self->banner, sentence);
  if (result == NULL)
    return;
  g_clear_pointer (&self->list, g_ptr_array_unref);
  self->list = result;
  show_list (self);
}

/* Removing one that is being made, and taking it back */

typedef struct
{
  IonDesk *desk;   /* (owned) */
  IonDraft *draft; /* (owned) */
} Removed;

static void
removed_free (gpointer data, GClosure *closure)
{
  Removed *removed = data;

  g_object_unref (removed->desk);
  ion_draft_free (removed->draft);
  g_free (removed);
}

static gpointer
put_back (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ion_office_save_draft (office, data, error);
  return NULL;
}

static void
put_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IonDesk) desk = user_data;
  g_autoptr (GError) error = NULL;

  ion_desk_run_finish (result, &error);
  if (error != NULL)
    g_info ("A campaign being made could not be put back: %s", error->message);
  ion_desk_tell_office_changed (desk);
}

static void
undo_cb (Removed *removed)
{
  ion_desk_run_async (removed->desk, NULL, put_back, ion_draft_copy (removed->draft),
                      (GDestroyNotify) ion_draft_free, NULL, NULL, put_back_cb,
                      g_object_ref (removed->desk));
}

static gpointer
remove_draft (IonOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (IonDraft) draft = ion_office_get_draft (office, data, error);

  if (draft == NULL || !ion_office_remove_draft (office, data, error))
    return NULL;
  return g_steal_pointer (&draft);
}

static void
removed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  IonCampaignsPage *self = ION_CAMPAIGNS_PAGE (source);
  g_autoptr (GError) error = NULL;
  IonDraft *draft = ion_desk_run_finish (result, &error);
  Removed *removed;

  if (draft == NULL)
    {
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        ion_dialog_tell_error (GTK_WIDGET (self), _ ("It could not be removed"), error);
      return;
    }
  removed = g_new0 (Removed, 1);
  removed->desk = g_object_ref (ion_page_get_desk (ION_PAGE (self)));
  removed->draft = draft;
  ion_toast_offer (GTK_WIDGET (self), _ ("Campaign removed"), _ ("_Undo"), G_CALLBACK (undo_cb),
                   removed, removed_free);
  ion_desk_tell_office_changed (removed->desk);
}

static void
remove_cb (IonCampaignsPage *self, IonCampaignRow *row)
{
  ion_desk_run_async (ion_page_get_desk (ION_PAGE (self)), self, remove_draft,
                      g_strdup (ion_campaign_row_get_id (row)), g_free,
                      (GDestroyNotify) ion_draft_free, NULL, removed_cb, NULL);
}

/* The page */

static void
ask (IonCampaignsPage *self)
{
  ion_refresher_ask (self->refresher);
}

static void
ion_campaigns_page_shown (IonPage *page)
{
  ask (ION_CAMPAIGNS_PAGE (page));
}

static void
ion_campaigns_page_find (IonPage *page)
{
  IonCampaignsPage *self = ION_CAMPAIGNS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
ion_campaigns_page_constructed (GObject *object)
{
  IonCampaignsPage *self = ION_CAMPAIGNS_PAGE (object);
  IonDesk *desk = ion_page_get_desk (ION_PAGE (self));

  G_OBJECT_CLASS (ion_campaigns_page_parent_class)->constructed (object);
  self->refresher =
      ion_refresher_new (desk, list_campaigns, (GDestroyNotify) g_ptr_array_unref, listed_cb, self);
  g_signal_connect_object (desk, "changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "office-changed", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
}

static void
ion_campaigns_page_dispose (GObject *object)
{
  IonCampaignsPage *self = ION_CAMPAIGNS_PAGE (object);

  g_clear_pointer (&self->refresher, ion_refresher_free);
  G_OBJECT_CLASS (ion_campaigns_page_parent_class)->dispose (object);
}

static void
ion_campaigns_page_finalize (GObject *object)
{
  IonCampaignsPage *self = ION_CAMPAIGNS_PAGE (object);

  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_free (self->shape);
  g_free (self->words);
  G_OBJECT_CLASS (ion_campaigns_page_parent_class)->finalize (object);
}

static void
ion_campaigns_page_class_init (IonCampaignsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ion_campaigns_page_constructed;
  object_class->dispose = ion_campaigns_page_dispose;
  object_class->finalize = ion_campaigns_page_finalize;
  ION_PAGE_CLASS (klass)->shown = ion_campaigns_page_shown;
  ION_PAGE_CLASS (klass)->find = ion_campaigns_page_find;
  g_type_ensure (ION_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/comune/IONotifier/campaigns/"
                                                             "ion-campaigns-page.ui");
  gtk_widget_class_bind_template_child (widget_class, IonCampaignsPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignsPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignsPage, banner);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignsPage, drafts_box);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignsPage, drafts);
  gtk_widget_class_bind_template_child (widget_class, IonCampaignsPage, campaigns);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
ion_campaigns_page_init (IonCampaignsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_list_box_set_filter_func (self->drafts, filter_cb, self, NULL);
  gtk_list_box_set_filter_func (self->campaigns, filter_cb, self, NULL);
}
