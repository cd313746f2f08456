/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * A corrected list is often sent to people of whom most have their notice already. Who holds one is
 * left out, or written to again, before the campaign can be seen; in steps, so that nobody else
 * waits long.
 */

#define G_LOG_DOMAIN "ion-store"

#include "config.h"

#include "ion-import-held.h"

#include "ion-delivery-state.h"
#include "ion-ledger-private.h"

#define STEP_ROWS 4096

typedef struct
{
  gint64 after, last, end; /* the rows of this step, and of the campaign */
  IonHeldPeople people;
  gint64 n_held;
} HeldData;

#define IS_HELD                                                                                 \
  "id > $1 AND id <= $2 AND state = $3 AND notice IS NOT NULL AND EXISTS (SELECT 1"             \
  " FROM delivery_notice AS other JOIN delivery AS held ON held.id = other.delivery"            \
  " WHERE other.notice = delivery.notice AND other.delivery <> delivery.id AND held.state IN (" \
  "$4, $5, $6, $7))"
#define HELD_VALUES(data)                                                          \
  ion_int ((data)->after), ion_int ((data)->last), ion_int (ION_DELIVERY_PENDING), \
      ion_int (ION_DELIVERY_SENDING), ion_int (ION_DELIVERY_ACCEPTED),             \
      ion_int (ION_DELIVERY_DELIVERED), ion_int (ION_DELIVERY_UNCERTAIN)

static gboolean
settle_step_cb (IonDb *db, gpointer user_data, GError **error)
{
  HeldData *data = user_data;
  gint64 n_changed = 0;
  gboolean is_done;

  if (!ion_db_get_int (db,
                       "SELECT COALESCE (MAX (id), $2) FROM (SELECT id FROM delivery WHERE id > $1"
                       " AND id <= $2 ORDER BY id LIMIT $3) AS step",
                       ION_VALUES (ion_int (data->after), ion_int (data->end), ion_int (STEP_ROWS)),
                       &data->last, error))
    return FALSE;
  if (data->people == ION_HELD_LEAVE_OUT)
    is_done = ion_db_run (db,
                          "UPDATE delivery SET state = $8, reason_code = 'notice-already-sent'"
                          " WHERE " IS_HELD,
                          ION_VALUES (HELD_VALUES (data), ion_int (ION_DELIVERY_EXCLUDED)),
                          &n_changed, error);
  else
    is_done = ion_db_run (db, "UPDATE delivery SET notice_waived = 1 WHERE " IS_HELD,
                          ION_VALUES (HELD_VALUES (data)), &n_changed, error);
  data->n_held += n_changed;
  return is_done;
}

gboolean
ion_import_held_settle (IonLedger *self,
                        gint64 campaign,
                        const IonImportEnding *ending,
                        GError **error)
{
  HeldData data = { .after = ion_delivery_make_id (campaign, 0),
                    .end = ion_delivery_make_id (campaign, ION_DELIVERY_ROW_MAX),
                    .people = ending->held_people };

  while (data.people != ION_HELD_WAIT && data.after < data.end)
    {
      /* What a power cut undoes was never seen. */
      if (!ion_ledger_check_open (self, error) ||
          !ion_writer_run (self->writer, settle_step_cb, &data, ION_WRITE_STAGED, error))
        return FALSE;
      data.after = data.last;
      ion_import_make_way ();
    }
  if (ending->n_held != NULL)
    *ending->n_held = data.n_held;
  return TRUE;
}
