/** What goes over the wire about bulk imports, as zod schemas. */
import { z } from "zod";
import { components } from "../schemas.ts";

const id = z.string().min(1).max(200);
const count = z.int().min(0);

export const importStates = ["collecting", "working", "done", "cancelled"] as const;
export const itemStates = ["waiting", "taken", "created", "known", "aside", "cancelled"] as const;

export const importSchema = z
  .strictObject({
    id,
    name: z.string(),
    state: z.enum(importStates).describe("`done` when every document is settled"),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
    by: z.string().nullable().describe("The account that asked for it"),
    trouble: z.string().nullable().describe("What holds it up at the moment"),
    documents: z.strictObject({
      total: count,
      waiting: count,
      created: count.describe("New in the library"),
      known: count.describe("In the library before, or twice in this import"),
      aside: count.describe("Could not be read; each with its reason among the items"),
      cancelled: count,
    }),
    bytes: z.strictObject({ total: count, done: count }),
  })
  .describe("A bulk import and how far it has come");

export const importItemSchema = z.strictObject({
  import: id,
  position: count,
  name: z.string(),
  bytes: count,
  state: z.enum(itemStates),
  attempts: count,
  document: id.nullable(),
  problem: z.strictObject({ code: z.string(), message: z.string(), remedy: z.string() }).nullable(),
});

const next = z.string().nullable();
export const importPageSchema = z.strictObject({ items: z.array(importSchema), next });
export const importItemPageSchema = z.strictObject({ items: z.array(importItemSchema), next });

const page = {
  after: z.string().max(500).nullable().default(null).describe("`next` of the page before"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const importRequests = {
  import: z.strictObject({ import: id }),
  page: z.strictObject(page),
  items: z.strictObject({ ...page, state: z.enum(itemStates).optional() }),
  name: z.strictObject({ name: z.string().max(255).optional().describe("What to call the import") }),
};

for (const [name, schema] of Object.entries({
  Import: importSchema,
  ImportItem: importItemSchema,
  ImportItemPage: importItemPageSchema,
  ImportPage: importPageSchema,
})) {
  components.add(schema, { id: name });
}
