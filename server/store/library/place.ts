/**
 * Puts a document's sources and claims among those of the other documents, and takes them out again. Costs grow with
 * the document, not with the library: a source looks for one other by each of its keys.
 */
import { type Selectable, sql, type Transaction } from "kysely";
import { groupBy } from "../../../core/group-by.ts";
import { canonicalJson } from "../../../core/json.ts";
import type { Source } from "../../../core/model.ts";
import { inBatches } from "../batches.ts";
import type { StoreEngine } from "../engine.ts";
import type { MergesTable, Tables } from "../tables.ts";
import { join, part } from "./clusters.ts";
import { addCounts, claimCounts, contributions, countAgain, type Rests } from "./contribution.ts";
import { foundReasons, isPlain, type MergeEvidence, type WorkKey, weigh, workKeys } from "./identity.ts";
import { atomOf, isStated, mergeId, statedKey } from "./merge-id.ts";
import { recordRepeated, wordingsKey } from "./repeated.ts";
import { searchWords, sourceWords, wordingOf } from "./words.ts";

type Trx = Transaction<Tables>;

export interface Placing {
  readonly document: string;
  readonly lineage: string;
  readonly sources: readonly Source[];
  readonly edges: readonly Rests[];
  /** In text order. */
  readonly claims: readonly { readonly id: string; readonly text: string }[];
}

interface Fresh {
  readonly atom: string;
  readonly source: Source;
  readonly keys: readonly WorkKey[];
}

interface Known {
  readonly atom: string;
  readonly cluster: string;
  readonly source: Source;
}

interface Proposal {
  readonly a: string;
  readonly b: string;
  readonly key: WorkKey;
  readonly evidence: MergeEvidence;
  readonly accepted: boolean;
}

/**
 * Puts the last version of a document in its place. The version before must have been taken out. What concerns no
 * other document comes before the locks: from there on documents come in one by one.
 */
export async function place(trx: Trx, engine: StoreEngine, placing: Placing): Promise<void> {
  const { document, lineage, sources, edges } = placing;
  const own = sources.map((source) => ({
    atom: atomOf(lineage, source.id),
    source,
    keys: workKeys(source),
  }));
  await indexClaims(trx, engine, placing);
  await engine.lockKeys(trx, [wordingsKey, ...own.flatMap(({ keys }) => keys.map((k) => k.key))]);
  await recordRepeated(trx, document);
  const kept = await trx
    .selectFrom("library_members")
    .select(["atom", "cluster"])
    .where("lineage", "=", lineage)
    .execute();
  const clusters = new Map(kept.map((m) => [m.atom, m.cluster]));
  const fresh = own.filter(({ atom }) => !clusters.has(atom));
  const proposals = propose(fresh, await knownByKey(trx, fresh));
  const later: Proposal[] = [];
  for (const { atom } of fresh) clusters.set(atom, atom);
  for (const proposal of proposals.filter((p) => p.accepted)) {
    const target = proposal.cluster;
    if (clusters.get(proposal.a) === proposal.a && target !== null) clusters.set(proposal.a, target);
    else later.push(proposal);
  }

  const bySource = groupBy(edges, (e) => e.source_id);
  const rows = own.map(({ atom, source }) => ({
    atom,
    lineage,
    document_id: document,
    source_id: source.id,
    cluster: clusters.get(atom)!,
    ...claimCounts(bySource.get(source.id) ?? []),
    mentions: source.mentions.length,
  }));
  const known = new Set(kept.map((m) => m.atom));
  for (const { atom, cluster: _, ...row } of rows.filter((r) => known.has(r.atom)))
    await trx.updateTable("library_members").set(row).where("atom", "=", atom).execute();
  const added = new Map(contributions(rows, edges));
  const first = fresh.filter(({ atom }) => clusters.get(atom) === atom);
  await engine.search.insertSources(
    trx,
    first.map(({ atom, source: { label, csl } }) => ({
      ...{ id: atom, label, csl: canonicalJson(csl), ...added.get(atom)! },
      words: sourceWords(csl, label),
    })),
  );
  for (const { atom } of first) added.delete(atom);
  await engine.insertRows(
    trx,
    "library_members",
    rows.filter((r) => !known.has(r.atom)),
  );
  await engine.insertRows(
    trx,
    "library_keys",
    fresh.flatMap(({ atom, keys }) => keys.map(({ key, reason }) => ({ key, atom, reason }))),
  );
  // Members that stayed from the version before still count with it in any count made meanwhile.
  for (const cluster of new Set(kept.map((m) => m.cluster))) {
    if (!added.delete(cluster)) continue;
    await countAgain(trx, cluster);
  }
  await addCounts(trx, added, 1);
  await inBatches(
    proposals.map(({ a, b, key, evidence, accepted }) => ({
      ...{ id: mergeId(a, b), a, b, key: key.key, reason: key.reason, evidence: canonicalJson(evidence) },
      ...{ state: accepted ? "accepted" : "proposed", decided_by: null, decided_at: null, revision: 1 },
      ...{ stated_by: null, words: null },
    })),
    (batch) =>
      trx
        .insertInto("merges")
        .values([...batch])
        .onConflict((oc) => oc.doNothing())
        .execute(),
  );
  for (const { a, b } of later) await join(trx, engine, a, b);
  await trx.updateTable("documents").set({ placed: 1 }).where("id", "=", document).execute();
}

/** Higher numbers are found first: the newest document, and within it the first claim. */
async function indexClaims(trx: Trx, engine: StoreEngine, { document, claims }: Placing): Promise<void> {
  const rows = claims.map(({ id, text }) => {
    const words = searchWords(text);
    return { document_id: document, claim_id: id, wording: wordingOf(words), words };
  });
  await engine.search.insertClaims(trx, rows.reverse());
}

/** Returns, for each key, one member that has it already. */
async function knownByKey(trx: Trx, fresh: readonly Fresh[]): Promise<ReadonlyMap<string, Known>> {
  const keys = fresh.flatMap((f) => f.keys.map((k) => k.key));
  const found = await inBatches(keys, async (batch) => {
    const values = sql.join(batch.map((key) => sql`(${key})`));
    const { rows } = await sql<{ key: string; atom: string | null }>`
      with wanted (key) as (values ${values})
      select key, (select min(k.atom) from library_keys k where k.key = wanted.key) as atom from wanted`.execute(
      trx,
    );
    return rows;
  });
  const members = await inBatches(
    found.flatMap((f) => (f.atom === null ? [] : [f.atom])),
    (batch) =>
      trx
        .selectFrom("library_members as m")
        .innerJoin("sources as s", (on) =>
          on.onRef("s.document_id", "=", "m.document_id").onRef("s.id", "=", "m.source_id"),
        )
        .select(["m.atom", "m.cluster", "s.json"])
        .where("m.atom", "in", batch)
        .execute(),
  );
  const byAtom = new Map(
    members.map((m) => [m.atom, { atom: m.atom, cluster: m.cluster, source: JSON.parse(m.json) as Source }]),
  );
  return new Map(
    found.flatMap(({ key, atom }) => {
      const known = atom === null ? undefined : byAtom.get(atom);
      return known === undefined ? [] : [[key, known] as const];
    }),
  );
}

/** Returns one proposal for each pair that shares a key, by the strongest one. `cluster` is null within the document. */
function propose(
  fresh: readonly Fresh[],
  known: ReadonlyMap<string, Known>,
): readonly (Proposal & { readonly cluster: string | null })[] {
  const proposals = new Map<string, Proposal & { readonly cluster: string | null }>();
  const first = new Map<string, Fresh>();
  for (const one of fresh) {
    for (const key of one.keys) {
      const outside = known.get(key.key);
      const other = outside ?? first.get(key.key);
      if (!first.has(key.key)) first.set(key.key, one);
      if (other === undefined || other.atom === one.atom) continue;
      const id = mergeId(one.atom, other.atom);
      if (proposals.has(id)) continue;
      const evidence = weigh(one.source, other.source, key);
      if (evidence === null) continue;
      const accepted = isPlain(key, evidence);
      const cluster = outside?.cluster ?? null;
      proposals.set(id, { a: one.atom, b: other.atom, key, evidence, accepted, cluster });
    }
  }
  const strength = (p: Proposal) => foundReasons.indexOf(p.key.reason);
  return [...proposals.values()].sort((a, b) => strength(a) - strength(b));
}

/** Takes a document out. Members in `staying` keep their name, their work and what was decided about them. */
export async function displace(
  trx: Trx,
  engine: StoreEngine,
  document: string,
  staying: ReadonlySet<string> = new Set(),
): Promise<void> {
  const members = await trx
    .selectFrom("library_members")
    .selectAll()
    .where("document_id", "=", document)
    .execute();
  const edges = await trx
    .selectFrom("edges")
    .select(["claim_id", "source_id", "scope"])
    .where("document_id", "=", document)
    .execute();
  const keys = await inBatches(
    members.map((m) => m.atom),
    (batch) => trx.selectFrom("library_keys").select("key").where("atom", "in", batch).execute(),
  );
  await engine.lockKeys(
    trx,
    keys.map((k) => k.key),
  );
  await addCounts(trx, contributions(members, edges), -1);
  const loosened = new Set<string>();
  for (const { atom, cluster } of members) {
    if (staying.has(atom)) continue;
    const groups = await bridge(trx, atom);
    await trx.deleteFrom("library_keys").where("atom", "=", atom).execute();
    await trx.deleteFrom("library_members").where("atom", "=", atom).execute();
    // What hung on it by one key hangs together still.
    if (groups > 1 || cluster === atom) loosened.add(cluster);
  }
  // Only now, when none of the document's members would be counted again.
  for (const cluster of loosened) await part(trx, engine, cluster);
  const claims = await trx
    .selectFrom("claim_index")
    .select("seq")
    .where("document_id", "=", document)
    .execute();
  await engine.search.dropClaims(
    trx,
    claims.map((c) => c.seq),
  );
  await trx.deleteFrom("claim_index").where("document_id", "=", document).execute();
  await trx.updateTable("documents").set({ placed: 0 }).where("id", "=", document).execute();
}

/**
 * Takes a member out of the merges: those it was joined to by one key are joined to each other by it, so that a
 * decision does not go with the document it was made on. What a reviewer stated about it passes to one that it shares
 * a key with; without such a one nothing is left that it was said of. Returns the number of keys by which it held
 * others.
 */
async function bridge(trx: Trx, atom: string): Promise<number> {
  const merges = await trx
    .selectFrom("merges")
    .selectAll()
    .where((eb) => eb.or([eb("a", "=", atom), eb("b", "=", atom)]))
    .orderBy("state")
    .orderBy("id")
    .execute();
  if (merges.length === 0) return 0;
  await trx
    .deleteFrom("merges")
    .where((eb) => eb.or([eb("a", "=", atom), eb("b", "=", atom)]))
    .execute();
  const groups = groupBy(merges, (m) => m.key);
  for (const [, own] of groups) {
    // "accepted" comes before "proposed" and "refused".
    const [hub, ...rest] = own.map((m) => ({ ...m, other: m.a === atom ? m.b : m.a }));
    await inBatches(rest, (batch) =>
      trx
        .insertInto("merges")
        .values(
          batch.map(({ other, ...m }) => ({
            ...m,
            id: mergeId(other, hub!.other),
            a: other,
            b: hub!.other,
            ...(hub!.state === "accepted" ? {} : { state: "proposed", decided_by: null, decided_at: null }),
          })),
        )
        .onConflict((oc) => oc.doNothing())
        .execute(),
    );
  }
  const heir = merges.find((m) => m.state === "accepted" && !isStated(m));
  if (heir !== undefined) await passOn(trx, merges.filter(isStated), atom, heir.a === atom ? heir.b : heir.a);
  return [...groups.values()].filter((own) => own[0]!.state === "accepted").length;
}

async function passOn(
  trx: Trx,
  merges: readonly Selectable<MergesTable>[],
  from: string,
  to: string,
): Promise<void> {
  const rows = merges.flatMap((m) => {
    const other = m.a === from ? m.b : m.a;
    const id = mergeId(other, to);
    return other === to ? [] : [{ ...m, id, a: other, b: to, key: statedKey(id) }];
  });
  await inBatches(rows, (batch) =>
    trx
      .insertInto("merges")
      .values([...batch])
      .onConflict((oc) => oc.doNothing())
      .execute(),
  );
}
