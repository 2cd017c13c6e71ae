/** The export formats that the API offers, by the name in the address. */
import type { ExportFormat } from "./engine.ts";

export const exportFormats: ReadonlyMap<string, ExportFormat> = new Map([
  [
    "csl-json",
    {
      media: "application/vnd.citationstyles.csl+json",
      extension: "json",
      description: "CSL-JSON",
      write: (analysis, sources) =>
        JSON.stringify(
          analysis.sources.filter((s) => sources?.includes(s.id) ?? true).map((s) => s.csl),
          null,
          2,
        ),
    },
  ],
]);
