/** The one list of single-key shortcuts: what each does, and its words in the help. They never act inside fields. */
import { verdicts, verdictWords } from "../../core/review/index.ts";

export type CommandId =
  | "next-claim"
  | "previous-claim"
  | "next-source"
  | "previous-source"
  | "inspect"
  | "go-text"
  | "go-graph"
  | "go-inspector"
  | "go-table"
  | "verdict-1"
  | "verdict-2"
  | "verdict-3"
  | "verdict-4"
  | "clear-verdict"
  | "comment"
  | "next-open"
  | "toggle-list"
  | "withdraw"
  | "copy-bibtex"
  | "copy-link"
  | "search"
  | "filters"
  | "zoom-in"
  | "zoom-out"
  | "zoom-fit"
  | "help";

export interface Shortcut {
  readonly id: CommandId;
  /** As `KeyboardEvent.key` gives it; capitals mean Shift. */
  readonly keys: readonly string[];
  /** As the help shows it. */
  readonly shown: readonly string[];
  readonly does: string;
}

export const shortcuts: readonly Shortcut[] = [
  { id: "next-claim", keys: ["j"], shown: ["J"], does: "next claim" },
  { id: "previous-claim", keys: ["k"], shown: ["K"], does: "previous claim" },
  { id: "next-source", keys: ["]"], shown: ["]"], does: "next source" },
  { id: "previous-source", keys: ["["], shown: ["["], does: "previous source" },
  { id: "next-open", keys: ["n"], shown: ["N"], does: "next pair without a verdict" },
  ...verdicts.map(
    (verdict, i): Shortcut => ({
      id: `verdict-${(i + 1) as 1 | 2 | 3 | 4}`,
      keys: [String(i + 1)],
      shown: [String(i + 1)],
      does: `verdict: ${verdictWords[verdict].label}`,
    }),
  ),
  { id: "clear-verdict", keys: ["0"], shown: ["0"], does: "take the verdict back" },
  { id: "comment", keys: ["c"], shown: ["C"], does: "comment on the pair" },
  { id: "inspect", keys: ["Enter"], shown: ["Enter"], does: "open the selection in the inspector" },
  { id: "go-text", keys: ["r"], shown: ["R"], does: "go to the text" },
  { id: "go-graph", keys: ["g"], shown: ["G"], does: "go to the graph" },
  { id: "go-inspector", keys: ["i"], shown: ["I"], does: "go to the inspector" },
  { id: "go-table", keys: ["t"], shown: ["T"], does: "go to the audit table" },
  { id: "toggle-list", keys: ["l"], shown: ["L"], does: "graph as a list, and back" },
  { id: "withdraw", keys: ["w"], shown: ["W"], does: "withdraw the source, or restore it" },
  { id: "copy-bibtex", keys: ["y"], shown: ["Y"], does: "copy BibTeX of the source, or of all" },
  { id: "copy-link", keys: ["Y"], shown: ["Shift", "Y"], does: "copy a link to this view" },
  { id: "search", keys: ["/"], shown: ["/"], does: "find a claim or a source" },
  { id: "filters", keys: ["f"], shown: ["F"], does: "filters" },
  { id: "zoom-in", keys: ["+", "="], shown: ["+"], does: "zoom in" },
  { id: "zoom-out", keys: ["-", "−"], shown: ["−"], does: "zoom out" },
  { id: "zoom-fit", keys: ["."], shown: ["."], does: "show the whole graph" },
  { id: "help", keys: ["?"], shown: ["?"], does: "this help" },
];
