/** The inspector: everything known about what is selected, or, with nothing selected, about the whole document. */
import { type JSX, useLayoutEffect } from "react";
import { useOpened } from "../desk/context.ts";
import { claimOf, workOf } from "../desk/emphasis.ts";
import { paneId } from "../state/panes.ts";
import { useDesk } from "../state/store.ts";
import { ClaimDetails } from "./claim-details.tsx";
import { Overview } from "./overview.tsx";
import { SourceDetails } from "./source-details.tsx";

export function Inspector(): JSX.Element {
  const { desk } = useOpened();
  const selection = useDesk((state) => state.selection);
  const claim = claimOf(desk, selection);
  const work = workOf(desk, selection);
  const subject = claim?.id ?? work?.id;
  // Something else begins at its top; before a pair that is selected in it is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what is scrolled that has changed
  useLayoutEffect(() => {
    document.getElementById(paneId("inspector"))?.scrollTo({ top: 0 });
  }, [subject]);
  if (claim) return <ClaimDetails claim={claim} pairedWith={work} />;
  if (work) return <SourceDetails work={work} />;
  return <Overview />;
}
