/**
 * The measured parts by name, in the order of the table. A part is a function that returns its rows (`measure.ts` has
 * what makes one); each is a file of its own in `parts/`, loaded when it is asked for.
 */
import type { Row } from "./measure.ts";

export const parts = {
  read: async () => (await import("./parts/read.ts")).readRows(),
  documents: async () => (await import("./parts/documents.ts")).documentRows(),
  references: async () => (await import("./parts/references.ts")).referenceRows(),
  resolve: async () => (await import("./parts/resolve.ts")).resolveRows(),
  graph: async () => (await import("./parts/graph.ts")).graphRows(),
  audit: async () => (await import("./parts/audit.ts")).auditRows(),
  export: async () => (await import("./parts/export.ts")).exportRows(),
  api: async () => (await import("./parts/api.ts")).apiRows(),
  store: async () => (await import("./parts/store.ts")).storeRows(),
  desk: async () => (await import("./parts/desk.ts")).deskRows(),
} as const satisfies Readonly<Record<string, () => Promise<readonly Row[]>>>;
export type Part = keyof typeof parts;
