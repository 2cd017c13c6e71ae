/**
 * Which claims report the document's own work, so that no source can be asked of them: in a paper of the usual order
 * the abstract, methods, results and conclusions, and what it says of itself ("we", "this study", its figures). A
 * document is such a paper only where it has a heading of results and one of methods, or else an abstract and an
 * introduction: some call the methods by what was built. Other documents say nothing of the kind: a health page that
 * writes "we recommend" owes a source. The results of a review are what others found: a paragraph of them that cites
 * owes a source for each of its claims. So does one that cites for most of them where results and discussion are one
 * part; a result that is compared with another's once is the paper's own.
 */
import { firstWhere } from "../binary-search.ts";
import type { Analysis, Section, Span, Statement, StatementId } from "../model.ts";
import { headingKey } from "./sections.ts";

type Zone = "methods" | "results" | "discussed" | "own" | "world";

/** By the beginning of a heading, without number, case and accents. */
const zones: readonly (readonly [Zone, RegExp])[] = [
  [
    "methods",
    /^(?:(?:materials?|patients?|subjects?|participants?|study design|animals?|data)(?: and)? methods?|methods?|methodology|materiaux? et methodes|methodes|material und methoden|methoden|methodik|metodos|materiales y metodos|experimental (?:section|procedures?|methods?|design)|experimental$|star methods)\b/,
  ],
  // One heading for both: "Results and discussion".
  [
    "discussed",
    /^(?:(?:results?|findings)(?: and| with)?|ergebnisse und|resultats et|resultados y|risultati e) (?:general )?(?:discussion|diskussion|discusion|discussione)\b/,
  ],
  ["results", /^(?:results?|findings|ergebnisse|resultate|resultats|resultados|risultati)\b/],
  [
    "own",
    /^(?:abstract|summary|synopsis|highlights|zusammenfassung|resume|resumen|conclusions?|concluding remarks|schlussfolgerung|limitations|strengths and limitations|acknowledge?ments?|funding|authors? contributions?|contributors|(?:competing|conflicts? of) interests?|conflicts? of interest|declarations?|disclosures?|data (?:availability|access)|availability of data|supplementa|supporting information|additional (?:information|files?)|electronic supplementary|ethic|consent|abbreviations|author information|publishers? note|patents)/,
  ],
  [
    "world",
    /^(?:introduction|background|discussion|general discussion|literature|related work|theor|state of the art|einleitung|diskussion|contexte|introduccion|discusion|references?|bibliograph|literatur)/,
  ],
];

/** What a paper says of itself wherever it stands. */
const ITSELF =
  /\b(?:we|our|ours)\b|\b(?:this|the present|the current|present|current) (?:study|work|paper|article|review|analysis|trial|survey|investigation|report)\b|\((?:see )?(?:supplementary |additional |online )?(?:fig(?:ure)?s?|tables?|file)\b|^(?:fig(?:ure)?|table)s?\.? \d/i;

/** "Nobody has tried them on dry pipes.": what others left undone, which no method or result of the paper's own says. */
const OTHERS =
  /^(?:(?:so far|to date|until now|as yet),? )?(?:nobody|no one|no (?:(?:other|earlier|previous|published) )?(?:studies|study|trials?|papers?|authors?|groups?|experiments?|researchers?)|few (?:studies|trials|papers|authors|groups)|only (?:one|two|three|a few) (?:other )?(?:studies|study|trials?|papers?|groups?)|(?:other|earlier|previous|most|many|several) (?:studies|trials|papers|authors|groups)) (?:has|have) (?:so far |yet |ever |also |already )?(?:been (?:tried|tested|published|reported)|tried|tested|measured|compared|shown|studied|examined|reported|used|looked|asked|applied|published|described|investigated|proved|found|observed|noted|built|attempted|considered)\b/i;

/** A title that says the paper is about the papers of others. */
const REVIEW =
  /\b(?:(?:systematic|scoping|umbrella|narrative|integrative|literature|rapid|critical|cochrane) (?:overview|review)|meta-?analys[ei]s|evidence synthesis|ubersichtsarbeit|literaturubersicht|revue (?:systematique|de la litterature)|revision sistematica)\b/;

/** The beginning of a paper whose methods have a heading of their own making. */
const OPENING = [
  /^(?:abstract|summary|zusammenfassung|resume|resumen)\b/,
  /^(?:introduction|einleitung|introduccion)\b/,
];

const isResults = (zone: Zone | null): boolean => zone === "results" || zone === "discussed";

const isPaper = (sections: readonly Section[], named: readonly (Zone | null)[]): boolean => {
  if (!named.some(isResults)) return false;
  const keys = sections.map((s) => headingKey(s.title));
  return named.includes("methods") || OPENING.every((heading) => keys.some((key) => heading.test(key)));
};

const zoneOf = (section: Section): Zone | null => {
  const key = headingKey(section.title);
  return zones.find(([, heading]) => heading.test(key))?.[0] ?? null;
};

/** Whether the title says so, or a line between it and the first part. */
function isReview({ document, sections, statements }: Analysis, named: readonly (Zone | null)[]): boolean {
  const start = sections[named.findIndex((zone) => zone !== null)]?.start ?? 0;
  const front = statements.slice(
    0,
    firstWhere(statements.length, (i) => statements[i]!.start >= start),
  );
  const lines = front.flatMap((s) => (s.kind === "heading" || s.kind === "other" ? [s.text] : []));
  return [document.title, ...lines].some((line) => REVIEW.test(headingKey(line)));
}

/** The paragraphs that cite for more than half of their claims. */
function mostlyCiting(statements: readonly Statement[]): ReadonlySet<number> {
  const balance = new Map<number, number>();
  for (const { kind, block, markers } of statements)
    if (kind === "claim") balance.set(block, (balance.get(block) ?? 0) + (markers.length > 0 ? 1 : -1));
  return new Set([...balance].flatMap(([block, more]) => (more > 0 ? [block] : [])));
}

/**
 * Returns whether a claim reports the document's own work; null where the document is no paper of the usual order.
 * Linear in the sections; each call is a binary search.
 */
export function ownWork(analysis: Analysis): ((claim: Statement) => boolean) | null {
  const { sections, statements } = analysis;
  const named = sections.map(zoneOf);
  if (!isPaper(sections, named)) return null;
  // Where headings have ranks, a heading of the same rank ends a zone; a text without ranks has only its zones.
  const rank = Math.min(...sections.flatMap((s, i) => (isResults(named[i] ?? null) ? [s.level] : [])));
  const ranked = sections.some((s) => s.level > rank);
  const citing = statements.filter((s) => s.kind === "claim" && s.markers.length > 0);
  const cites = ({ start, end }: Span): boolean => {
    const next = citing[firstWhere(citing.length, (i) => citing[i]!.start >= start)];
    return next !== undefined && next.start < end;
  };
  const reviewed = new Set(isReview(analysis, named) ? citing.map((s) => s.block) : []);
  const discussed = mostlyCiting(statements);
  const zoned: (Zone | null)[] = [];
  let zone: Zone | null = "own";
  let begun = false;
  for (const [i, section] of sections.entries()) {
    const next = named[i] ?? null;
    // What stands below Methods stays there, whatever it is called; so does the background of an abstract.
    if (next !== null && (!ranked || section.level <= rank)) zone = next;
    else if (ranked && section.level <= rank && begun) zone = null;
    // A part with a heading of its own that cites, behind an abstract say, tells what others found.
    else if (zone === "own" && i > 0 && cites(section)) zone = "world";
    begun ||= next !== null;
    zoned.push(zone);
  }
  const at = ({ start, block, text }: Statement): boolean => {
    const i = firstWhere(sections.length, (k) => sections[k]!.start > start) - 1;
    const zone = i < 0 ? "own" : (zoned[i] ?? null);
    if (zone === "discussed" && discussed.has(block)) return false;
    if (zone !== "own" && OTHERS.test(text)) return false;
    return zone !== null && zone !== "world" && !(isResults(zone) && reviewed.has(block));
  };
  return (claim) => at(claim) || ITSELF.test(claim.text);
}

/** Returns the claims that were not asked for a source; none where the audit did not find the document to be a paper. */
export function notAsked(analysis: Analysis): ReadonlySet<StatementId> {
  const isOwn = analysis.findings.some((f) => f.code === "own-work") ? ownWork(analysis) : null;
  if (isOwn === null) return new Set();
  const cited = new Set([...analysis.edges.map((e) => e.claim), ...analysis.open.map((o) => o.claim)]);
  const own = analysis.statements.filter(
    (s) => s.kind === "claim" && s.markers.length === 0 && !cited.has(s.id) && isOwn(s),
  );
  return new Set(own.map((s) => s.id));
}
