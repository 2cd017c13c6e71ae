/** The quote of a claim: its words and what stands around them, by which a verdict finds its sentence again. */
import type { Analysis, Statement, StatementId } from "../model.ts";
import type { Quote } from "./events.ts";

/** UTF-16 units kept on each side. */
const context = 64;

const closed = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** A statement of the running text with its words as they are compared: markers cut out, white space closed. */
export interface QuotedStatement {
  readonly statement: Statement;
  readonly quote: Quote;
}

/**
 * Returns the statements in the order of the text, page furniture left out, each with its quote. The words are
 * those without markers, so that a note put in before it, which renumbers them, does not change a quote. Linear.
 */
export function quotedStatements({ statements }: Pick<Analysis, "statements">): readonly QuotedStatement[] {
  const kept = statements.filter((s) => s.kind !== "chrome").sort((a, b) => a.start - b.start);
  const words = kept.map((s) => closed(s.text));
  return kept.map((statement, i) => ({
    statement,
    quote: { exact: words[i]!, prefix: before(words, i), suffix: after(words, i) },
  }));
}

/** Returns the quote of every claim. Linear. */
export function claimQuotes(analysis: Pick<Analysis, "statements">): ReadonlyMap<StatementId, Quote> {
  return new Map(
    quotedStatements(analysis).flatMap(({ statement, quote }) =>
      statement.kind === "claim" ? [[statement.id, quote] as const] : [],
    ),
  );
}

/** Returns the quote as it is compared, whoever wrote it. */
export const closedQuote = ({ exact, prefix, suffix }: Quote): Quote => ({
  exact: closed(exact),
  prefix: closed(prefix),
  suffix: closed(suffix),
});

function before(words: readonly string[], at: number): string {
  let text = "";
  for (let i = at - 1; i >= 0 && text.length < context; i -= 1) text = `${words[i]!} ${text}`;
  return closed(text.trimEnd().slice(-context));
}

function after(words: readonly string[], at: number): string {
  let text = "";
  for (let i = at + 1; i < words.length && text.length < context; i += 1) text += `${words[i]!} `;
  return closed(text.slice(0, context));
}
