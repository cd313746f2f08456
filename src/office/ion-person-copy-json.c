/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * The copy for a person as machines read it.
 */

#define G_LOG_DOMAIN "ion-office"

#include "config.h"

#include "ion-person-copy.h"

#include "ion-moment.h"
#include "ion-person-words.h"

#include <json-glib/json-glib.h>

static void
add_text (JsonBuilder *builder, const char *name, const char *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_moment (JsonBuilder *builder, const char *name, gint64 utc)
{
  g_autofree char *iso = utc > 0 ? ion_moment_to_iso (utc) : NULL;

  add_text (builder, name, iso);
}

static void
add_fields (JsonBuilder *builder, IonFields *fields)
{
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_object (builder);
  for (guint i = 0; fields != NULL && i < ion_fields_get_size (fields); i++)
    {
      const char *name, *value;

      ion_fields_get_nth (fields, i, &name, &value);
      add_text (builder, name, value);
    }
  json_builder_end_object (builder);
}

static void
add_message (JsonBuilder *builder, const IonMessage *message)
{
  add_text (builder, "subject", message != NULL ? message->subject : NULL);
  add_text (builder, "markdown", message != NULL ? message->markdown : NULL);
  add_moment (builder, "due_date", message != NULL ? message->due_date : 0);
  if (message == NULL || message->amount == 0)
    return;
  add_int (builder, "amount_cents", message->amount);
  add_text (builder, "notice_number", message->notice_number);
  add_text (builder, "payee", message->payee);
}

static void
add_record (JsonBuilder *builder, const IonPersonRecord *record)
{
  const IonDelivery *delivery = record->delivery;

  json_builder_begin_object (builder);
  add_text (builder, "campaign", record->campaign_name);
  add_text (builder, "purpose", record->purpose);
  add_text (builder, "service", record->service_name);
  add_int (builder, "row", delivery->row);
  add_text (builder, "state", ion_delivery_state_to_name (delivery->state));
  add_text (builder, "state_in_words", ion_delivery_get_words (delivery));
  add_text (builder, "message_id", delivery->message_id);
  add_text (builder, "language", delivery->language);
  add_moment (builder, "sent_at", delivery->intended_at);
  add_moment (builder, "settled_at", delivery->settled_at);
  if (delivery->read >= 0)
    add_int (builder, "read", delivery->read);
  if (delivery->paid >= 0)
    add_int (builder, "paid", delivery->paid);
  add_message (builder, record->message);
  add_fields (builder, delivery->fields);
  json_builder_end_object (builder);
}

static void
add_lists (JsonBuilder *builder, const IonPersonCopy *self)
{
  json_builder_set_member_name (builder, "lists");
  json_builder_begin_array (builder);
  for (gsize i = 0; self->lists != NULL && self->lists[i] != NULL; i++)
    json_builder_add_string_value (builder, self->lists[i]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "test_recipient");
  json_builder_add_boolean_value (builder, self->is_test_recipient);
}

char *
ion_person_copy_to_json (const IonPersonCopy *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "controller", self->office_name);
  add_text (builder, "controller_code", self->organization_code);
  add_text (builder, "fiscal_code", self->fiscal_code);
  add_moment (builder, "made_at", self->now);
  add_lists (builder, self);
  json_builder_set_member_name (builder, "messages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->records->len; i++)
    add_record (builder, g_ptr_array_index (self->records, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}
