/**
 * The audit of one document as a page that needs nothing else: no script, no picture, no font from outside. The text
 * with its claims marked, the foundation picture, pairs with verdicts, findings, sources, version and hashes.
 */
import { type Coverage, coverage } from "../audit/coverage.ts";
import { notAsked } from "../audit/own-work.ts";
import { sectionFinder } from "../audit/sections.ts";
import type { Analysis, Statement, StatementId } from "../model.ts";
import type { Corrections, ReviewState } from "../review/index.ts";
import { fileRegions } from "../text-position.ts";
import { narrowed } from "./input.ts";
import { html } from "./report-html-escape.ts";
import { style } from "./report-html-style.ts";
import { coverageTable, dismissedTable, findingLists, pairTable, sourceList } from "./report-html-tables.ts";
import { type Support, textHtml } from "./report-html-text.ts";
import { conditions } from "./report-markdown.ts";
import type { AuditedFile, ReportOptions } from "./report-types.ts";
import { toSvg } from "./svg.ts";

/** With more claims the uncited ones are left out of the picture … */
const mostClaims = 60;
/** … and a picture of more nodes cannot be read on a page. */
const mostNodes = 240;
const pictureWidth = 940;

/**
 * Returns the page. The same bytes for the same input; `reviews` adds the reviewers' verdicts,
 * `corrections` what they put right in the sources, which the analysis has in it already.
 */
export function htmlAudit(
  file: AuditedFile,
  options: ReportOptions,
  reviews: ReviewState | null = null,
  corrections: Corrections | undefined = undefined,
): string {
  const { analysis, suppressed = [] } = file;
  const { document, findings } = analysis;
  const counts = coverage(
    analysis,
    reviews && ((claim, source) => (reviews.get(`pair ${claim} ${source}`)?.status ?? "open") !== "open"),
  );
  const own = notAsked(analysis);
  const numbered = findings.map((finding, i) => ({ finding, number: i + 1 }));
  const title = document.title ?? document.name ?? "Pasted text";
  const parts: readonly (readonly [id: string, heading: string, body: string])[] = [
    ["picture", "What rests on what", picture(analysis)],
    [
      "text",
      "The text",
      `<div class="text"${language(document.language)}>\n${textHtml({ analysis, supportOf: supports(analysis, own), numbered })}\n</div>`,
    ],
    [
      "findings",
      "Findings",
      numbered.length === 0 ? "<p>None.</p>" : findingLists(numbered, analysis, places(file)),
    ],
    ...(counts.sections.length < 2
      ? []
      : [["coverage", "Coverage by section", coverageTable(counts)] as const]),
    ...(suppressed.length === 0 ? [] : [["dismissed", "Dismissed", dismissedTable(suppressed)] as const]),
    ["pairs", "Claims and their sources", pairTable(analysis, reviews)],
    ["sources", "Sources", sourceList(analysis, corrections)],
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Footing ${html(options.version)}">
<title>${html(`Audit: ${title}`)}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="over">Audit: what the claims rest on</p>
<h1>${html(title)}</h1>
<dl class="facts">
<dt>File</dt><dd>${html(file.uri)}</dd>
<dt>SHA-256</dt><dd>${html(document.hash)}</dd>
<dt>Audited with</dt><dd>${html(conditions(options))}</dd>
</dl>
${summary(counts, own.size)}
<nav aria-label="Parts of the report"><ul>${parts.map(([id, heading]) => `<li><a href="#${id}">${heading}</a></li>`).join("")}</ul></nav>
</header>
<main>
${parts.map(([id, heading, body]) => `<section aria-labelledby="${id}"><h2 id="${id}">${heading}</h2>\n${body}\n</section>`).join("\n")}
</main>
<footer><p>Footing ${html(options.version)} says what is cited, not what is proved. “Carried” is an offer: the next marker of the paragraph may stand for the claim as well. The absence of a finding is no clearance.</p></footer>
</body>
</html>
`;
}

const language = (tag: string | null): string => (tag === null ? "" : ` lang="${html(tag)}"`);

const kinds: readonly (readonly [kind: Support, words: string])[] = [
  ["direct", "cited in the sentence"],
  ["carried", "carried only"],
  ["open", "cited, but the citation came to no source"],
  ["uncited", "not cited"],
  ["own", "about its own work, not asked for a source"],
];

function summary(counts: Coverage, own: number): string {
  const { error, warning, info } = counts.findings;
  const { direct, carried, reviewed } = counts.pairs;
  const of = (kind: Support): number =>
    kind === "own" ? own : kind === "uncited" ? counts.uncited - own : counts[kind];
  const bar = kinds
    .filter(([kind]) => of(kind) > 0)
    .map(([kind]) => `<i class="${kind}" style="flex:${of(kind)}"></i>`)
    .join("");
  const key = kinds
    .filter(([kind]) => kind !== "own" || own > 0)
    .map(([kind, words]) => `<li><span class="claim ${kind}">${of(kind)}</span> ${words}</li>`);
  const judged = reviewed === null ? "" : ` ${reviewed} of the pairs have a verdict.`;
  return `<ul class="tally">
<li class="error"><b>${error}</b>${error === 1 ? "error" : "errors"}</li>
<li class="warning"><b>${warning}</b>${warning === 1 ? "warning" : "warnings"}</li>
<li class="info"><b>${info}</b>worth knowing</li>
<li><b>${counts.claims}</b>${counts.claims === 1 ? "claim" : "claims"}</li>
<li><b>${counts.sources}</b>${counts.sources === 1 ? "source" : "sources"}</li>
</ul>
<div class="bar" aria-hidden="true">${bar}</div>
<ul class="key">${key.join("")}</ul>
<p class="soft">${direct} claim–source ${direct === 1 ? "pair is" : "pairs are"} cited directly, ${carried} carried.${judged}</p>`;
}

function supports({ edges, open }: Analysis, own: ReadonlySet<StatementId>): (claim: Statement) => Support {
  const direct = new Set(edges.flatMap((e) => (e.scope === "direct" ? [e.claim] : [])));
  const carried = new Set(edges.map((e) => e.claim));
  const refused = new Set(open.flatMap((o) => (o.scope === "direct" ? [o.claim] : [])));
  return ({ id }) =>
    direct.has(id)
      ? "direct"
      : refused.has(id)
        ? "open"
        : carried.has(id)
          ? "carried"
          : own.has(id)
            ? "own"
            : "uncited";
}

/** Claim or note, section and line of a finding. */
function places({ analysis, source = null }: AuditedFile): (finding: Analysis["findings"][number]) => string {
  const sectionOf = sectionFinder(analysis.sections);
  const regionOf = fileRegions(analysis.document, source);
  const claims = new Map(analysis.statements.map((s) => [s.id as string, s]));
  return ({ subjects, spans: [span] }) => {
    const claim = subjects.flatMap((s) => (s.kind === "claim" ? (claims.get(s.id) ?? []) : []))[0];
    const line = span ? regionOf(span)?.start.line : undefined;
    const section = span ? sectionOf(span) : null;
    return [
      claim ? `<a href="#${html(claim.id)}">claim ${html(claim.label)}</a>` : "",
      section === null ? "" : html(section),
      line === undefined ? "" : `line ${line}`,
    ]
      .filter((part) => part !== "")
      .join(" · ");
  };
}

function picture(analysis: Analysis): string {
  const claims = analysis.statements.filter((s) => s.kind === "claim").length;
  const cited = narrowed(analysis, { sources: analysis.sources.map((source) => source.id) });
  const shown = claims > mostClaims ? cited : analysis;
  const nodes = analysis.sources.length + shown.statements.filter((s) => s.kind === "claim").length;
  if (nodes > mostNodes)
    return `<p>The picture of ${nodes} claims and sources is too large for a page; the desk shows it.</p>`;
  const svg = toSvg(shown, { width: pictureWidth }).replace(/^<\?xml[^>]*\?>\s*/, "");
  // A few nodes are shown in their own size; more are fitted to the page.
  const small = nodes <= 24 ? svg.replace("<svg ", "<svg data-small ") : svg;
  const left =
    shown === analysis
      ? "Red: cites nothing."
      : `${claims - cited.statements.length} claims that cite nothing are left out.`;
  return `<figure>${small.trim()}<figcaption>Claims (squares) above the sources (circles) they rest on. Solid: cited in the claim’s own sentence; dashed: carried. ${left}</figcaption></figure>`;
}
