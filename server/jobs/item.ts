/** One document of a bulk import: from its kept bytes into the library, settled in the same transaction. */
import type { ReadProblem } from "../../core/read/index.ts";
import { type ImportTools, importDocument } from "../import.ts";
import type { ItemKey } from "../store/imports/types.ts";
import { StoreError } from "../store/store.ts";

export type ItemResult =
  /** Written: created, known or set aside. Or there was nothing to do any more. */
  | { readonly kind: "settled" }
  /** Not settled: reading it costs too much, which another try on a quieter machine may change. */
  | { readonly kind: "costly"; readonly problem: ReadProblem };

/**
 * Brings the document in, or sets it aside with the reason. Doing it twice does no more than doing it once. Throws a
 * `StoreError` when the library cannot be written; nothing is settled then.
 */
export async function importItem(tools: ImportTools, item: ItemKey): Promise<ItemResult> {
  const { imports } = tools.store;
  const incoming = await imports.payload(item);
  if (incoming === null) return { kind: "settled" };
  try {
    const result = await importDocument(tools, { ...incoming, item });
    if (!result.ok) {
      const { code, message, remedy } = result.problem;
      await imports.settle(item, { state: "aside", problem: { code, message, remedy } });
    } else if (!result.created) {
      await imports.settle(item, { state: "known", document: result.document.id });
    }
    return { kind: "settled" };
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "inconsistent") throw error;
    const remedy = "Report the document: Footing contradicts itself about it.";
    const problem = { code: "inconsistent", message: error.message, remedy };
    await imports.settle(item, { state: "aside", problem });
    return { kind: "settled" };
  }
}
