/** Completion scripts: the shells themselves read them, and complete with them where they are installed. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { completionScript, shells } from "../scripts/cli/completion.ts";
import { createProgram } from "../scripts/cli/program.ts";
import { allCommands, commandTree } from "../scripts/cli/tree.ts";
import { installed, ran } from "./support/programs.ts";

const folder = mkdtempSync(join(tmpdir(), "footing-completion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tree = commandTree(createProgram());

function script(shell: (typeof shells)[number]): string {
  const path = join(folder, `footing.${shell}`);
  writeFileSync(path, completionScript(shell, tree));
  return path;
}

describe.each(shells)("completion of %s", (shell) => {
  it("is a script that the shell can read", ({ skip }) => {
    if (!installed(shell)) skip(`${shell} is not installed`);
    expect(ran(shell, ["-n", script(shell)])).toMatchObject({ code: 0, out: "", err: "" });
  });

  it("holds every command and option", () => {
    const text = completionScript(shell, tree);
    for (const { path, options } of allCommands(tree)) {
      for (const name of path) expect(text).toContain(name);
      for (const { long } of options) expect(text).toContain(shell === "fish" ? `-l ${long.slice(2)}` : long);
    }
  });
});

const cases: readonly (readonly [line: string, completes: readonly string[]])[] = [
  ["footing ex", ["export"]],
  ["footing export --to bib", ["bibtex", "biblatex"]],
  ["footing evaluate g", ["golden"]],
  ["footing audit --fo", ["--format"]],
  ["footing audit page.txt --format sa", ["sarif"]],
  ["footing completion ", ["bash", "fish", "zsh"]],
];

describe("completing", () => {
  it.each(cases)("in bash: %s", (line, completes) => {
    const words = line.split(" ");
    const say = `source '${script("bash")}'; COMP_WORDS=(${words.map((w) => `'${w}'`).join(" ")}); COMP_CWORD=${words.length - 1}; _footing; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { out, err } = ran("bash", ["--norc", "-c", say]);
    expect([err, out.trim().split("\n").sort()]).toEqual(["", [...completes].sort()]);
  });

  it("in bash leaves files to the shell", () => {
    for (const line of [
      ["footing", "parse", "pa"],
      ["footing", "export", "x", "-o", "pa"],
    ]) {
      const say = `source '${script("bash")}'; COMP_WORDS=(${line.join(" ")}); COMP_CWORD=${line.length - 1}; _footing; echo "\${#COMPREPLY[@]}"; complete -p footing`;
      expect(ran("bash", ["--norc", "-c", say]).out).toMatch(/^0\ncomplete .*-o default/);
    }
  });

  it.for(cases)("in fish: %s", ([line, completes], { skip }) => {
    if (!installed("fish")) skip("fish is not installed");
    const { out } = ran("fish", ["--no-config", "-c", `source '${script("fish")}'; complete -C '${line}'`]);
    const words = out
      .trim()
      .split("\n")
      .map((row) => row.split("\t")[0]);
    expect(words.sort()).toEqual([...completes].sort());
  });
});
