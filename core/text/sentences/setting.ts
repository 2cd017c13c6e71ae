/** What every decision about a stop may look at. */

/** What the decision may look at: the paragraph's bounds, the sentence's begin and the markers known beforehand. */
export interface Setting {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** End of the known marker that begins at an offset, or -1. */
  readonly markerAt: (index: number) => number;
  /** Markers were given: a number behind a number is a marker only when it is among them. */
  readonly known: boolean;
  /** The text may be German, where a number with a stop is an ordinal. */
  readonly german: boolean;
}

export interface Stop {
  /** End of the stop with its closing signs and markers. */
  readonly end: number;
  readonly ends: boolean;
}
