/** Bringing documents in: drop, choose or paste; see what would be found; then add. */
import { type ChangeEvent, type JSX, useId, useState } from "react";
import type { Added, Body, Companion } from "../api/imports.ts";
import { count } from "../desk/words.ts";
import { Dialog } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { toast } from "../state/announce.ts";
import { go } from "../state/store.ts";
import { JobRow } from "./import/job-row.tsx";
import { addAll, dropAll, isBusy, takeIn, toAdd, useJobs } from "./import/jobs.ts";
import { ListRow } from "./import/list-row.tsx";
import { usePageDrop, usePagePaste } from "./import/page-input.ts";
import { droppedFiles, sortFiles } from "./import/sort-files.ts";

interface Props {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

const accepted = ".txt,.md,.html,.htm,.docx,.pdf,.xml,.wiki,.bib,.ris,.json,.csv,text/*";

/** A text has no name; the first words stand for it on the list. */
const textBody = (text: string): Body => {
  const words = text.trim().slice(0, 60).replaceAll(/\s+/g, " ");
  return { kind: "text", name: words.length < 60 ? words : `${words.slice(0, 57)}…`, text };
};

export function ImportDialog({ open, setOpen }: Props): JSX.Element {
  const [dragging, setDragging] = useState(false);
  const [pasted, setPasted] = useState("");
  const [aside, setAside] = useState<readonly string[]>([]);
  const [list, setList] = useState<File | null>(null);
  const line = useJobs();
  const { jobs } = line;

  const take = async (files: readonly File[], cut = false): Promise<void> => {
    const { documents, bibliographies, retractions } = sortFiles(files);
    const companions = await Promise.all(
      bibliographies.map(async (file): Promise<Companion> => ({ name: file.name, text: await file.text() })),
    );
    setAside([
      ...(documents.length === 0 && companions.length > 0
        ? ["A bibliography comes in together with its document: choose both."]
        : []),
      ...(retractions.length > 1
        ? ["One list to check against is used at a time; the first one was taken."]
        : []),
      ...(cut ? ["There are more files than one import takes; the rest was left out."] : []),
    ]);
    if (retractions[0] !== undefined) setList(retractions[0]);
    if (documents.length > 0)
      takeIn(
        documents.map((file): Body => ({ kind: "file", name: file.name, bytes: file })),
        companions,
      );
  };
  usePageDrop(
    (over) => {
      setDragging(over);
      if (over) setOpen(true);
    },
    (transfer) => void droppedFiles(transfer).then(({ files, cut }) => take(files, cut)),
  );
  usePagePaste((text) => {
    setPasted(text);
    setOpen(true);
  });

  const add = async (): Promise<void> => {
    const added = await addAll();
    const left = useJobs.getState().jobs.filter(({ stage }) => stage.kind === "failed");
    if (added.length === 0) return;
    toast(said(added));
    if (left.length > 0) return;
    dropAll();
    setOpen(false);
    go(added.length === 1 ? { kind: "document", id: added[0]!.document.id } : { kind: "library" });
  };

  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Import documents">
      {list !== null && (
        <ListRow
          file={list}
          onEnd={(used) => {
            setList(null);
            if (used && jobs.length === 0) setOpen(false);
          }}
        />
      )}
      {jobs.length === 0 && list === null && (
        <Offer
          dragging={dragging}
          onFiles={(files) => void take(files)}
          pasted={pasted}
          setPasted={setPasted}
        />
      )}
      {jobs.length > 0 && (
        <ul className="jobs" aria-label="Documents to import">
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
      )}
      {line.companions.length > 0 && (
        <p className="hint">
          Sources are completed from {line.companions.map(({ name }) => name).join(", ")}.
        </p>
      )}
      {aside.map((words) => (
        <p key={words} className="hint">
          {words}
        </p>
      ))}
      {jobs.length > 0 && (
        <div className="actions">
          <button
            type="button"
            className="button primary"
            disabled={toAdd(line) === 0 || isBusy(line)}
            onClick={() => void add()}
          >
            {toAdd(line) > 1 ? `Add ${count(toAdd(line), "document")}` : "Add"}
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              dropAll();
              setAside([]);
            }}
          >
            {isBusy(line) ? "Cancel" : "Start over"}
          </button>
        </div>
      )}
    </Dialog>
  );
}

interface OfferProps {
  readonly dragging: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly pasted: string;
  readonly setPasted: (text: string) => void;
}

function Offer({ dragging, onFiles, pasted, setPasted }: OfferProps): JSX.Element {
  const id = useId();
  const chosen = (event: ChangeEvent<HTMLInputElement>): void => {
    onFiles([...(event.target.files ?? [])]);
    event.target.value = "";
  };
  return (
    <>
      <div className="drop" data-dragging={dragging}>
        <Icon name="import" />
        <p>Drop files or a folder here, or anywhere on the page</p>
        <div className="actions">
          <label className="button primary">
            Choose files
            <input type="file" className="unseen" multiple accept={accepted} onChange={chosen} />
          </label>
          <label className="button">
            Choose a folder
            <input type="file" className="unseen" multiple webkitdirectory="" onChange={chosen} />
          </label>
        </div>
        <p className="hint">
          Text, Markdown, HTML, Word, PDF, JATS or wikitext; with .bib, .ris or CSL-JSON files beside them; or
          the Retraction Watch .csv, a list to check sources against
        </p>
      </div>
      <label className="field" htmlFor={id}>
        or paste the text
      </label>
      <textarea
        id={id}
        rows={6}
        value={pasted}
        onChange={(event) => setPasted(event.target.value)}
        placeholder="With its markers and notes, as it stands on the page"
      />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={pasted.trim() === ""}
          onClick={() => {
            takeIn([textBody(pasted)]);
            setPasted("");
          }}
        >
          Read the text
        </button>
      </div>
    </>
  );
}

function said(added: readonly Added[]): string {
  const [only] = added;
  if (added.length > 1) return `Added ${count(added.length, "document")}`;
  const name = only!.document.title ?? only!.document.name ?? "The text";
  const { claims, sources } = only!.document.counts;
  return only!.created
    ? `${name}: ${count(claims, "claim")}, ${count(sources, "source")}`
    : `${name} is already in the library`;
}
