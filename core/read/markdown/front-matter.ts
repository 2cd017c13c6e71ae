/** The few facts Footing takes from a YAML front matter or a pandoc title block. Not a YAML parser. */
import { isoDate } from "../dates.ts";

export interface FrontMatter {
  /** Length of the front matter; the document's text begins behind it. */
  readonly length: number;
  readonly title: string | null;
  readonly language: string | null;
  readonly date: string | null;
  /** Bibliography files it names. */
  readonly bibliography: readonly string[];
}

const none: FrontMatter = { length: 0, title: null, language: null, date: null, bibliography: [] };

/** Front matter longer than this is text that happens to begin with a line of hyphens. */
const most = 100_000;

export function readFrontMatter(text: string): FrontMatter {
  const open = /^---[ \t]*\r?\n/.exec(text);
  if (open === null) return titleBlock(text);
  const close = /\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, most));
  if (close === null || !/^[\w"'-]{1,80}\s*:/m.test(text.slice(open[0].length, close.index))) return none;
  const yaml = text.slice(open[0].length, close.index);
  const fields = new Map<string, string>();
  let list: string | null = null;
  for (const line of yaml.split(/\r?\n/)) {
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (item && list !== null) {
      fields.set(list, `${fields.get(list) ?? ""}\n${unquote(item[1]!)}`);
      continue;
    }
    const field = /^([\w-]{1,80})\s*:\s*(.*)$/.exec(line);
    list = field ? field[1]!.toLowerCase() : list;
    if (field && !fields.has(list!)) fields.set(list!, unquote(field[2]!));
  }
  const get = (name: string): string | null => fields.get(name)?.trim() || null;
  const named = (get("bibliography") ?? "").replace(/^\[|\]$/g, "");
  return {
    length: close.index + close[0].length,
    title: get("title"),
    language: get("lang") ?? get("language"),
    date: isoDate(get("date")),
    bibliography: named
      .split(/[\n,]/)
      .map((name) => unquote(name))
      .filter((name) => name !== ""),
  };
}

function unquote(value: string): string {
  const bare = value.replace(/\s+#.*$/, "").trim();
  const quoted = /^(["'])([\s\S]*)\1$/.exec(bare);
  return quoted ? quoted[2]! : bare;
}

/** Pandoc's title block: "% Title", "% Authors", "% Date". */
function titleBlock(text: string): FrontMatter {
  const block = /^% ?(.{0,500})\r?\n(?:% ?(.{0,500})(?:\r?\n|$))?(?:% ?(.{0,100})(?:\r?\n|$))?/.exec(text);
  if (block === null) return none;
  return {
    ...none,
    length: block[0].length,
    title: block[1]!.trim() || null,
    date: isoDate(block[3] ?? null),
  };
}
