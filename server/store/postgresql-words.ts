/**
 * How frequent words are in the library, as PostgreSQL counts them now and then, and the way to them that follows: good
 * for choosing a way, not an answer.
 */

import type { Term } from "./library/words.ts";
import { leadingWorks } from "./library/works.ts";
import { type Newest, newestOf } from "./postgresql-newest.ts";
import type { Questions } from "./reads.ts";
import type { Wanted, Way } from "./search.ts";

interface Counts {
  readonly rows: number;
  /** The most frequent words, and the share of the rows that have them. */
  readonly shares: Map<string, number>;
  /** The least of the shares: that of no other word is above it. */
  least: number;
}

interface Known {
  readonly claims: Counts;
  readonly works: Counts;
  readonly newest: Newest;
}

/** Milliseconds that counts are used for: so long may an index of the newest claims be missed that was made anew. */
const lasting = 60_000;

/** Rows that take a question some milliseconds. */
const few = 1_000;

/** A part is looked through first where so many times the hits wanted are to be expected in it. */
const plenty = 2;

type Row = readonly [table: string, rows: number, word: string | null, share: number | null];

// Behind the shares of the words stand the least and the greatest of them.
const text = `select name, reltuples, word, share
  from (values ('claim_index'), ('library_sources')) as named (name)
  join pg_class on oid = name::regclass
  left join pg_stats s on s.schemaname = current_schema() and tablename = name and attname = 'words'
  left join lateral unnest(most_common_elems::text::text[], most_common_elem_freqs) as listed (word, share) on true`;

async function countsOf(questions: Questions): Promise<Known> {
  const tables = new Map<string, Counts>();
  for (const [table, rows, word, share] of await questions.rows<Row>(text, [])) {
    const counts = tables.get(table) ?? { rows, shares: new Map(), least: 1 };
    tables.set(table, counts);
    if (share !== null) counts.least = Math.min(counts.least, share);
    if (word !== null && share !== null) counts.shares.set(word, share);
  }
  const none: Counts = { rows: 0, shares: new Map(), least: 1 };
  return {
    claims: tables.get("claim_index") ?? none,
    works: tables.get("library_sources") ?? none,
    newest: await newestOf(questions),
  };
}

/** Returns how many rows have all the terms, were each to stand in any row by chance. */
const expected = ({ rows, shares, least }: Counts, terms: readonly Term[]): number =>
  terms.reduce((left, { word }) => left * (shares.get(word) ?? least / 2), rows);

/** Returns the smallest part in which plenty of the hits are to be expected, and how many rows are read for them. */
function partOf({ first, last, bounds }: Newest, hits: number, { before, most }: Wanted) {
  const among = (from: number, to: number): number => (hits * (to - from)) / (last - first + 1);
  const above = bounds.findLast((bound) => among(bound, Math.min(before, last)) >= plenty * most) ?? null;
  return { above, read: above === null ? hits : among(above, last) };
}

/** Returns how to choose the way. */
export function createWay(questions: Questions): (terms: readonly Term[], wanted: Wanted) => Promise<Way> {
  let counted: Promise<Known> | null = null;
  let until = 0;
  return async (terms, wanted) => {
    // What begins so is not counted, and may be many words.
    if (terms.some((term) => term.prefix))
      return { claims: { few: false, above: null }, works: { few: false, leading: false } };
    if (counted === null || performance.now() > until) {
      until = performance.now() + lasting;
      counted = countsOf(questions);
      counted.catch(() => {
        counted = null;
      });
    }
    const { claims, works, newest } = await counted;
    const { above, read } = partOf(newest, expected(claims, terms), wanted);
    const hits = expected(works, terms);
    const leading = hits >= few && hits * leadingWorks >= plenty * wanted.most * works.rows;
    return { claims: { few: read < few, above }, works: { few: hits < few, leading } };
  };
}
