/** The versions of the open document: when each came in, and what changed from one to the next. */
import { type JSX, useMemo, useState } from "react";
import { diffVersions } from "../../core/review/diff.ts";
import type { DocumentSummary } from "../api/library.ts";
import { useOpened } from "../desk/context.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Failure } from "../parts/failure.tsx";
import { formatAddress, library } from "../state/address.ts";
import { useAnalysis } from "./api.ts";
import { ChangedText, changeSummary } from "./changed-text.tsx";

interface Props {
  readonly versions: readonly DocumentSummary[];
  readonly open: boolean;
  readonly onClose: () => void;
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export function VersionsDialog({ versions, open, onClose }: Props): JSX.Element {
  const { id, desk } = useOpened();
  const here = versions.find((v) => v.id === id);
  const older = versions.filter((v) => (v.version ?? 1) < (here?.version ?? 1));
  const [chosen, setChosen] = useState<string | null>(null);
  const from = older.find((v) => v.id === chosen) ?? older[0] ?? null;
  const { data: before, error, refetch } = useAnalysis(open ? (from?.id ?? null) : null);
  const diff = useMemo(() => (before ? diffVersions(before, desk.analysis) : null), [before, desk]);
  return (
    <Dialog open={open} onClose={onClose} title="Versions">
      <ol className="versions" aria-label="Versions, the newest first">
        {versions.map((version) => (
          <li key={version.id} aria-current={version.id === id ? "true" : undefined}>
            <a
              href={formatAddress({ ...library, place: { kind: "document", id: version.id } })}
              onClick={onClose}
            >
              Version {version.version ?? 1}
            </a>
            <span className="hint">
              {day.format(new Date(version.importedAt))}
              {version.name && ` · ${version.name}`}
              {version.id === id && " · open now"}
            </span>
          </li>
        ))}
      </ol>
      {older.length > 1 && (
        <label className="field">
          Compare with{" "}
          <select value={from?.id} onChange={(event) => setChosen(event.target.value)}>
            {older.map((version) => (
              <option key={version.id} value={version.id}>
                version {version.version ?? 1}
              </option>
            ))}
          </select>
        </label>
      )}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {from && !diff && !error && <p className="hint">Comparing…</p>}
      {from && diff && (
        <>
          <h3>
            From version {from.version ?? 1} to {here?.version ?? 1}: {changeSummary(diff)}
          </h3>
          <ChangedText diff={diff} />
        </>
      )}
      {!from && <p className="hint">This is the first version.</p>}
    </Dialog>
  );
}
