/** How frequent words are in the library, as PostgreSQL counts them now and then: good for choosing a way, not an answer. */
import type { Term } from "./library/words.ts";
import type { Questions } from "./reads.ts";

interface Counts {
  readonly rows: number;
  /** The most frequent words, and the share of the rows that have them. */
  readonly shares: Map<string, number>;
  /** The least of the shares: that of no other word is above it. */
  least: number;
}

/** Milliseconds that counts are used for. */
const lasting = 300_000;

/** Rows that take a question some milliseconds. */
const few = 1_000;

type Row = readonly [table: string, rows: number, word: string | null, share: number | null];

// Behind the shares of the words stand the least and the greatest of them.
const text = `select name, reltuples, word, share
  from (values ('claim_index'), ('library_sources')) as named (name)
  join pg_class on oid = name::regclass
  left join pg_stats s on s.schemaname = current_schema() and tablename = name and attname = 'words'
  left join lateral unnest(most_common_elems::text::text[], most_common_elem_freqs) as listed (word, share) on true`;

async function countsOf(questions: Questions): Promise<readonly Counts[]> {
  const tables = new Map<string, Counts>();
  for (const [table, rows, word, share] of await questions.rows<Row>(text, [])) {
    const counts = tables.get(table) ?? { rows, shares: new Map(), least: 1 };
    tables.set(table, counts);
    if (share !== null) counts.least = Math.min(counts.least, share);
    if (word !== null && share !== null) counts.shares.set(word, share);
  }
  return [...tables.values()];
}

/** Returns how many rows have all the terms, were each to stand in any row by chance. */
const expected = ({ rows, shares, least }: Counts, terms: readonly Term[]): number =>
  terms.reduce((left, { word }) => left * (shares.get(word) ?? least / 2), rows);

/** Returns whether few rows are to be expected that have all the terms. */
export function createAreRare(questions: Questions): (terms: readonly Term[]) => Promise<boolean> {
  let counted: Promise<readonly Counts[]> | null = null;
  let until = 0;
  return async (terms) => {
    // What begins so is not counted, and may be many words.
    if (terms.some((term) => term.prefix)) return false;
    if (counted === null || performance.now() > until) {
      until = performance.now() + lasting;
      counted = countsOf(questions);
      counted.catch(() => {
        counted = null;
      });
    }
    return (await counted).every((counts) => expected(counts, terms) < few);
  };
}
