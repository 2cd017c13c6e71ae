/** What every audit rule says of itself. Made from the rule files by `npm run docs:findings`. */
import type { RuleWords } from "./rule.ts";

export const catalogue: readonly RuleWords[] = [
  {
    "code": "absolute-claim",
    "title": "Claim without exception",
    "group": "claims",
    "severity": "warning",
    "rule": "The claim is worded without exception (no known, never, proves).",
    "remedy": "Seek a counter-example.",
    "caution": "Definitions speak without exception by right. “Not all”, “almost always” and words inside quotation marks are left alone."
  },
  {
    "code": "ambiguous-short-form",
    "title": "Short form fits several sources",
    "group": "citations",
    "severity": "error",
    "rule": "A short citation fits two or more sources equally.",
    "remedy": "Choose the one that is meant.",
    "caution": "A year or a title word in the citation narrows the choice first; what is left is really open."
  },
  {
    "code": "bad-identifier",
    "title": "Identifier is not valid",
    "group": "sources",
    "severity": "error",
    "rule": "A DOI, ISBN, ISSN, PMID or ORCID has the wrong shape or check digit.",
    "remedy": "Correct the identifier.",
    "caution": "Punctuation behind a DOI is stripped first, brackets inside it stay. A DOI of the right shape may still lead nowhere: nothing is looked up."
  },
  {
    "code": "citation-pile",
    "title": "Many sources at one point",
    "group": "citations",
    "severity": "info",
    "rule": "One marker carries five or more sources.",
    "remedy": "Say which source backs what.",
    "caution": "A survey of the literature may name many works at one point on purpose."
  },
  {
    "code": "citation-scope-unclear",
    "title": "Unclear what the next marker covers",
    "group": "claims",
    "severity": "info",
    "rule": "The claim has no marker, but one follows in the same paragraph with none between.",
    "remedy": "Accept or refuse the carried citation.",
    "caution": "An offer and no charge: many authors cite once at the end of a thought."
  },
  {
    "code": "compound-note",
    "title": "Several sources in one note",
    "group": "markers",
    "severity": "info",
    "rule": "The note cites two or more sources.",
    "remedy": "Say which source backs which part of the sentence.",
    "caution": "Two sources for one plain fact need no explanation."
  },
  {
    "code": "dangling-marker",
    "title": "Marker without a note",
    "group": "markers",
    "severity": "error",
    "rule": "The marker's label belongs to no note.",
    "remedy": "Restore the lost note or drop the marker.",
    "caution": "Exponents, decimals and chemical formulas can look like markers; doubtful ones are reported as uncertain-marker."
  },
  {
    "code": "document-undated",
    "title": "Document without a date",
    "group": "sources",
    "severity": "info",
    "rule": "The document has no date and no as-of date was given, so staleness is not judged.",
    "remedy": "Give an as-of date.",
    "caution": "A date that stands only in the file’s name or on its site is not seen."
  },
  {
    "code": "duplicate-note-number",
    "title": "Two notes with one number",
    "group": "markers",
    "severity": "error",
    "rule": "Two notes of one numbering carry the same label.",
    "remedy": "Renumber one of them.",
    "caution": "Numbering that starts afresh in each chapter or on each page is counted apart."
  },
  {
    "code": "duplicate-source",
    "title": "One work listed twice",
    "group": "sources",
    "severity": "warning",
    "rule": "Two entries of the reference list, or two cited records of the bibliography file, describe one work: same identifier, or same title or place in print, year and first author.",
    "remedy": "Merge them, or mark them as distinct.",
    "caution": "Editions, and a preprint beside its article, can be two works on purpose. A shared journal or ISSN is never enough."
  },
  {
    "code": "empty-note",
    "title": "Empty note",
    "group": "markers",
    "severity": "error",
    "rule": "The note holds neither a source nor a remark.",
    "remedy": "Fill the note or delete it with its marker.",
    "caution": "A note whose words were lost in copying looks the same."
  },
  {
    "code": "hedged-claim",
    "title": "Claim worded with doubt",
    "group": "claims",
    "severity": "info",
    "rule": "The claim is worded with doubt (may, suggest, it is believed).",
    "remedy": "Check that the source is as unsure as the sentence.",
    "caution": "Doubt is often right. Permission (“visitors may”), the month of May, “often” and “can” are no hedges."
  },
  {
    "code": "ibid-after-compound",
    "title": "Ibid. after several sources",
    "group": "citations",
    "severity": "warning",
    "rule": "Ibid. or id. follows a note with two or more sources.",
    "remedy": "Name the source.",
    "caution": "The rule of the manuals: ibid. wants a note with one source before it."
  },
  {
    "code": "ibid-without-antecedent",
    "title": "Ibid. without a source before it",
    "group": "citations",
    "severity": "error",
    "rule": "Ibid. or id. has no source before it to point back to.",
    "remedy": "Name the source.",
    "caution": "The antecedent may stand in a passage that was left out of the copy."
  },
  {
    "code": "implausible-date",
    "title": "Impossible date",
    "group": "sources",
    "severity": "error",
    "rule": "The source is dated after the document, or before 1450.",
    "remedy": "Correct the year.",
    "caution": "Forthcoming works may carry next year’s date, which is allowed."
  },
  {
    "code": "incomplete-metadata",
    "title": "Incomplete reference",
    "group": "sources",
    "severity": "warning",
    "rule": "The full reference lacks a field that its type requires.",
    "remedy": "Complete the record.",
    "caution": "Judged only where every word and number of the reference was understood; other types than article, book, chapter and thesis are not judged, nor what most of the list leaves out."
  },
  {
    "code": "inconsistent-metadata",
    "title": "References disagree",
    "group": "sources",
    "severity": "warning",
    "rule": "Two full references of one source disagree on year, volume, first page or title.",
    "remedy": "Pick the right one.",
    "caution": "Short forms, initials, shortened titles, other spellings, abbreviated journals and a range against its first page are no conflicts."
  },
  {
    "code": "inference-on-uncited",
    "title": "Conclusion from uncited claims",
    "group": "graph",
    "severity": "info",
    "rule": "A claim with therefore, thus or hence follows only uncited claims in its paragraph.",
    "remedy": "Cite the premises.",
    "caution": "“Thus” can be rhetorical. Off unless switched on."
  },
  {
    "code": "malformed-et-al",
    "title": "Misspelt et al.",
    "group": "sources",
    "severity": "info",
    "rule": "A note writes et al. with a stop behind “et” or none behind “al”.",
    "remedy": "Write “et al.”",
    "caution": "A reference list that writes “et al” without a stop throughout has a house style and is left alone."
  },
  {
    "code": "missing-pinpoint",
    "title": "Long work cited without a page",
    "group": "citations",
    "severity": "info",
    "rule": "A book, or an article of more than ten pages, is cited without a page or section.",
    "remedy": "Add the page.",
    "caution": "A work may be cited as a whole. Reference lists of a document that never gives pages are left alone."
  },
  {
    "code": "no-identifier",
    "title": "Source without identifier",
    "group": "sources",
    "severity": "info",
    "rule": "The source has no DOI, PMID, PMCID, ISBN or address.",
    "remedy": "Add the DOI.",
    "caution": "Old works and archives have none; works before 1970 are left alone."
  },
  {
    "code": "note-out-of-order",
    "title": "Notes out of order",
    "group": "markers",
    "severity": "info",
    "rule": "The first uses of the note numbers do not ascend.",
    "remedy": "Check whether text was moved.",
    "caution": "Only first uses count, tables and captions are passed over, and lists that are not in the order of citation are left alone."
  },
  {
    "code": "number-uncited",
    "title": "Figure without a source",
    "group": "claims",
    "severity": "warning",
    "rule": "An uncited claim states a percentage, a ratio, a P value or a count.",
    "remedy": "Cite where the number comes from.",
    "caution": "A document’s own measurements need no source but their method."
  },
  {
    "code": "numbering-gap",
    "title": "Gap in the numbering",
    "group": "markers",
    "severity": "warning",
    "rule": "The labels of one numbering skip a number.",
    "remedy": "Look for a lost note.",
    "caution": "Letters and symbols have no order to keep; labels in Markdown are identifiers."
  },
  {
    "code": "orphan-note",
    "title": "Note without a marker",
    "group": "markers",
    "severity": "warning",
    "rule": "No marker points to the note.",
    "remedy": "Place its marker in the text or delete the note.",
    "caution": "An unnumbered bibliography is judged by unused-source instead. A note that a number in a table or glued to a code may call is reported as uncertain-marker. A marker that was lost in copying looks the same."
  },
  {
    "code": "own-work",
    "title": "Own work, not asked for a source",
    "group": "claims",
    "severity": "info",
    "rule": "The document is a paper, and what it says of its own methods and results was not asked for a source.",
    "remedy": "Look at these claims where the work is described: no citation can be missing there.",
    "caution": "A paper is known by its headings of results and of methods, or of an abstract and an introduction. Its abstract, methods, results and conclusions count as its own work, and so do sentences with “we” or “this study”; in the results of a review, paragraphs that cite do not, nor those that mostly cite under one heading of results and discussion. Switch it off with {“papers”: false}."
  },
  {
    "code": "page-range-unknown",
    "title": "Page range unknown",
    "group": "sources",
    "severity": "warning",
    "rule": "The full reference of an article gives a single page, and another citation names a lower one.",
    "remedy": "Complete the record with the article's own pages.",
    "caution": "A one-page item is complete as it is."
  },
  {
    "code": "pinpoint-outside-range",
    "title": "Page outside the source",
    "group": "citations",
    "severity": "error",
    "rule": "The cited page lies outside the known page range of the source.",
    "remedy": "Check for a misprint.",
    "caution": "Compared only within one kind of numbering: roman and supplement pages and article numbers are skipped."
  },
  {
    "code": "possible-retraction",
    "title": "Possibly retracted source",
    "group": "sources",
    "severity": "info",
    "rule": "A retracted paper of the list bears the title of a source that has no DOI and no PubMed ID.",
    "remedy": "Find the source’s identifier and check again.",
    "caution": "Different papers share titles; nothing is claimed but the equal title."
  },
  {
    "code": "quote-without-pinpoint",
    "title": "Quotation without a page",
    "group": "claims",
    "severity": "warning",
    "rule": "A quotation of five or more words whose citations give no page or section.",
    "remedy": "Add the page.",
    "caution": "Proverbs and spoken words have no page."
  },
  {
    "code": "relative-time",
    "title": "Relative time",
    "group": "claims",
    "severity": "info",
    "rule": "The claim counts from an unnamed now (currently, recent, to date).",
    "remedy": "Put a date to it.",
    "caution": "Left alone where the sentence itself gives a year."
  },
  {
    "code": "retracted-source",
    "title": "Retracted source",
    "group": "sources",
    "severity": "error",
    "rule": "The source’s DOI or PubMed ID is in the retraction list as retracted, and no later reinstatement lifts it, or the reference itself says that it was retracted.",
    "remedy": "Remove the source, or say why it is cited though it was retracted.",
    "caution": "The list is asked by identifier only, and a source that has none is not looked up. Who cites the retraction notice itself is left alone."
  },
  {
    "code": "retraction-not-checked",
    "title": "Retraction not checked",
    "group": "sources",
    "severity": "info",
    "rule": "A retraction list was given, and some sources have no DOI or PubMed ID to look them up by.",
    "remedy": "Add the identifiers. The absence of a finding is no clearance.",
    "caution": "Books, laws and web pages have no entry in the list and are counted here as well."
  },
  {
    "code": "review-only-support",
    "title": "Studies cited through reviews",
    "group": "claims",
    "severity": "info",
    "rule": "The claim names trials, case reports or cohorts, and every source looks like a review.",
    "remedy": "Cite the trials themselves.",
    "caution": "The class is guessed from words in title and journal."
  },
  {
    "code": "secondary-citation",
    "title": "Cited at second hand",
    "group": "citations",
    "severity": "warning",
    "rule": "The source is cited as it is cited or quoted in another one.",
    "remedy": "Get the original.",
    "caution": "Originals that cannot be had are rightly cited so. Legal “(citing X)” describes the source and is left alone."
  },
  {
    "code": "self-citation-cluster",
    "title": "Many citations of oneself",
    "group": "sources",
    "severity": "info",
    "rule": "Three or more sources, and three in ten, share an author with the document.",
    "remedy": "Judge whether work by others is missing.",
    "caution": "Needs the document’s authors from the configuration. Surname and first initial must agree; common names can still collide."
  },
  {
    "code": "shared-origin",
    "title": "Sources with one origin",
    "group": "graph",
    "severity": "info",
    "rule": "All sources of the claim share their first author or their whole author list.",
    "remedy": "Do not count them as independent.",
    "caution": "Large consortia share names without sharing work."
  },
  {
    "code": "short-form-before-full",
    "title": "Short form before the full reference",
    "group": "citations",
    "severity": "warning",
    "rule": "A short citation in a note resolves only to a full reference in a later note.",
    "remedy": "Give the full reference first.",
    "caution": "Off where a separate bibliography gives the full references."
  },
  {
    "code": "single-source-dependence",
    "title": "Much rests on one source",
    "group": "graph",
    "severity": "warning",
    "rule": "One source is the only direct support of two or more claims and of a third of the directly cited ones.",
    "remedy": "Seek a second source.",
    "caution": "In a short document one good source may be enough."
  },
  {
    "code": "source-notice",
    "title": "Notice about a source",
    "group": "sources",
    "severity": "warning",
    "rule": "The retraction list has a correction, an expression of concern or a reinstatement for the source.",
    "remedy": "Read the notice.",
    "caution": "A corrected or reinstated paper is not retracted and may be cited."
  },
  {
    "code": "stale-claim",
    "title": "Claim about now on old sources",
    "group": "sources",
    "severity": "warning",
    "rule": "The claim speaks of now, and its newest source is stale.",
    "remedy": "Update the claim or its source.",
    "caution": "A carried citation may not be meant for this claim."
  },
  {
    "code": "stale-source",
    "title": "Old source",
    "group": "sources",
    "severity": "info",
    "rule": "The source is older than ten years at the as-of date.",
    "remedy": "Look for newer evidence.",
    "caution": "Classics and works of history do not age."
  },
  {
    "code": "truncated-authors",
    "title": "Author list cut short",
    "group": "sources",
    "severity": "info",
    "rule": "The full reference cuts the author list with et al.",
    "remedy": "None where the style allows it; else complete the list.",
    "caution": "Many styles cut long lists; where a document always cuts behind the same number of names, three or more, nothing is reported."
  },
  {
    "code": "uncertain-marker",
    "title": "Marker or number?",
    "group": "markers",
    "severity": "info",
    "rule": "A number could be a marker or part of the text: the decision was narrow, or a note that nothing else calls may be meant.",
    "remedy": "Confirm the reading.",
    "caution": "Reported when in doubt, so about half of them are fine as they were read."
  },
  {
    "code": "uncited-claim",
    "title": "Claim without a citation",
    "group": "claims",
    "severity": "warning",
    "rule": "The claim has no marker, and no later marker in its paragraph.",
    "remedy": "Cite a source, weaken the claim, or mark it as common knowledge.",
    "caution": "Common knowledge, a document’s own results and summaries need no source. Summaries and abstracts are not asked, nor conclusions that cite nothing, nor what the authors say they counted, measured or asked themselves, with the rest of such a paragraph where it has no marker."
  },
  {
    "code": "uncited-paragraph",
    "title": "Paragraph without a citation",
    "group": "claims",
    "severity": "warning",
    "rule": "The paragraph makes two or more claims and has no marker.",
    "remedy": "Treat its claims as one task.",
    "caution": "Lead sections summarise what is cited below."
  },
  {
    "code": "unlisted-class",
    "title": "Source of a watched class",
    "group": "sources",
    "severity": "info",
    "rule": "The source belongs to a class of the reviewer’s own list (preprint, press, vendor).",
    "remedy": "Judge whether such a source is enough here.",
    "caution": "Off without a list; none comes with the program, because such lists are wrong too often."
  },
  {
    "code": "unresolved-short-form",
    "title": "Short form without a source",
    "group": "citations",
    "severity": "error",
    "rule": "A short citation fits no source of the document.",
    "remedy": "Find the full reference.",
    "caution": "A misspelt name is offered its nearest neighbour and never linked to it."
  },
  {
    "code": "unused-source",
    "title": "Source never cited",
    "group": "sources",
    "severity": "warning",
    "rule": "The bibliography entry, or the record of the document’s bibliography file, is never cited.",
    "remedy": "Cite it, or drop it.",
    "caution": "Lists headed “Further reading” are left alone, and so is an entry whose author and year stand together in the text, in whatever form. A bibliography file counts as the document’s own list where its citation keys name more than half of the records."
  },
  {
    "code": "vague-attribution",
    "title": "Unnamed authority",
    "group": "claims",
    "severity": "warning",
    "rule": "The claim rests on an unnamed authority (it is believed, studies show).",
    "remedy": "Name the source.",
    "caution": "The authors’ own results (“our data suggest”) and authorities named in the sentence are left alone."
  },
  {
    "code": "vague-source",
    "title": "No identifiable work",
    "group": "citations",
    "severity": "warning",
    "rule": "The citation names a class of things (websites, personal communication, on file) and no identifiable work.",
    "remedy": "Name the documents.",
    "caution": "Where an identifiable work stands beside it, the work is the citation."
  }
];
