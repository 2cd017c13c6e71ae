/** Every audit rule, in the order of the alphabet. A new code is a new file in `rules/` and a line here. */
import type { Rule } from "./rule.ts";
import { absoluteClaim } from "./rules/absolute-claim.ts";
import { ambiguousShortForm } from "./rules/ambiguous-short-form.ts";
import { badIdentifier } from "./rules/bad-identifier.ts";
import { citationPile } from "./rules/citation-pile.ts";
import { citationScopeUnclear } from "./rules/citation-scope-unclear.ts";
import { compoundNote } from "./rules/compound-note.ts";
import { danglingMarker } from "./rules/dangling-marker.ts";
import { documentUndated } from "./rules/document-undated.ts";
import { duplicateNoteNumber } from "./rules/duplicate-note-number.ts";
import { duplicateSource } from "./rules/duplicate-source.ts";
import { emptyNote } from "./rules/empty-note.ts";
import { hedgedClaim } from "./rules/hedged-claim.ts";
import { ibidAfterCompound } from "./rules/ibid-after-compound.ts";
import { ibidWithoutAntecedent } from "./rules/ibid-without-antecedent.ts";
import { implausibleDate } from "./rules/implausible-date.ts";
import { incompleteMetadata } from "./rules/incomplete-metadata.ts";
import { inconsistentMetadata } from "./rules/inconsistent-metadata.ts";
import { inferenceOnUncited } from "./rules/inference-on-uncited.ts";
import { malformedEtAl } from "./rules/malformed-et-al.ts";
import { missingPinpoint } from "./rules/missing-pinpoint.ts";
import { noIdentifier } from "./rules/no-identifier.ts";
import { noteOutOfOrder } from "./rules/note-out-of-order.ts";
import { numberUncited } from "./rules/number-uncited.ts";
import { numberingGap } from "./rules/numbering-gap.ts";
import { orphanNote } from "./rules/orphan-note.ts";
import { ownWork } from "./rules/own-work.ts";
import { pageRangeUnknown } from "./rules/page-range-unknown.ts";
import { pinpointOutsideRange } from "./rules/pinpoint-outside-range.ts";
import { possibleRetraction } from "./rules/possible-retraction.ts";
import { quoteWithoutPinpoint } from "./rules/quote-without-pinpoint.ts";
import { relativeTime } from "./rules/relative-time.ts";
import { retractedSource } from "./rules/retracted-source.ts";
import { retractionNotChecked } from "./rules/retraction-not-checked.ts";
import { reviewOnlySupport } from "./rules/review-only-support.ts";
import { secondaryCitation } from "./rules/secondary-citation.ts";
import { selfCitationCluster } from "./rules/self-citation-cluster.ts";
import { sharedOrigin } from "./rules/shared-origin.ts";
import { shortFormBeforeFull } from "./rules/short-form-before-full.ts";
import { singleSourceDependence } from "./rules/single-source-dependence.ts";
import { sourceNotice } from "./rules/source-notice.ts";
import { staleClaim } from "./rules/stale-claim.ts";
import { staleSource } from "./rules/stale-source.ts";
import { truncatedAuthors } from "./rules/truncated-authors.ts";
import { uncertainMarker } from "./rules/uncertain-marker.ts";
import { uncitedClaim } from "./rules/uncited-claim.ts";
import { uncitedParagraph } from "./rules/uncited-paragraph.ts";
import { unlistedClass } from "./rules/unlisted-class.ts";
import { unresolvedShortForm } from "./rules/unresolved-short-form.ts";
import { unusedSource } from "./rules/unused-source.ts";
import { vagueAttribution } from "./rules/vague-attribution.ts";
import { vagueSource } from "./rules/vague-source.ts";

/** Every rule of the audit, in the order in which they run. */
export const rules: readonly Rule[] = [
  absoluteClaim,
  ambiguousShortForm,
  badIdentifier,
  citationPile,
  citationScopeUnclear,
  compoundNote,
  danglingMarker,
  documentUndated,
  duplicateNoteNumber,
  duplicateSource,
  emptyNote,
  hedgedClaim,
  ibidAfterCompound,
  ibidWithoutAntecedent,
  implausibleDate,
  incompleteMetadata,
  inconsistentMetadata,
  inferenceOnUncited,
  malformedEtAl,
  missingPinpoint,
  noIdentifier,
  noteOutOfOrder,
  numberUncited,
  numberingGap,
  orphanNote,
  ownWork,
  pageRangeUnknown,
  pinpointOutsideRange,
  possibleRetraction,
  quoteWithoutPinpoint,
  relativeTime,
  retractedSource,
  retractionNotChecked,
  reviewOnlySupport,
  secondaryCitation,
  selfCitationCluster,
  sharedOrigin,
  shortFormBeforeFull,
  singleSourceDependence,
  sourceNotice,
  staleClaim,
  staleSource,
  truncatedAuthors,
  uncertainMarker,
  uncitedClaim,
  uncitedParagraph,
  unlistedClass,
  unresolvedShortForm,
  unusedSource,
  vagueAttribution,
  vagueSource,
];

/** Those that say what a retraction list says; without one they say what the references do, and no more. */
export const listRules: readonly Rule[] = [
  possibleRetraction,
  retractedSource,
  retractionNotChecked,
  sourceNotice,
];
