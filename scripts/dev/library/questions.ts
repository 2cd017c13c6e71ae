/** The questions that a library is measured with: a seeded choice of what is in it. */
import { random } from "./generate.ts";
import { fromJson, openStore, type Store } from "./store.ts";

export interface Questions {
  readonly documents: number;
  /** Addresses of the API by the kind of question. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** Claims drawn from all, cited or not. */
  readonly anyClaim: readonly string[];
}

const documentsChosen = 60;
const claimsDrawn = 20_000;
/** Documents that those are drawn from: all of a small library. */
const documentsDrawn = 200;
const whole = { after: null, limit: 200 };

async function documentIds(store: Store): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<Store["documents"]>> = await store.documents({ after, limit: 200 });
    ids.push(...page.items.map((d) => d.id));
    if (page.next === null) return ids;
    after = page.next;
  }
}

/** Returns some 400 addresses of each kind, the same for the same library. */
export async function questionsOf(address: string): Promise<Questions> {
  const store = await openStore(address);
  const next = random(7);
  const pick = <T>(list: readonly T[], n: number): T[] =>
    Array.from({ length: Math.min(n, list.length) }, () => list[Math.floor(next() * list.length)]!);
  const ids = await documentIds(store);
  const claims: string[] = [];
  const sources: string[] = [];
  const queries: string[] = [];
  const lists: string[] = [];
  for (const id of pick(ids, documentsChosen)) {
    const base = `/api/documents/${id}`;
    const { items } = await store.claims(id, whole);
    for (const claim of pick(
      items.filter((c) => c.markers.length > 0),
      7,
    ))
      claims.push(`${base}/claims/${claim.id}`);
    for (const { source } of pick((await store.sources(id, whole)).items, 4))
      sources.push(`${base}/sources/${source.id}`);
    for (const { text } of pick(items, 4)) {
      const words = text.replace(/[^a-z ]/gi, "").split(" ");
      queries.push(`/api/search?q=${words[1]}+${words[3]}`);
    }
    lists.push(`${base}/claims`, `${base}/sources`, `${base}/findings`, `${base}/review`, base);
  }
  const all: string[] = [];
  for (const id of pick(ids, documentsDrawn))
    for (let after: string | null = null; ; ) {
      const page: Awaited<ReturnType<Store["claims"]>> = await store.claims(id, { after, limit: 200 });
      all.push(...page.items.map((c) => `/api/documents/${id}/claims/${c.id}`));
      if (page.next === null) break;
      after = page.next;
    }
  const works = fromJson(await store.library.sources(whole, null)).items.map((w) => w.id);
  await store.close();
  for (const work of works.slice(0, 20).concat(pick(works, 100))) sources.push(`/api/sources/${work}/claims`);
  for (const path of [
    "documents",
    "sources",
    "merges",
    "merges?state=accepted",
    "claims/same-wording",
    "imports",
    "retractions/sources",
  ])
    for (let i = 0; i < 10; i++) lists.push(`/api/${path}`);
  // People ask in no order: of one kind in a row, connections would meet at the dearest and wait for each other there.
  const mixed = (paths: readonly string[]): string[] =>
    paths
      .map((path) => ({ path, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ path }) => path);
  return {
    documents: ids.length,
    anyClaim: [...new Set(pick(all, claimsDrawn))],
    paths: {
      "claim neighbourhood": mixed(claims),
      "what rests on a source": mixed(sources),
      search: mixed(queries),
      "first page of every list": mixed(lists),
    },
  };
}
