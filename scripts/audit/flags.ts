/** What `footing audit` can be told, apart from the work itself: the command line needs no more to start. */
import type { Finding } from "../../core/model.ts";

export const formats = ["text", "json", "sarif", "html", "markdown", "csv", "junit"] as const;
export type Format = (typeof formats)[number];
export type Severity = Finding["severity"];

export interface Flags {
  readonly format: Format;
  readonly output?: string | undefined;
  readonly asOf?: string | undefined;
  readonly failOn?: string | undefined;
  readonly retractions?: string | undefined;
  readonly config?: string | false | undefined;
  readonly show?: Severity | undefined;
  /** A file of review events, whose verdicts an HTML report shows. */
  readonly review?: string | undefined;
  readonly bibliography: readonly string[];
}
