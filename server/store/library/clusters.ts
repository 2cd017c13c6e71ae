/**
 * Works as the connected parts of accepted merges: joining two, parting one, and what becomes of a work when a
 * member goes. A merge only says which members belong together, so that none of them is lost by it.
 */
import type { Transaction } from "kysely";
import type { Csl } from "../../../core/model.ts";
import { inBatches } from "../batches.ts";
import type { StoreEngine } from "../engine.ts";
import type { Tables } from "../tables.ts";
import { countAgain } from "./contribution.ts";
import { sourceWords } from "./words.ts";

type Trx = Transaction<Tables>;

export const clusterOf = async (trx: Trx, atom: string): Promise<string | null> =>
  (await trx.selectFrom("library_members").select("cluster").where("atom", "=", atom).executeTakeFirst())
    ?.cluster ?? null;

const membersOf = async (trx: Trx, cluster: string): Promise<string[]> =>
  (
    await trx
      .selectFrom("library_members")
      .select("atom")
      .where("cluster", "=", cluster)
      .orderBy("atom")
      .execute()
  ).map((m) => m.atom);

async function move(trx: Trx, atoms: readonly string[], cluster: string): Promise<void> {
  await inBatches(atoms, async (batch) => {
    await trx.updateTable("library_members").set({ cluster }).where("atom", "in", batch).execute();
    return [];
  });
}

/** Takes the row of a work away that has no members. */
export async function dropCluster(trx: Trx, engine: StoreEngine, cluster: string): Promise<void> {
  const row = await trx
    .selectFrom("library_sources")
    .select("seq")
    .where("id", "=", cluster)
    .executeTakeFirst();
  if (row === undefined) return;
  await engine.search.dropSources(trx, [row.seq]);
  await trx.deleteFrom("library_sources").where("id", "=", cluster).execute();
}

const richness = (csl: string): number => Object.keys(JSON.parse(csl) as object).length;

/** Makes the works of two members one. Grows with the smaller one's members and the claims on both. */
export async function join(trx: Trx, engine: StoreEngine, a: string, b: string): Promise<void> {
  const [x, y] = [await clusterOf(trx, a), await clusterOf(trx, b)];
  if (x === null || y === null || x === y) return;
  const rows = await trx.selectFrom("library_sources").selectAll().where("id", "in", [x, y]).execute();
  const [keep, gone] = rows.sort((p, q) => q.documents - p.documents || (p.id < q.id ? -1 : 1));
  await move(trx, await membersOf(trx, gone!.id), keep!.id);
  const richer = richness(gone!.csl) > richness(keep!.csl) ? gone! : keep!;
  await trx
    .updateTable("library_sources")
    .set({ csl: richer.csl, label: richer.label })
    .where("id", "=", keep!.id)
    .execute();
  await dropCluster(trx, engine, gone!.id);
  const words = [keep!, gone!].flatMap((r) => sourceWords(JSON.parse(r.csl) as Csl, r.label));
  await engine.search.reword(trx, keep!.seq, [...new Set(words)]);
  await countAgain(trx, keep!.id);
}

interface Description {
  readonly label: string;
  readonly csl: string;
  readonly words: readonly string[];
}

/** Returns how the richest of the members describes the work, `first` among equals, and the words of them all. */
async function describe(trx: Trx, atoms: readonly string[], first: string): Promise<Description> {
  const rows = await inBatches(atoms, (batch) =>
    trx
      .selectFrom("library_members as m")
      .innerJoin("sources as s", (on) =>
        on.onRef("s.document_id", "=", "m.document_id").onRef("s.id", "=", "m.source_id"),
      )
      .select(["m.atom", "s.json"])
      .where("m.atom", "in", batch)
      .execute(),
  );
  const sources = rows
    .map(({ atom, json }) => ({ atom, ...(JSON.parse(json) as { label: string; csl: Csl }) }))
    .sort((p, q) => Number(q.atom === first) - Number(p.atom === first) || (p.atom < q.atom ? -1 : 1));
  const size = (csl: Csl): number => Object.keys(csl).length;
  const best = sources.reduce((a, b) => (size(b.csl) > size(a.csl) ? b : a));
  const words = new Set(sources.flatMap(({ csl, label }) => sourceWords(csl, label)));
  return { label: best.label, csl: JSON.stringify(best.csl), words: [...words] };
}

/** Writes the row of a work from its members. */
async function found(
  trx: Trx,
  engine: StoreEngine,
  cluster: string,
  atoms: readonly string[],
): Promise<void> {
  const counts = { documents: 0, direct_claims: 0, carried_claims: 0, mentions: 0 };
  const description = await describe(trx, atoms, cluster);
  await engine.search.insertSources(trx, [{ id: cluster, ...counts, ...description }]);
}

/** Describes a work anew that members have left: what only they said of it goes with them. */
async function describeAgain(
  trx: Trx,
  engine: StoreEngine,
  cluster: string,
  atoms: readonly string[],
): Promise<void> {
  const { words, ...description } = await describe(trx, atoms, cluster);
  const { seq } = await trx
    .updateTable("library_sources")
    .set(description)
    .where("id", "=", cluster)
    .returning("seq")
    .executeTakeFirstOrThrow();
  await engine.search.reword(trx, seq, words);
}

/**
 * Parts a work into what its accepted merges still hold together. The part with the member it is named after keeps
 * its name; the others are named after their first member. Grows with its members.
 */
export async function part(trx: Trx, engine: StoreEngine, cluster: string): Promise<void> {
  const atoms = await membersOf(trx, cluster);
  if (atoms.length === 0) return dropCluster(trx, engine, cluster);
  const links = await inBatches(atoms, (batch) =>
    trx
      .selectFrom("merges")
      .select(["a", "b"])
      .where("state", "=", "accepted")
      .where("a", "in", batch)
      .execute(),
  );
  const parts = connected(atoms, links);
  const named = parts.find((p) => p.includes(cluster));
  for (const own of parts) {
    if (own === named) continue;
    const name = own[0]!;
    await move(trx, own, name);
    await found(trx, engine, name, own);
    await countAgain(trx, name);
  }
  if (named === undefined) return dropCluster(trx, engine, cluster);
  if (parts.length > 1) await describeAgain(trx, engine, cluster, named);
  await countAgain(trx, cluster);
}

/** Returns the connected parts, each in the order of its atoms. Near-linear. */
export function connected(
  atoms: readonly string[],
  links: readonly { readonly a: string; readonly b: string }[],
): string[][] {
  const next = new Map<string, string[]>(atoms.map((atom) => [atom, []]));
  for (const { a, b } of links) {
    next.get(a)?.push(b);
    next.get(b)?.push(a);
  }
  const seen = new Set<string>();
  const parts: string[][] = [];
  for (const atom of atoms) {
    if (seen.has(atom)) continue;
    seen.add(atom);
    const own = [atom];
    for (const at of own)
      for (const other of next.get(at) ?? [])
        if (next.has(other) && !seen.has(other)) {
          seen.add(other);
          own.push(other);
        }
    parts.push(own.sort());
  }
  return parts;
}
