/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A correction or a second notice goes to people whom the ledger already knows. Reading them as a
 * table, page by page, lets the importer check them like a file's.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-campaign-table.h"

#include "ion-mapping.h"

#define PAGE 500

struct _IonCampaignTable
{
  GObject parent_instance;

  IonLedger *ledger; /* (owned) */
  char *campaign_id; /* (owned) */
  GPtrArray *names;  /* (owned) (element-type utf8): the fiscal code first */
  GPtrArray *page;   /* (owned) (element-type IonDelivery) */
  GPtrArray *cells;  /* (owned) (element-type utf8) (unowned elements): of the row told last */
  guint states;
  guint next;
  gint64 last_id;
  gboolean header_told;
};

static void table_iface_init (IonTableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IonCampaignTable,
                               ion_campaign_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (ION_TYPE_TABLE, table_iface_init))

static gboolean
load_page (IonCampaignTable *self, GError **error)
{
  GPtrArray *page = ion_ledger_list_deliveries (self->ledger, self->campaign_id, self->states,
                                                self->last_id, PAGE, error);

  if (page == NULL)
    return FALSE;
  g_clear_pointer (&self->page, g_ptr_array_unref);
  self->page = page;
  self->next = 0;
  if (page->len > 0)
    self->last_id = ((IonDelivery *) g_ptr_array_index (page, page->len - 1))->id;
  return TRUE;
}

static void
tell_row (IonCampaignTable *self, const IonDelivery *delivery)
{
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_add (self->cells, delivery->fiscal_code);
  for (guint i = 1; i < self->names->len; i++)
    {
      const char *value = NULL;

      if (delivery->fields != NULL)
        value = ion_fields_get (delivery->fields, g_ptr_array_index (self->names, i));
      g_ptr_array_add (self->cells, (char *) (value != NULL ? value : ""));
    }
}

static gboolean
ion_campaign_table_next (IonTable *table,
                         gint64 *row,
                         const char *const **cells,
                         gsize *n_cells,
                         GError **error)
{
  IonCampaignTable *self = ION_CAMPAIGN_TABLE (table);

  if (!self->header_told)
    {
      self->header_told = TRUE;
      *row = 1;
      *cells = (const char *const *) self->names->pdata;
      *n_cells = self->names->len;
      return TRUE;
    }
  for (;;)
    {
      const IonDelivery *delivery;

      if (self->next >= self->page->len && !load_page (self, error))
        return FALSE;
      if (self->page->len == 0)
        return FALSE;
      delivery = g_ptr_array_index (self->page, self->next++);
      /* Somebody who was forgotten cannot get a second notice. */
      if (delivery->fiscal_code == NULL || delivery->fiscal_code[0] == '\0')
        continue;
      tell_row (self, delivery);
      *row = delivery->row;
      *cells = (const char *const *) self->cells->pdata;
      *n_cells = self->cells->len;
      return TRUE;
    }
}

static const char *
ion_campaign_table_get_format (IonTable *table)
{
  return "campaign";
}

static GPtrArray *
ion_campaign_table_take_remarks (IonTable *table)
{
  return g_ptr_array_new ();
}

static void
table_iface_init (IonTableInterface *iface)
{
  iface->next = ion_campaign_table_next;
  iface->get_format = ion_campaign_table_get_format;
  iface->take_remarks = ion_campaign_table_take_remarks;
}

static void
ion_campaign_table_finalize (GObject *object)
{
  IonCampaignTable *self = ION_CAMPAIGN_TABLE (object);

  g_clear_object (&self->ledger);
  g_clear_pointer (&self->campaign_id, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->page, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (ion_campaign_table_parent_class)->finalize (object);
}

static void
ion_campaign_table_class_init (IonCampaignTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ion_campaign_table_finalize;
}

static void
ion_campaign_table_init (IonCampaignTable *self)
{
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new ();
}

/* Every row of a campaign was mapped alike, so the first one that still has its fields names all.
 */
static void
read_names (IonCampaignTable *self)
{
  g_ptr_array_add (self->names, g_strdup (ION_FIELD_FISCAL_CODE));
  for (guint i = 0; i < self->page->len && self->names->len == 1; i++)
    {
      const IonDelivery *delivery = g_ptr_array_index (self->page, i);
      guint size = delivery->fields != NULL ? ion_fields_get_size (delivery->fields) : 0;

      for (guint n = 0; n < size; n++)
        {
          const char *name = NULL;
          const char *value = NULL;

          ion_fields_get_nth (delivery->fields, n, &name, &value);
          if (g_strcmp0 (name, ION_FIELD_FISCAL_CODE) != 0)
            g_ptr_array_add (self->names, g_strdup (name));
        }
    }
}

IonTable *
ion_campaign_table_new (IonLedger *ledger, const char *campaign_id, guint states, GError **error)
{
  g_autoptr (IonCampaignTable) self = g_object_new (ION_TYPE_CAMPAIGN_TABLE, NULL);

  self->ledger = g_object_ref (ledger);
  self->campaign_id = g_strdup (campaign_id);
  self->states = states;
  if (!load_page (self, error))
    return NULL;
  read_names (self);
  return ION_TABLE (g_steal_pointer (&self));
}
