/** Searching what is sorted, without a copy of the keys. */

/**
 * Returns the first of `length` places for which `holds` is true, `length` where it is for none. `holds` must be false
 * up to some place and true from there on. Asks it once for each halving.
 */
export function firstWhere(length: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
