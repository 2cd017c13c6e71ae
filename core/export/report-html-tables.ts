/** The tables of the HTML report: coverage by section, claim–source pairs, findings by rule, dismissed ones, sources. */

import type { Coverage } from "../audit/coverage.ts";
import { describe } from "../audit/describe.ts";
import { rules, type Suppressed } from "../audit/index.ts";
import { buildGraph, withdraw } from "../graph/index.ts";
import { groupBy } from "../group-by.ts";
import type { Analysis, CslName, Finding, Source, StatementId } from "../model.ts";
import {
  type Corrections,
  correctionWords,
  type ReviewState,
  subjectKey,
  verdictWords,
} from "../review/index.ts";
import { sourceIri } from "./iri.ts";
import { pinpointText } from "./pinpoints.ts";
import { html, link } from "./report-html-escape.ts";
import { type EvidenceRow, evidenceRows } from "./rows.ts";

export interface Numbered {
  readonly finding: Finding;
  readonly number: number;
}

const cell = (words: string | number, kind = ""): string =>
  `<td${kind === "" ? "" : ` class="${kind}"`}>${words}</td>`;
const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** Returns the table of sections. */
export function coverageTable({ sections }: Coverage): string {
  const rows = sections.map((s) => {
    const name = s.section === null ? "<i>before the first heading</i>" : html(s.section);
    return `<tr><th scope="row">${name}</th>${[s.claims, s.direct, s.carried, s.open, s.uncited].map((n) => cell(n, n === 0 ? "n soft" : "n")).join("")}</tr>`;
  });
  return `<div class="scroll"><table><thead><tr><th>Section</th><th class="n">Claims</th><th class="n">Direct</th><th class="n">Carried</th><th class="n">Unresolved</th><th class="n">Uncited</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

/** Returns the table of pairs, a row for each claim and citation. Verdicts stand in the last column. */
export function pairTable(analysis: Analysis, reviews: ReviewState | null): string {
  const byClaim = groupBy(evidenceRows(analysis), (row) => row.claim);
  const rows = Array.from(byClaim, ([claim, list]) =>
    list
      .map((row, i) => {
        const first =
          i > 0
            ? ""
            : `<td${list.length > 1 ? ` rowspan="${list.length}"` : ""}><a class="label" href="#${html(claim.id)}">${html(claim.label)}</a> ${html(claim.text)}</td>`;
        return `<tr${i === 0 ? ` id="p-${html(claim.id)}"` : ""}>${first}${citedCells(row, reviews)}</tr>`;
      })
      .join("\n"),
  );
  return `<div class="scroll"><table><thead><tr><th style="width:48%">Claim</th><th>Rests on</th><th>Where</th><th>How</th><th>Verdict</th></tr></thead><tbody>
${rows.join("\n")}
</tbody></table></div>`;
}

function citedCells(row: EvidenceRow, reviews: ReviewState | null): string {
  if (row.kind === "uncited")
    return `<td colspan="4"><span class="none">${row.open > 0 ? "a citation that came to no source" : "nothing"}</span></td>`;
  const { claim, edge, source, note } = row;
  const how = [
    edge.scope === "direct" ? "in the sentence" : `carried, ${edge.plausibility ?? "possible"}`,
    edge.form === "full" || edge.form === "key" || edge.form === "author-year" ? "" : edge.form,
    note?.label ? `note ${note.label}` : "",
  ];
  return [
    cell(`<a href="#${html(source.id)}">${html(source.label)}</a>`),
    cell(edge.pinpoint === null ? "" : html(pinpointText(edge.pinpoint))),
    cell(html(how.filter((part) => part !== "").join(", ")), "soft"),
    cell(verdictOf(claim.id, source, reviews)),
  ].join("");
}

function verdictOf(claim: StatementId, source: Source, reviews: ReviewState | null): string {
  if (reviews === null) return "";
  const state = reviews.get(subjectKey({ kind: "pair", claim, source: source.id }));
  if (state === undefined || state.status === "open") return '<span class="soft">not judged</span>';
  if (state.verdict === null) return "reviewers differ";
  const { glyph, label } = verdictWords[state.verdict];
  return `${glyph} ${html(label)}`;
}

/** Returns the findings under their rules, the graver ones first. */
export function findingLists(
  numbered: readonly Numbered[],
  analysis: Analysis,
  placeOf: (finding: Finding) => string,
): string {
  const claims = new Map(analysis.statements.map((s) => [s.id as string, s.text]));
  const byCode = groupBy(numbered, ({ finding }) => finding.code);
  const order = { error: 0, warning: 1, info: 2 } as const;
  const worst = (list: readonly Numbered[]): number =>
    Math.min(...list.map(({ finding }) => order[finding.severity]));
  const known = rules.map((rule) => rule.code);
  return [...byCode]
    .sort((a, b) => worst(a[1]) - worst(b[1]) || known.indexOf(a[0]) - known.indexOf(b[0]))
    .map(([code, list]) => ruleHtml(code, list, claims, placeOf))
    .join("\n");
}

/** The words to recognise it by: the claim's, where the message has the quote already. */
function wordsOf({ quote, message, subjects }: Finding, claims: ReadonlyMap<string, string>): string {
  if (quote !== "" && !message.includes(quote)) return quote;
  return subjects.flatMap((s) => (s.kind === "claim" ? (claims.get(s.id) ?? []) : []))[0] ?? "";
}

function ruleHtml(
  code: string,
  list: readonly Numbered[],
  claims: ReadonlyMap<string, string>,
  placeOf: (finding: Finding) => string,
): string {
  const { title, rule, remedy, caution, page } = describe(code);
  const items = list.map(({ finding, number }) => {
    const words = wordsOf(finding, claims);
    const quote = words === "" ? "" : `<q>${html(words)}</q>`;
    const place = placeOf(finding);
    return `<li id="f${number}"><span class="label ${finding.severity}">${number}</span><div>${html(finding.message)}${quote}${place === "" ? "" : `<p class="place">${place}</p>`}</div></li>`;
  });
  const severity = (["error", "warning", "info"] as const).find((s) =>
    list.some(({ finding }) => finding.severity === s),
  )!;
  return `<section class="rule"><h3><span class="${severity}">${severity}</span> ${html(title)} <code>${html(code)}</code></h3>
<p>${html(rule)} <b>${html(remedy)}</b></p>
<p class="soft">${html(caution)} More: ${html(page)}</p>
<ol>
${items.join("\n")}
</ol></section>`;
}

/** Returns the dismissed findings with their reasons. */
export const dismissedTable = (suppressed: readonly Suppressed[]): string =>
  `<div class="scroll"><table><thead><tr><th>Finding</th><th>Where</th><th>Reason</th></tr></thead><tbody>
${suppressed
  .map(
    ({ finding, reason }) =>
      `<tr>${cell(html(finding.code))}${cell(html(finding.quote))}${cell(html(reason))}</tr>`,
  )
  .join("\n")}
</tbody></table></div>`;

const personName = ({ family, given, literal }: CslName): string =>
  literal ?? [given, family].filter(Boolean).join(" ");

/** Returns the sources in the order of their first mention, each with what falls without it. */
export function sourceList(analysis: Analysis, corrections?: Corrections): string {
  const graph = buildGraph(analysis);
  const labels = new Map(analysis.statements.map((s) => [s.id as string, s.label]));
  const claims = (ids: readonly StatementId[]): string =>
    ids.map((id) => `<a href="#${html(id)}">${html(labels.get(id) ?? "")}</a>`).join(", ");
  return `<ol class="sources">
${analysis.sources
  .map((source) => {
    const { falls, fallsIfCarried, weakened } = withdraw(graph, [source.id]);
    const fates = [
      falls.length > 0 ? `${counted(falls.length, "claim falls", "claims fall")} (${claims(falls)})` : "",
      fallsIfCarried.length > 0 ? `carried ones too (${claims(fallsIfCarried)})` : "",
      weakened.length > 0 ? `weaker: ${claims(weakened)}` : "",
    ].filter((fate) => fate !== "");
    return `<li id="${html(source.id)}"><b>${html(source.label)}</b> <span class="soft">${html(source.key)}</span><br>${description(source)}${putRight(corrections?.get(source.id))}<br><span class="soft">${fates.length === 0 ? "Nothing falls without it." : `Without it: ${fates.join("; ")}.`}</span></li>`;
  })
  .join("\n")}
</ol>`;
}

function putRight(corrections: Parameters<typeof correctionWords>[0]): string {
  const words = correctionWords(corrections);
  return words.length === 0
    ? ""
    : `<br><span class="soft">Corrected by reviewers. ${html(words.join("; "))}.</span>`;
}

function description(source: Source): string {
  const { csl, authorsTruncated } = source;
  const address = sourceIri(source);
  const people = (csl.author ?? csl.editor ?? []).map(personName);
  const shown =
    people.length > 6 ? [...people.slice(0, 6), "et al."] : authorsTruncated ? [...people, "et al."] : people;
  const container = [
    csl["container-title"],
    csl.volume && `${csl.volume}${csl.issue ? `(${csl.issue})` : ""}`,
    csl.page,
  ]
    .filter(Boolean)
    .join(" ");
  const parts = [
    html(shown.join(", ")),
    csl.title === undefined ? "" : `<i>${html(csl.title)}</i>`,
    html(container || [csl["publisher-place"], csl.publisher].filter(Boolean).join(": ")),
    html(String(csl.issued?.["date-parts"]?.[0]?.[0] ?? csl.issued?.literal ?? csl.issued?.raw ?? "")),
    csl.DOI === undefined ? "" : link(address, csl.DOI),
    csl.PMID === undefined ? "" : html(`PMID ${csl.PMID}`),
    csl.DOI === undefined && csl.URL !== undefined ? link(address, csl.URL) : "",
  ].filter((part) => part !== "");
  return parts.map((part) => part.replace(/\.$/, "")).join(". ");
}
