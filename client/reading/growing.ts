/**
 * Sets a long list on the page piece by piece, so that its beginning can be read, and keys are answered, while the rest
 * comes. Not by a transition: every key would throw away what of it was done.
 */
import { useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Long enough for what waits, a key or a frame, to go first. */
const pause = 4;

/** What comes because all of it is asked for is whole at once. */
let printing = false;
addEventListener("beforeprint", () => {
  printing = true;
});
addEventListener("afterprint", () => {
  printing = false;
});

/** Returns how many of the list are to be drawn: `first` at once, `step` more each time; all of them for paper. */
export function useGrowing<T>(list: readonly T[], first: number, step: number): number {
  const begin = printing ? list.length : first;
  const [grown, setGrown] = useState({ list, count: begin });
  const count = Math.min(list.length, grown.list === list ? grown.count : begin);
  const done = count === list.length;
  // Not behind the frame: paper may be asked for as soon as the beginning stands on the page.
  useLayoutEffect(() => {
    if (done) return;
    const next = setTimeout(() => setGrown({ list, count: count + step }), pause);
    const all = (): void => flushSync(() => setGrown({ list, count: list.length }));
    addEventListener("beforeprint", all);
    return () => {
      clearTimeout(next);
      removeEventListener("beforeprint", all);
    };
  }, [list, count, step, done]);
  return count;
}
