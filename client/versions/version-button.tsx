/** Says which version is open where there are several, and warns when it is not the newest. */
import { type JSX, useState } from "react";
import { useOpened } from "../desk/context.ts";
import { later } from "../parts/later.tsx";
import { useVersions } from "./api.ts";

const VersionsDialog = later(async () => (await import("./versions-dialog.tsx")).VersionsDialog);

export function VersionButton(): JSX.Element | null {
  const { id } = useOpened();
  const { data: versions = [] } = useVersions(id);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const here = versions.find((v) => v.id === id);
  if (!here || versions.length < 2) return null;
  const newest = versions[0]!.id === id;
  return (
    <>
      <button
        type="button"
        className="quiet version-button"
        data-old={!newest}
        aria-haspopup="dialog"
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
      >
        version {here.version ?? 1} of {versions.length}
      </button>
      {asked && <VersionsDialog versions={versions} open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
