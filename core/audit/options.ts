/** Thresholds, switches and lists of the audit, in one place; the defaults are the documented ones. */
import type { RetractionIndex } from "./retractions.ts";

/** A class of sources that a reviewer wants to see: preprints, press, vendors. One matching line is enough. */
export interface SourceClass {
  readonly name: string;
  /** Journals, books or sites, compared as whole names without regard to case and accents. */
  readonly containers?: readonly string[] | undefined;
  readonly publishers?: readonly string[] | undefined;
  /** Host names; "example.org" takes "www.example.org" in. */
  readonly domains?: readonly string[] | undefined;
  /** Beginnings of DOIs: "10.1101/". */
  readonly doiPrefixes?: readonly string[] | undefined;
}

export interface Suppression {
  readonly code: string;
  readonly reason: string;
  /** Only the finding with this id. */
  readonly id?: string | undefined;
  /** Only findings whose quote holds these words. */
  readonly quote?: string | undefined;
  /** Only findings in the section of this heading. */
  readonly section?: string | undefined;
}

export interface AuditOptions {
  /** ISO date at which staleness is judged; null: it is not judged, and `document-undated` says so. */
  readonly asOf: string | null;
  /** A source older than this at the as-of date is stale. */
  readonly maxAgeYears: number;
  /** An article with more pages than this wants a pinpoint. */
  readonly longArticlePages: number;
  /** A quotation of this many words wants a pinpoint. */
  readonly quotationWords: number;
  /** This many sources at one point are a pile. */
  readonly pileSources: number;
  /** `single-source-dependence`: sole direct support of so many claims … */
  readonly soleSupportClaims: number;
  /** … and of this share of the directly cited ones. */
  readonly soleSupportShare: number;
  /** `self-citation-cluster`: so many sources share an author with the document … */
  readonly selfCitations: number;
  /** … and this share of all. */
  readonly selfCitationShare: number;
  /** The document's authors, "Ames, Clara" or "Clara Ames"; a name without a given name is not compared. */
  readonly authors: readonly string[];
  /** A paper's own methods and results, known by its headings, are not asked for a source. */
  readonly papers: boolean;
  /** Further headings under which a document reports its own work: claims there are not asked for a source. */
  readonly ownResults: readonly string[];
  readonly classes: readonly SourceClass[];
  /** The retraction list, or null: then nothing is said about retractions. */
  readonly retractions: RetractionIndex | null;
  /** Codes that are switched off. */
  readonly off: readonly string[];
  /** Severities that differ from the rules' own. */
  readonly severities: Readonly<Record<string, "error" | "warning" | "info">>;
  readonly suppressions: readonly Suppression[];
}

/** How the audit judges where nothing else is asked for. */
export const defaultOptions: AuditOptions = {
  asOf: null,
  maxAgeYears: 10,
  longArticlePages: 10,
  quotationWords: 5,
  pileSources: 5,
  soleSupportClaims: 2,
  soleSupportShare: 1 / 3,
  selfCitations: 3,
  selfCitationShare: 0.3,
  authors: [],
  papers: true,
  ownResults: [],
  classes: [],
  retractions: null,
  off: ["inference-on-uncited"],
  severities: {},
  suppressions: [],
};
