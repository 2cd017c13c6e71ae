/** docs/findings is what the rule files say, and the reports link to pages that are there. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { catalogue, describe as inWords, pageOf } from "../core/audit/describe.ts";
import { rules } from "../core/audit/index.ts";
import { catalogueModule } from "../core/audit/page.ts";
import { catalogueFile, findingPages, keptFigures } from "../scripts/dev/docs-findings.ts";

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "docs/findings");

describe("docs/findings", () => {
  it("is up to date (npm run docs:findings)", () => {
    const pages = findingPages(keptFigures());
    expect(readdirSync(folder).sort()).toEqual([...pages.keys(), "figures.json"].sort());
    for (const [name, text] of pages)
      expect({ name, text: readFileSync(join(folder, name), "utf8") }).toEqual({ name, text });
  });

  it("gives the browser the same words", () => {
    expect(readFileSync(catalogueFile, "utf8")).toBe(catalogueModule(rules));
    expect(new Set(catalogue.map(({ title }) => title)).size).toBe(rules.length);
    expect(inWords({ code: "orphan-note", severity: "error" })).toMatchObject({
      title: "Note without a marker",
      severity: "error",
      groupName: "Markers and notes",
      remedy: "Place its marker in the text or delete the note.",
    });
    expect(inWords("code-of-a-later-version")).toMatchObject({
      title: "code-of-a-later-version",
      remedy: "",
    });
  });

  it("has the page that each report names", () => {
    for (const { code } of rules)
      expect({ code, is: existsSync(join(root, pageOf(code))) }).toEqual({ code, is: true });
  });

  it("keeps figures that were measured: no structural finding is wrong or missed", () => {
    for (const [code, { mutations }] of Object.entries(keptFigures()))
      if (mutations) expect({ code, ...mutations }).toMatchObject({ wrong: 0, found: mutations.expected });
  });
});
