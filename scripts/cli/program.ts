/** The program with all its commands: one file per command in `commands/`, each loading what it needs when it is run. */
import { Command } from "commander";
import { addAccount } from "../commands/account.ts";
import { addAudit } from "../commands/audit.ts";
import { addBackup } from "../commands/backup.ts";
import { addCompletion } from "../commands/completion.ts";
import { addEvaluate } from "../commands/evaluate.ts";
import { addExport } from "../commands/export.ts";
import { addImport } from "../commands/import.ts";
import { addMcp } from "../commands/mcp.ts";
import { addParse } from "../commands/parse.ts";
import { addReference } from "../commands/reference.ts";
import { addServe } from "../commands/serve.ts";
import { addWork } from "../commands/work.ts";
import { footingPackage } from "./package.ts";

/** In the order of the help page. */
const commands = [
  addServe,
  addImport,
  addParse,
  addAudit,
  addExport,
  addReference,
  addMcp,
  addEvaluate,
  addAccount,
  addWork,
  addBackup,
  addCompletion,
];

/** Returns the program; a wrong call throws a CommanderError instead of ending the process. */
export function createProgram(): Command {
  const program = new Command("footing")
    .description("Shows what a document's claims stand on: claims, notes and sources.")
    .version(footingPackage.version)
    .showHelpAfterError("(footing --help shows how)")
    .exitOverride()
    .addHelpText(
      "after",
      `
Examples:
  footing parse page.txt                     claims, notes and sources, for a person
  footing parse page.txt --json              everything, as JSON
  footing export page.txt --to bibtex        the sources as BibTeX
  footing import report.docx page.html       into the library that serve shows
  footing serve                              the desk, on http://127.0.0.1:4600

FILE may be "-" for standard input. Exit codes: 0 done, 1 bad input, 2 wrong call.`,
    );
  for (const add of commands) add(program);
  return program;
}
