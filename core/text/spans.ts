/** Set operations on spans sorted by start. */
import type { Span } from "../model.ts";

/** Returns the items that overlap none of the holes. Both are sorted and the holes apart; linear. */
export function without<T extends Span>(items: readonly T[], holes: readonly Span[]): T[] {
  let h = 0;
  return items.filter((item) => {
    while (h < holes.length && holes[h]!.end <= item.start) h++;
    return h >= holes.length || holes[h]!.start >= item.end;
  });
}

/** Returns the items that lie inside one of the fields. Both are sorted and the fields apart; linear. */
export function within<T extends Span>(items: readonly T[], fields: readonly Span[]): T[] {
  let f = 0;
  return items.filter((item) => {
    while (f < fields.length && fields[f]!.end <= item.start) f++;
    return f < fields.length && fields[f]!.start <= item.start && item.end <= fields[f]!.end;
  });
}
