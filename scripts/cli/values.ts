/** Values of options, checked. */
import { UsageError } from "./errors.ts";

/** Returns the whole number that the text names, or says what it must be. */
export function wholeNumber(text: string, what: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new UsageError(`${what} must be a whole number from ${least} to ${most}, not "${text}"`);
}
