/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include <adwaita.h>

#include "ion-phone-text.h"

G_BEGIN_DECLS

/**
 * IonPhoneBlockView:
 *
 * One block of a message's text on the phone; takes any block, so that typing builds no widgets.
 */
#define ION_TYPE_PHONE_BLOCK_VIEW (ion_phone_block_view_get_type ())
G_DECLARE_FINAL_TYPE (IonPhoneBlockView, ion_phone_block_view, ION, PHONE_BLOCK_VIEW, GtkWidget)

GtkWidget *ion_phone_block_view_new (void);
/* Touches only what differs from what is shown. */
void ion_phone_block_view_set_block (IonPhoneBlockView *self, const IonPhoneBlock *block);

G_END_DECLS
