/** Puts verdicts that were written on other versions of the text in their place on this one. */
import type { Analysis, DocumentId } from "../../core/model.ts";
import { lineageReview, type Version } from "../../core/review/index.ts";
import type { Placer } from "./fold.ts";

/** Returns what places events; a version that is not kept any more is passed over, its quotes still count. */
export async function placer(
  document: DocumentId,
  analysis: Analysis,
  others: readonly DocumentId[],
  read: (document: DocumentId) => Promise<Analysis>,
): Promise<Placer> {
  const versions = new Map<DocumentId, Version>([[document, analysis]]);
  const found = await Promise.allSettled(others.map(read));
  for (const [i, version] of found.entries())
    if (version.status === "fulfilled") versions.set(others[i]!, version.value);
  return (written) => lineageReview(written, versions, document);
}
