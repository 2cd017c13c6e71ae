/** The pages of docs/ that are made from the code are up to date, links lead somewhere, and the library is commented. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { exportFormats } from "../core/bib/formats.ts";
import { madePages } from "../scripts/dev/docs.ts";

const root = resolve(import.meta.dirname, "..");
const pages = [
  ...readdirSync(root).filter((f) => f.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".md"))
    .map((f) => `docs/${f}`),
].sort();
const read = (page: string): string => readFileSync(join(root, page), "utf8");

describe("pages made from the code", () => {
  it.each([...madePages])("%s is up to date (npm run docs)", async (path, make) => {
    expect(read(path)).toBe(await make());
  });

  it("have a comment for every function, class and value of the library", () => {
    const bare = [...read("docs/library.md").matchAll(/^#### (\w+)\n\n```ts\n(?:function|class|const) /gm)];
    expect(bare.map((m) => m[1])).toEqual([]);
  });
});

describe("docs/exports", () => {
  it("has a row and a page for every format", () => {
    const index = read("docs/exports/README.md");
    for (const format of exportFormats.keys())
      expect(index).toMatch(new RegExp(`^\\| \\[.*\`${format}\`.*\\]\\(([a-z-]+\\.md)\\)`, "m"));
  });
});

/** The anchor that a forge makes of a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[`*_]/g, "")
    .replace(/[^\p{L}\p{N}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");

describe("links", () => {
  it.each(pages)("of %s lead to something that is there", (page) => {
    const prose = read(page)
      .replace(/```[\s\S]*?```/g, "")
      .replace(/`[^`\n]*`/g, "");
    const dead: string[] = [];
    for (const [, target] of prose.matchAll(/\]\(([^()\s]+)\)/g)) {
      if (/^(?:https?:|mailto:)/.test(target!)) continue;
      const [path = "", fragment] = target!.split("#");
      const file = path === "" ? page : relative(root, resolve(root, dirname(page), path));
      if (file.startsWith("..") || !existsSync(join(root, file))) dead.push(target!);
      else if (fragment !== undefined && file.endsWith(".md")) {
        const anchors = [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchor(heading!));
        if (!anchors.includes(fragment)) dead.push(target!);
      }
    }
    expect(dead).toEqual([]);
  });
});
