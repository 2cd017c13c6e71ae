/** Thresholds and switches of the audit, in one place; the defaults are the documented ones. */

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
  /** Codes that are switched off. */
  readonly off: readonly string[];
}

export const defaultOptions: AuditOptions = {
  asOf: null,
  maxAgeYears: 10,
  longArticlePages: 10,
  quotationWords: 5,
  pileSources: 5,
  soleSupportClaims: 2,
  soleSupportShare: 1 / 3,
  off: ["inference-on-uncited"],
};
