/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-draft-group.h"

G_BEGIN_DECLS

/**
 * IonTestGroup:
 *
 * A message of test, to the office's own list and to nobody else.
 */
#define ION_TYPE_TEST_GROUP (ion_test_group_get_type ())
G_DECLARE_FINAL_TYPE (IonTestGroup, ion_test_group, ION, TEST_GROUP, IonDraftGroup)

G_END_DECLS
