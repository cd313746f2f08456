/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-phone-text.h"

G_BEGIN_DECLS

/**
 * IonPhoneTextView:
 *
 * A message's text on the phone. Blocks that are there are used again.
 */
#define ION_TYPE_PHONE_TEXT_VIEW (ion_phone_text_view_get_type ())
G_DECLARE_FINAL_TYPE (IonPhoneTextView, ion_phone_text_view, ION, PHONE_TEXT_VIEW, GtkBox)

void ion_phone_text_view_set_text (IonPhoneTextView *self, const IonPhoneText *text);

G_END_DECLS
