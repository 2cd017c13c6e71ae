/** `npm run docs`: writes every page that is made from the code, and the README's table of the newest benchmark. */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readmePage } from "./bench/record.ts";
import { architecturePage } from "./docs-architecture.ts";
import { cliPage } from "./docs-cli.ts";
import { libraryPage } from "./docs-library.ts";

/** Pages by their path in the tree; each function returns the page as it should be. */
export const madePages: ReadonlyMap<string, () => string | Promise<string>> = new Map<
  string,
  () => string | Promise<string>
>([
  ["README.md", readmePage],
  ["docs/architecture.md", architecturePage],
  ["docs/cli.md", cliPage],
  ["docs/library.md", libraryPage],
]);

if (import.meta.filename === process.argv[1]) {
  for (const [path, make] of madePages)
    writeFileSync(join(resolve(import.meta.dirname, "../.."), path), await make());
}
