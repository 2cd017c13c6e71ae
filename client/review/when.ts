/** Dates and times of events, as the reader's own country writes them. */

const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const time = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

const format = (style: Intl.DateTimeFormat, at: string): string => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : style.format(date);
};

/** Returns "29 Nov 2026". */
export const dayText = (at: string): string => format(day, at);

/** Returns "29 Nov 2026, 09:12". */
export const timeText = (at: string): string => format(time, at);
