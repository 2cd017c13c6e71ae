/** What a finding means: its rule, what to do, where it may be wrong, and every value it compared. */
import type { JSX } from "react";
import { describe, severityWords } from "../../core/audit/describe.ts";
import type { Finding } from "../../core/model.ts";
import { Dialog } from "../parts/dialog.tsx";

export function FindingPage({
  finding,
  onClose,
}: {
  readonly finding: Finding;
  readonly onClose: () => void;
}): JSX.Element {
  const { title, rule, remedy, caution, severity, groupName, code } = describe(finding);
  const values = Object.entries(finding.data);
  return (
    <Dialog open onClose={onClose} title={title}>
      <p className="hint">
        {`${severityWords[severity].one}: ${severityWords[severity].means} · ${groupName} · `}
        <code>{code}</code>
      </p>
      <p>{rule}</p>
      <h3>Here</h3>
      {finding.quote !== "" && <blockquote className="finding-quote">{finding.quote}</blockquote>}
      <p>{finding.message}</p>
      {values.length > 0 && (
        <dl className="facts">
          {values.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{Array.isArray(value) ? value.join(", ") : String(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <h3>What to do</h3>
      <p>{remedy}</p>
      <h3>Where the rule may be wrong</h3>
      <p>{caution}</p>
    </Dialog>
  );
}
