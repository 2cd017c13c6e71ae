/** Prints a reading as a page of blocks, calls, notes and notices, for case files. */
import type { Document, Hint } from "../../../core/model.ts";

/** Marks put around the words of a hint. */
function signs(hint: Hint): readonly [string, string] | null {
  switch (hint.kind) {
    case "note-call":
      return ["⟦", `→${hint.target}⟧`];
    case "superscript":
      return ["^{", "}"];
    case "subscript":
      return ["_{", "}"];
    case "emphasis":
      return ["/", "/"];
    case "literal":
      return ["`", "`"];
    case "link":
      return ["<", `→${hint.url}>`];
    case "back-link":
      return ["↩{", "}"];
    case "citation":
      return [
        "«",
        `→${hint.cites.map((c) => [c.prefix, c.key, c.pinpoint && `${c.pinpoint.label} ${c.pinpoint.value}`, c.suffix].filter(Boolean).join(" ")).join("; ")}»`,
      ];
    case "left-out":
      return [`✂(${hint.what})`, ""];
    case "page":
      return [`⟨page ${hint.label ?? "?"}⟩`, ""];
    case "note-body":
      return null;
    default:
      return hint satisfies never;
  }
}

/** Returns one line for each block; a note's block begins with its id, type and label. */
export function printReading(document: Document): string {
  const { text, blocks, hints, notices } = document;
  const lines = blocks.map(({ start, end, kind, level }) => {
    const inside = hints.filter((hint) => hint.start >= start && hint.end <= end);
    const opens = new Map<number, string>();
    const closes = new Map<number, string>();
    for (const hint of inside) {
      const pair = signs(hint);
      if (pair === null) continue;
      opens.set(hint.start, (opens.get(hint.start) ?? "") + pair[0]);
      closes.set(hint.end, pair[1] + (closes.get(hint.end) ?? ""));
    }
    const body = hints.find((hint) => hint.kind === "note-body" && hint.start === start);
    let out = "";
    for (let i = start; i <= end; i++) {
      const close = closes.get(i) ?? "";
      // An empty hint opens and closes at one place.
      out += i === start || opens.has(i) ? close + (opens.get(i) ?? "") : close;
      if (body?.kind === "note-body" && i === body.bodyStart && i > start) out += "‖";
      if (i < end) out += text[i];
    }
    const note =
      body?.kind === "note-body"
        ? ` [${body.id} ${body.type} ${body.label ?? "–"}${body.csl ? " csl" : ""}]`
        : "";
    return `${kind}${level ?? ""}${note} ${out.replace(/\n/g, "⏎").replace(/\u00a0/g, "·")}`;
  });
  return [...lines, ...notices.map(({ message }) => `! ${message}`)].join("\n");
}
