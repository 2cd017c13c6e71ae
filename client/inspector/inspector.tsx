/** The inspector: everything known about what is selected, or, with nothing selected, about the whole document. */
import type { JSX } from "react";
import { useOpened } from "../desk/context.ts";
import { claimOf, workOf } from "../desk/emphasis.ts";
import { useDesk } from "../state/store.ts";
import { ClaimDetails } from "./claim-details.tsx";
import { Overview } from "./overview.tsx";
import { SourceDetails } from "./source-details.tsx";

export function Inspector(): JSX.Element {
  const { desk } = useOpened();
  const selection = useDesk((state) => state.selection);
  const claim = claimOf(desk, selection);
  const work = workOf(desk, selection);
  if (claim) return <ClaimDetails claim={claim} pairedWith={work} />;
  if (work) return <SourceDetails work={work} />;
  return <Overview />;
}
