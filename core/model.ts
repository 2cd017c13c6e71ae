/**
 * The words of the project as types: document, block, statement, marker, note, citation item, reference,
 * source, pinpoint, edge, finding. Holds no behaviour; every change of meaning starts here.
 *
 * Offsets are UTF-16 units into `Document.text`, half-open: `text.slice(start, end)`.
 */

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]?: B };

export type DocumentId = Branded<"document">;
export type StatementId = Branded<"statement">;
export type MarkerId = Branded<"marker">;
export type NoteId = Branded<"note">;
export type ItemId = Branded<"item">;
export type SourceId = Branded<"source">;
export type EdgeId = Branded<"edge">;
export type FindingId = Branded<"finding">;

export interface Span {
  readonly start: number;
  readonly end: number;
}

// ---------------------------------------------------------------- how we know

/** How sure a derived fact is, in words: `certain` follows from the text alone, `proposed` wants a reviewer. */
export type Confidence = "certain" | "likely" | "proposed";

/** Why a derived fact is held: the rule's name, the spans it read, and what lost against it. */
export interface Basis {
  readonly rule: string;
  readonly confidence: Confidence;
  readonly spans: readonly Span[];
  readonly losers?: readonly Loser[];
}

export interface Loser {
  readonly what: string;
  readonly reason: string;
}

// ---------------------------------------------------------------- document (read/)

export type Format = "text" | "markdown" | "html" | "docx" | "pdf" | "jats" | "wikitext";

/**
 * What a block is. A reader says `text` where the format does not tell (plain text, PDF); `text/` decides then.
 * `reference` is an entry of a reference list or bibliography, `note` a footnote or endnote.
 */
export type BlockKind =
  | "text"
  | "heading"
  | "paragraph"
  | "list-item"
  | "table-row"
  | "caption"
  | "note"
  | "reference"
  | "chrome";

export interface Block extends Span {
  readonly kind: BlockKind;
  /** Heading level from 1, where the format says it. */
  readonly level?: number;
}

/**
 * What a rich format knows beyond the characters. Plain text has none. Each hint is a fact of the file,
 * never an inference.
 */
export type Hint =
  | (Span & { readonly kind: "superscript" })
  | (Span & { readonly kind: "subscript" })
  | (Span & { readonly kind: "emphasis" })
  /** Shown as typed, code or a sign that was escaped: no marker and no key stands in it. */
  | (Span & { readonly kind: "literal" })
  /** A run that leads out of the document. */
  | (Span & { readonly kind: "link"; readonly url: string })
  /** A run that links to a note or reference entry: `target` is the `id` of a `note-body` hint. */
  | (Span & { readonly kind: "note-call"; readonly target: string })
  /** A note or reference entry with its label, in the place where it is printed. */
  | (Span & {
      readonly kind: "note-body";
      readonly id: string;
      readonly label: string | null;
      readonly type: NoteType;
      /** Where the words begin behind the printed label. */
      readonly bodyStart: number;
      /** The reference's fields, where the file tags them (JATS). */
      readonly csl?: Csl;
    })
  /** A citation field (Zotero, Mendeley, Word, pandoc): the keys it names, with CSL locators where given. */
  | (Span & { readonly kind: "citation"; readonly cites: readonly HintedCite[] })
  | (Span & { readonly kind: "back-link" })
  /** A page begins at `start`; `label` is the printed page number where known. */
  | (Span & { readonly kind: "page"; readonly label: string | null })
  /** Something of the file was left out of `text` at `start`: a comment, a deleted run. */
  | (Span & { readonly kind: "left-out"; readonly what: string });

export interface HintedCite {
  readonly key: string;
  readonly csl?: Csl;
  readonly pinpoint: Pinpoint | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
}

/** One text under review. `text` is canonical and never changed afterwards. */
export interface Document {
  readonly id: DocumentId;
  readonly format: Format;
  /** The file's name without its folder, or null for pasted text. */
  readonly name: string | null;
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly hash: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly hints: readonly Hint[];
  readonly title: string | null;
  /** BCP 47, or null when the file does not say. */
  readonly language: string | null;
  /** ISO date the file gives for itself, or null. */
  readonly date: string | null;
  /** Bibliography records that came with the file (front matter, `.bib` beside it, citation fields), by key. */
  readonly bibliography: readonly Csl[];
  /** Where a run of `text` came from in the original file's decoded text; empty when offsets are equal. */
  readonly origins: readonly Origin[];
  /** What a reader wants the user to know (left-out comments, unreadable pages). */
  readonly notices: readonly Notice[];
}

export interface Origin extends Span {
  readonly source: number;
}

export interface Notice {
  readonly message: string;
  readonly span: Span | null;
}

// ---------------------------------------------------------------- outline (text/)

export interface Section extends Span {
  /** The heading's words, or null before the first heading. */
  readonly title: string | null;
  readonly level: number;
}

/** `other`: question, transition, contact line and the like. */
export type StatementKind = "claim" | "heading" | "disclaimer" | "chrome" | "table" | "other";

/** A sentence, or a line that is none. One that a page's end cuts in two spans the notes and furniture between. */
export interface Statement extends Span {
  readonly id: StatementId;
  readonly kind: StatementKind;
  /** The number shown: paragraph and place for claims ("1.6"), empty for the rest. A label, never an id. */
  readonly label: string;
  /** End of the words, before a glued marker at the end. */
  readonly textEnd: number;
  /** The words with the markers cut out and white space around the cut closed. */
  readonly text: string;
  /** Heading of the section, or null. */
  readonly section: string | null;
  /** Paragraph within the section, from 1; each list item is its own. Null outside running text. */
  readonly paragraph: number | null;
  /** Paragraph within the document, from 0, for scope: equal numbers mean the same paragraph. */
  readonly block: number;
  readonly markers: readonly MarkerId[];
}

/** How markers look in this document; each is one module in `text/markers/`. */
export type MarkerStyle =
  | "superscript" // glued digits, as a browser copies them: clearance.1
  | "unicode-superscript" // clearance.¹
  | "bracket" // [1, 3–5]
  | "parenthesis" // (1,2)
  | "symbol" // * † ‡
  | "author-year" // (Brew et al., 2010), Brew (2010)
  | "author-page" // (Halloran 12)
  | "key" // [@brew2010, p. 3]
  | "note-call"; // the format itself links to the note

export interface Marker extends Span {
  readonly id: MarkerId;
  readonly style: MarkerStyle;
  readonly text: string;
  /** Labels as read, ranges expanded: "3–5" → 3 4 5. Empty for author-year, author-page and key. */
  readonly labels: readonly string[];
  readonly notes: readonly NoteId[];
  /** Labels without a note. */
  readonly dangling: readonly string[];
  /** In-text citations inside this marker, in order. */
  readonly cites: readonly CiteText[];
  readonly basis: Basis;
}

export type NoteType = "footnote" | "endnote" | "reference";

/** A footnote, endnote or reference-list entry. */
export interface Note extends Span {
  readonly id: NoteId;
  readonly type: NoteType;
  /** The label as printed without brackets or stop ("1", "*", "health-visits"); null in an unnumbered list. */
  readonly label: string | null;
  /** Numberings that start afresh (per page, per chapter) count up from 1. */
  readonly scope: number;
  /** Where the words begin behind the label. */
  readonly bodyStart: number;
  /** Where the words end, before page-link noise ("[PubMed]") and back-links. */
  readonly bodyEnd: number;
  /** The note of the page before whose last words these are: it ran over to this page's foot. */
  readonly continues?: NoteId;
}

/** A candidate that lost to another reading by a narrow margin: both readings are kept. */
export interface UncertainMarker extends Span {
  readonly text: string;
  readonly taken: "marker" | "text";
  readonly reason: string;
}

/** What `text/` makes of a document: everything that can be said before references are read. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  readonly markers: readonly Marker[];
  readonly notes: readonly Note[];
  /** Marker styles found, the dominant one first. */
  readonly conventions: readonly MarkerStyle[];
  readonly uncertain: readonly UncertainMarker[];
}

// ---------------------------------------------------------------- citations (reference/)

/** How a citation names its source. `vague` names a class of things, no identifiable work. */
export type Form = "full" | "short" | "ibid" | "supra" | "author-year" | "key" | "vague";

export type PinpointLabel =
  | "page"
  | "section"
  | "paragraph"
  | "chapter"
  | "folio"
  | "table"
  | "figure"
  | "article"
  | "appendix"
  | "note"
  | "line"
  | "verse"
  | "volume"
  | "part"
  | "column"
  | "regulation"
  | "item"
  | "question"
  | "number"
  | "timestamp";

/** The place cited inside a source. `value` is as printed with dashes made "-" ("130-2" stays "130-2"). */
export interface Pinpoint {
  readonly label: PinpointLabel;
  readonly value: string;
}

/** What the words of one citation say, before anything is looked up. */
export interface CiteText extends Span {
  readonly form: Form;
  readonly raw: string;
  /** Surnames or organisations named, in order, "et al." never among them. */
  readonly names: readonly string[];
  readonly namesTruncated: boolean;
  /** Year with its letter ("2008a"), or null. */
  readonly year: string | null;
  /** Words of a short title, or null. */
  readonly title: string | null;
  /** The note number of "supra note 3", "n. 3 above", or null. */
  readonly noteRef: string | null;
  /** Citation key, identifier or hereinafter name, or null. */
  readonly key: string | null;
  readonly pinpoint: Pinpoint | null;
  readonly prefix: string | null;
  readonly suffix: string | null;
  /** For form `full`: the whole reference. */
  readonly reference: ParsedReference | null;
}

/** A note cut into its citations and the words that cite nothing. */
export interface NoteParts {
  readonly note: NoteId;
  readonly cites: readonly CiteText[];
  readonly commentary: readonly Span[];
}

/** CSL-JSON as far as we read and write it (CSL 1.0.2 input schema). */
export interface Csl {
  readonly id?: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly editor?: readonly CslName[];
  readonly translator?: readonly CslName[];
  readonly "container-title"?: string;
  readonly "collection-title"?: string;
  readonly "collection-number"?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly "number-of-pages"?: string;
  readonly number?: string;
  readonly edition?: string;
  readonly publisher?: string;
  readonly "publisher-place"?: string;
  readonly authority?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly genre?: string;
  readonly medium?: string;
  readonly note?: string;
  readonly language?: string;
  readonly DOI?: string;
  readonly PMID?: string;
  readonly PMCID?: string;
  readonly ISBN?: string;
  readonly ISSN?: string;
  readonly URL?: string;
  readonly custom?: Readonly<Record<string, string | number | boolean>>;
}

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly "non-dropping-particle"?: string;
  readonly "dropping-particle"?: string;
  readonly suffix?: string;
  readonly literal?: string;
}

export interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[];
  readonly raw?: string;
  readonly literal?: string;
}

/** Where a field of a source was read: span in the document's text, and how. */
export interface FieldEvidence extends Span {
  readonly field: string;
  readonly basis: Basis;
}

/**
 * A raw reference read into CSL-JSON. Spans of `evidence` are offsets into the raw string given to the parser;
 * inside a `CiteText` they are offsets into the document's text.
 */
export interface ParsedReference {
  readonly csl: Csl;
  /** "et al." stood at the end of the author list. */
  readonly authorsTruncated: boolean;
  readonly evidence: readonly FieldEvidence[];
  readonly confidence: Confidence;
}

// ---------------------------------------------------------------- sources and edges (resolve/)

export type RefusalReason = "unresolved" | "ambiguous" | "no-antecedent" | "compound-antecedent";

export type Resolution =
  | { readonly kind: "resolved"; readonly source: SourceId; readonly basis: Basis }
  | {
      readonly kind: "refused";
      readonly reason: RefusalReason;
      readonly candidates: readonly SourceId[];
      readonly basis: Basis;
    }
  /** A vague citation: there is nothing to resolve. */
  | { readonly kind: "none"; readonly basis: Basis };

/** One cite inside a note or marker, with what it came to. */
export interface CitationItem extends CiteText {
  readonly id: ItemId;
  readonly note: NoteId | null;
  readonly marker: MarkerId | null;
  readonly resolution: Resolution;
}

/** The cited work, with every mention of it. */
export interface Source {
  readonly id: SourceId;
  /** BibTeX key by the documented rule: "brew2010", "brew2010a" on collision. */
  readonly key: string;
  /** Short human label: "Brew & Davies 2010". */
  readonly label: string;
  readonly csl: Csl;
  readonly authorsTruncated: boolean;
  /** Items that resolve here, in text order. */
  readonly mentions: readonly ItemId[];
  /** Items or bibliography entries that describe the work in full, the first one first. */
  readonly descriptions: readonly ItemId[];
  /** Where each field was read, offsets into the document's text. */
  readonly evidence: readonly FieldEvidence[];
  readonly conflicts: readonly Conflict[];
}

/** Two descriptions of one source that disagree. Recorded, never averaged. */
export interface Conflict {
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly item: ItemId }[];
}

export type Scope = "direct" | "carried";

/** Claim → source, with everything that leads there. */
export interface Edge {
  readonly id: EdgeId;
  readonly claim: StatementId;
  readonly marker: MarkerId;
  readonly note: NoteId | null;
  readonly item: ItemId;
  readonly source: SourceId;
  readonly pinpoint: Pinpoint | null;
  readonly form: Form;
  readonly scope: Scope;
  /** For carried edges: `probable` or `possible`; null for direct ones. */
  readonly plausibility: "probable" | "possible" | null;
  readonly basis: Basis;
}

/** A claim whose citation was refused or vague: it would be an edge if it had a source. */
export interface OpenCitation {
  readonly claim: StatementId;
  readonly marker: MarkerId;
  readonly item: ItemId;
  readonly scope: Scope;
}

// ---------------------------------------------------------------- findings (audit/)

export type Severity = "error" | "warning" | "info";

export type Subject =
  | { readonly kind: "document" }
  | { readonly kind: "claim"; readonly id: StatementId }
  | { readonly kind: "marker"; readonly id: MarkerId }
  | { readonly kind: "note"; readonly id: NoteId }
  | { readonly kind: "item"; readonly id: ItemId }
  | { readonly kind: "source"; readonly id: SourceId };

export interface Finding {
  readonly id: FindingId;
  readonly code: string;
  readonly severity: Severity;
  readonly subjects: readonly Subject[];
  readonly spans: readonly Span[];
  readonly quote: string;
  readonly message: string;
  /** Every value the rule compared. */
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

// ---------------------------------------------------------------- the whole

/** Everything the engine says about one document. Plain JSON; the same bytes for the same input. */
export interface Analysis {
  readonly schema: "footing/analysis/1";
  readonly document: Document;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly statements: readonly Statement[];
  readonly markers: readonly Marker[];
  readonly notes: readonly Note[];
  readonly commentary: readonly (Span & { readonly note: NoteId })[];
  readonly items: readonly CitationItem[];
  readonly sources: readonly Source[];
  readonly edges: readonly Edge[];
  readonly open: readonly OpenCitation[];
  readonly findings: readonly Finding[];
  readonly conventions: readonly MarkerStyle[];
  readonly uncertain: readonly UncertainMarker[];
}
