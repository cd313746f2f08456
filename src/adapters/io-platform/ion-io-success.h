/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

#pragma once

#include "ion-io-reading.h"

G_BEGIN_DECLS

/**
 * ion_io_answer_read_success:
 * @reading: a reply with a status from 200 to 299
 * @call: what was asked
 *
 * Returns: (transfer full): an answer
 */
IonAnswer *ion_io_answer_read_success (IonIoReading *reading, IonIoCall call);

G_END_DECLS
