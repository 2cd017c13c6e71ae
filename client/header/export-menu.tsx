/** Taking the result away, or what the filters show of it: BibTeX at once, the report, and every format the server writes. */
import { useQuery } from "@tanstack/react-query";
import { DropdownMenu } from "radix-ui";
import { type JSX, useState } from "react";
import { requestJson } from "../api/http.ts";
import { exportPath } from "../api/library.ts";
import { useOpened } from "../desk/context.ts";
import { workOf } from "../desk/emphasis.ts";
import { useShown } from "../desk/shown.ts";
import { count } from "../desk/words.ts";
import { copyBibtex } from "../parts/copy.ts";
import { Icon } from "../parts/icon.tsx";
import { useDesk } from "../state/store.ts";
import { partQuery } from "./part.ts";

interface Format {
  readonly format: string;
  readonly extension: string;
  readonly description: string;
}

/** Names as their own communities write them; a format that the server learns later goes by its own word. */
const names: Readonly<Record<string, string>> = {
  bibtex: "BibTeX",
  biblatex: "BibLaTeX",
  "csl-json": "CSL-JSON",
  ris: "RIS",
  apa: "bibliography in APA style",
  vancouver: "bibliography in Vancouver style",
  chicago: "bibliography in Chicago style",
  csv: "table of claims, CSV",
  "csv-sources": "table of sources, CSV",
  graphml: "GraphML",
  gexf: "GEXF",
  "web-annotation": "Web Annotations",
  markdown: "report, Markdown",
  html: "report, HTML",
  svg: "picture, SVG",
  "ro-crate": "everything, RO-Crate",
};

const first: ReadonlySet<string> = new Set(["bibtex", "html"]);

export function ExportMenu(): JSX.Element {
  const { id, desk } = useOpened();
  const work = useDesk((state) => workOf(desk, state.selection));
  const shown = useShown();
  const [narrowed, setNarrowed] = useState(true);
  const part = shown && shown.claims.size > 0 ? partQuery(desk, shown) : null;
  const query = narrowed ? (part ?? "") : "";
  const { data: formats = [] } = useQuery({
    queryKey: ["formats"],
    queryFn: async ({ signal }) =>
      (await requestJson<{ readonly items: readonly Format[] }>("/api/formats", { signal })).items,
  });
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="tool worded">
        <Icon name="export" />
        <span className="tool-word">Export</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Content
        className="menu"
        align="end"
        sideOffset={4}
        collisionPadding={8}
        aria-label="Take away"
      >
        <DropdownMenu.Item onSelect={() => void copyBibtex(id)}>
          Copy BibTeX of all sources <kbd>Y</kbd>
        </DropdownMenu.Item>
        {work && (
          <DropdownMenu.Item onSelect={() => void copyBibtex(id, work.source)}>
            Copy BibTeX of {work.source.label}
          </DropdownMenu.Item>
        )}
        <DropdownMenu.Separator />
        {shown && (
          <>
            <DropdownMenu.CheckboxItem
              checked={part !== null && narrowed}
              disabled={part === null}
              onCheckedChange={setNarrowed}
              onSelect={(event) => event.preventDefault()}
            >
              <span className="menu-check" aria-hidden="true">
                {part !== null && narrowed ? "✓" : ""}
              </span>
              Only what the filters show: {count(shown.claims.size, "claim")}
              {part === null && shown.claims.size > 0 && ", too many to name"}
            </DropdownMenu.CheckboxItem>
            <DropdownMenu.Separator />
          </>
        )}
        <Downloads id={id} query={query} formats={formats.filter(({ format }) => first.has(format))} />
        <DropdownMenu.Separator />
        <Downloads id={id} query={query} formats={formats.filter(({ format }) => !first.has(format))} />
      </DropdownMenu.Content>
    </DropdownMenu.Root>
  );
}

interface DownloadsProps {
  readonly id: string;
  /** Names the part wanted; empty for the whole. */
  readonly query: string;
  readonly formats: readonly Format[];
}

function Downloads({ id, query, formats }: DownloadsProps): JSX.Element {
  return (
    <>
      {formats.map(({ format, description }) => (
        <DropdownMenu.Item key={format} asChild>
          <a href={`${exportPath(id, format)}${query}`} download title={description}>
            Download {names[format] ?? format}
          </a>
        </DropdownMenu.Item>
      ))}
    </>
  );
}
