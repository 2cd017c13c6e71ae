/**
 * Parts of the page that come in a file of their own once they are needed. Not React.lazy: React holds back what
 * follows a fallback for 300 ms, so that parts that are there would not be shown yet.
 */
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";

/**
 * Returns a component that loads its part when it is first shown and shows `waiting` until then. A part that does not
 * load throws to the error boundary around it, and is asked for again when it is shown again.
 */
export function later<P extends object>(
  load: () => Promise<ComponentType<P>>,
  waiting: ReactNode = null,
): (props: P) => ReactNode {
  let loaded: ComponentType<P> | null = null;
  return function Later(props: P): ReactNode {
    const [part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (part) return;
      let here = true;
      load().then(
        (found) => {
          loaded = found;
          if (here) setPart(() => found);
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
  };
}
