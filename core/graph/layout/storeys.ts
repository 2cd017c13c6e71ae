/** Sets the claims in rows, as text is set in lines: one run per paragraph, a gap between runs. */

/** One claim's room, its gap to the next one included. `block` tells paragraphs apart. */
export interface Column {
  readonly width: number;
  readonly height: number;
  readonly block: number;
}

export interface Storeys {
  /** Middle of each column. */
  readonly xs: Float64Array;
  /** Bottom of each column's row. */
  readonly bottoms: Float64Array;
  readonly width: number;
  readonly height: number;
  readonly count: number;
}

export interface Gaps {
  /** Between paragraphs of one row. */
  readonly paragraph: number;
  /** Between rows. */
  readonly storey: number;
  /** A picture wider than this many times its height leaves more to scroll than to see. */
  readonly flattest: number;
}

const roomy: Gaps = { paragraph: 40, storey: 26, flattest: 2.2 };

/**
 * Returns the columns in rows of about `width`, or wider where that keeps a large picture in proportion. Rows
 * break between paragraphs unless a paragraph is wider than a row. Linear.
 */
export function stack(columns: readonly Column[], width: number, gaps: Gaps = roomy): Storeys {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  const tallest = columns.reduce((most, column) => Math.max(most, column.height), 0) + gaps.storey;
  const room = Math.max(width, Math.sqrt(total * tallest * gaps.flattest));
  const xs = new Float64Array(columns.length);
  const bottoms = new Float64Array(columns.length);
  const rows: { to: number; height: number }[] = [];
  let x = 0;
  let height = 0;
  let widest = 0;
  for (let i = 0; i < columns.length; ) {
    const run = runFrom(columns, i);
    const gap = x > 0 ? gaps.paragraph : 0;
    if (x > 0 && x + gap + run.width > room) {
      rows.push({ to: i, height });
      x = height = 0;
    } else x += gap;
    for (; i < run.to; i += 1) {
      const column = columns[i]!;
      if (x > 0 && x + column.width > room) {
        rows.push({ to: i, height });
        x = height = 0;
      }
      xs[i] = x + column.width / 2;
      x += column.width;
      widest = Math.max(widest, x);
      height = Math.max(height, column.height);
    }
  }
  if (columns.length > 0) rows.push({ to: columns.length, height });

  let bottom = -gaps.storey;
  let from = 0;
  for (const row of rows) {
    bottom += gaps.storey + row.height;
    bottoms.fill(bottom, from, row.to);
    from = row.to;
  }
  return { xs, bottoms, width: widest, height: Math.max(0, bottom), count: rows.length };
}

function runFrom(columns: readonly Column[], from: number): { readonly to: number; readonly width: number } {
  let to = from;
  let width = 0;
  while (to < columns.length && columns[to]!.block === columns[from]!.block) width += columns[to++]!.width;
  return { to, width };
}
