/* SPDX-FileCopyrightText: 2026 The IO Notifier authors
 * SPDX-License-Identifier: EUPL-1.2
 */

/*
 * Some programs write one table a page, others a table within the table that lays the page out: so
 * no table is left out, and nobody in it. Tags that are not closed are closed by what follows them,
 * as browsers do.
 */

#define G_LOG_DOMAIN "ion-tables"

#include "config.h"

#include "ion-html-rows.h"
#include "ion-cell-remark.h"
#include "ion-html-cell.h"
#include "ion-table-limits.h"

#include <string.h>

#define NESTED_MAX 16 /* tables within tables; deeper ones are read as text */

typedef struct
{
  gsize column;
  gsize start; /* in @texts */
  gboolean is_merged;
} Placed;

/* One table, and its row that is open. */
typedef struct
{
  IonHtmlCell cell;
  GString *texts;                          /* (owned): the row's cells, each with its NUL */
  GArray *placed;                          /* (owned) (element-type Placed) */
  guint16 occupied[ION_TABLE_COLUMNS_MAX]; /* rows below that a cell above still takes */
  gsize n_occupied;                        /* columns that may be */
  gsize column;                            /* of the next cell */
  gboolean is_in_row;
  gboolean is_in_cell;
  gboolean is_hidden;
} Level;

struct _IonHtmlRows
{
  IonRowQueue *queue; /* not owned */
  GPtrArray *levels;  /* (owned) (element-type Level): the tables that are open */
  guint too_deep;     /* tables that are open and not read */
  guint muted;        /* elements that are open whose text is not shown */
  gint64 row;         /* the last one */
  gboolean has_table;
  GError *error; /* (owned) (nullable) */
};

static Level *
level_new (void)
{
  Level *level = g_new0 (Level, 1);

  ion_html_cell_init (&level->cell);
  level->texts = g_string_new (NULL);
  level->placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  return level;
}

static void
level_free (Level *level)
{
  ion_html_cell_clear (&level->cell);
  g_string_free (level->texts, TRUE);
  g_array_unref (level->placed);
  g_free (level);
}

IonHtmlRows *
ion_html_rows_new (IonRowQueue *queue)
{
  IonHtmlRows *self = g_new0 (IonHtmlRows, 1);

  self->queue = queue;
  self->levels = g_ptr_array_new_with_free_func ((GDestroyNotify) level_free);
  return self;
}

void
ion_html_rows_free (IonHtmlRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->levels);
  g_clear_error (&self->error);
  g_free (self);
}

static Level *
get_level (const IonHtmlRows *self)
{
  return self->levels->len > 0 ? g_ptr_array_index (self->levels, self->levels->len - 1) : NULL;
}

/* Past what the cells above still take. */
static void
skip_occupied (Level *level)
{
  while (level->column < ION_TABLE_COLUMNS_MAX && level->occupied[level->column] > 0)
    level->column++;
}

static void
end_cell (Level *level)
{
  Placed placed = { 0 };
  const char *text;

  if (!level->is_in_cell)
    return;
  level->is_in_cell = FALSE;
  text = ion_html_cell_finish (&level->cell);
  skip_occupied (level);
  placed.column = level->column;
  placed.start = level->texts->len;
  placed.is_merged = *text != '\0' && (level->cell.n_columns > 1 || level->cell.n_rows > 1);
  /* What is beyond a limit is handed on once, to be said. */
  if (*text != '\0' && level->placed->len <= ION_TABLE_COLUMNS_MAX &&
      level->texts->len <= ION_TABLE_ROW_MAX)
    {
      g_string_append_len (level->texts, text, (gssize) strlen (text) + 1);
      g_array_append_val (level->placed, placed);
    }
  for (guint i = 0; i < level->cell.n_columns; i++)
    {
      /* One more, since the end of this row takes one away. */
      if (level->column < ION_TABLE_COLUMNS_MAX && level->cell.n_rows > 1)
        {
          level->occupied[level->column] = (guint16) level->cell.n_rows;
          level->n_occupied = MAX (level->n_occupied, level->column + 1);
        }
      if (level->column <= ION_TABLE_COLUMNS_MAX)
        level->column++;
    }
}

static void
hand_on (IonHtmlRows *self, Level *level)
{
  if (self->error != NULL || !ion_row_queue_begin (self->queue, self->row, &self->error))
    return;
  for (guint i = 0; i < level->placed->len; i++)
    {
      const Placed *placed = &g_array_index (level->placed, Placed, i);
      const char *text = level->texts->str + placed->start;

      ion_row_queue_add (self->queue, placed->column, text, strlen (text));
      if (placed->is_merged && placed->column < ION_TABLE_COLUMNS_MAX)
        ion_cell_remark_merged (self->queue, placed->column);
    }
  if (level->is_hidden)
    ion_cell_remark_hidden (self->queue);
  ion_row_queue_end (self->queue);
}

static void
end_row (IonHtmlRows *self, Level *level)
{
  if (!level->is_in_row)
    return;
  end_cell (level);
  level->is_in_row = FALSE;
  self->row++;
  hand_on (self, level);
  g_string_truncate (level->texts, 0);
  g_array_set_size (level->placed, 0);
  level->column = 0;
  for (gsize i = 0; i < level->n_occupied; i++)
    level->occupied[i] -= level->occupied[i] > 0 ? 1 : 0;
}

static gboolean
is_hidden (const char *const *attributes)
{
  const char *style = ion_html_attribute_find (attributes, "style");
  const char *display = style != NULL ? strstr (style, "display") : NULL;

  if (ion_html_attribute_find (attributes, "hidden") != NULL)
    return TRUE;
  if (display == NULL)
    return FALSE;
  display += strlen ("display");
  display += strspn (display, " \t\r\n:");
  return g_ascii_strncasecmp (display, "none", 4) == 0;
}

static void
begin_row (IonHtmlRows *self, Level *level, const char *const *attributes)
{
  end_row (self, level);
  level->is_in_row = TRUE;
  level->is_hidden = is_hidden (attributes);
}

static void
begin_cell (IonHtmlRows *self, Level *level, const char *const *attributes)
{
  if (!level->is_in_row)
    begin_row (self, level, NULL);
  end_cell (level);
  level->is_in_cell = TRUE;
  ion_html_cell_begin (&level->cell, attributes);
}

static void
begin_table (IonHtmlRows *self)
{
  self->has_table = TRUE;
  if (self->levels->len == NESTED_MAX)
    self->too_deep++;
  else
    g_ptr_array_add (self->levels, level_new ());
}

static void
end_table (IonHtmlRows *self)
{
  Level *level = get_level (self);

  if (self->too_deep > 0)
    {
      self->too_deep--;
      return;
    }
  if (level == NULL)
    return;
  end_row (self, level);
  g_ptr_array_set_size (self->levels, (int) self->levels->len - 1);
}

static gboolean
is_block (const char *name)
{
  static const char *const names[] = {
    "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (name, names[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_muted (const char *name)
{
  return strcmp (name, "script") == 0 || strcmp (name, "style") == 0 ||
         strcmp (name, "comment") == 0 || strcmp (name, "title") == 0;
}

static gboolean
is_cell (const char *name)
{
  return strcmp (name, "td") == 0 || strcmp (name, "th") == 0;
}

void
ion_html_rows_start (IonHtmlRows *self, const char *name, const char *const *attributes)
{
  Level *level = get_level (self);

  if (is_muted (name))
    self->muted++;
  else if (strcmp (name, "table") == 0)
    begin_table (self);
  else if (level == NULL || self->too_deep > 0)
    return;
  else if (strcmp (name, "tr") == 0)
    begin_row (self, level, attributes);
  else if (is_cell (name))
    begin_cell (self, level, attributes);
  else if (level->is_in_cell && strcmp (name, "br") == 0)
    ion_html_cell_add_break (&level->cell);
  else if (level->is_in_cell && is_block (name))
    ion_html_cell_add_block (&level->cell);
}

void
ion_html_rows_end (IonHtmlRows *self, const char *name)
{
  Level *level = get_level (self);

  if (is_muted (name))
    self->muted -= self->muted > 0 ? 1 : 0;
  else if (strcmp (name, "table") == 0)
    end_table (self);
  else if (level == NULL || self->too_deep > 0)
    return;
  else if (strcmp (name, "tr") == 0)
    end_row (self, level);
  else if (is_cell (name))
    end_cell (level);
  else if (level->is_in_cell && is_block (name))
    ion_html_cell_add_block (&level->cell);
}

void
ion_html_rows_text (IonHtmlRows *self, const char *text, gsize size)
{
  Level *level = get_level (self);

  if (level != NULL && level->is_in_cell && self->muted == 0)
    ion_html_cell_add (&level->cell, text, size);
}

void
ion_html_rows_finish (IonHtmlRows *self)
{
  while (self->levels->len > 0)
    {
      self->too_deep = 0;
      end_table (self);
    }
}

const GError *
ion_html_rows_get_error (const IonHtmlRows *self)
{
  return self->error;
}

/* Returns: whether the page has had a table at all */
gboolean
ion_html_rows_has_table (const IonHtmlRows *self)
{
  return self->has_table;
}
