/**
 * Parts of the page that come in a file of their own once they are needed. Not React.lazy: React holds back what
 * follows a fallback for 300 ms, so that parts that are there would not be shown yet.
 */
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";
import { painted } from "./painted.ts";

export interface Later<P extends object> {
  (props: P): ReactNode;
  /** Loads the part; shown after that, it is there at once. */
  readonly ready: () => Promise<void>;
}

/**
 * Returns a component that loads its part when it is first shown, behind the paint of a text that the page begins
 * with, and shows `waiting` until then. A part that does not load throws to the error boundary around it, and is asked
 * for again when it is shown again.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
): Later<P> {
  let loaded: ComponentType<P> | null = null;
  const ready = async (): Promise<void> => {
    loaded = await load();
  };
  function Part(props: P): ReactNode {
    const [part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (part) return;
      let here = true;
      painted()
        .then(ready)
        .then(
          () => {
            if (here) setPart(() => loaded);
          },
          (error: unknown) => {
            if (here)
              setPart(() => {
                throw error;
              });
          },
        );
      return () => {
        here = false;
      };
    }, [part]);
    return part ? createElement(part, props) : waiting;
  }
  return Object.assign(Part, { ready });
}
