/** Takes a source as one work with another of the library: find it, see both beside each other, state the reason. */
import { type FormEvent, type JSX, useDeferredValue, useState } from "react";
import { type Comparison, type Member, type Reason, useComparison, useStatement } from "../api/merges.ts";
import { type LibrarySource, useLibrarySources } from "../api/works.ts";
import { count } from "../desk/words.ts";
import { More } from "../library/more.tsx";
import { SourceSearch } from "../library/source-search.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { toast } from "../state/announce.ts";
import { DecideButtons, failureText } from "./decide-buttons.tsx";
import { deciderName } from "./decider.ts";
import { Named, Said } from "./said.tsx";
import { comparedLine, documentName, reasonText } from "./words.ts";

interface Props {
  readonly open: boolean;
  readonly member: Member;
  /** The work that it belongs to, which is not offered. */
  readonly work: string;
  readonly onClose: () => void;
}

export function MergeDialog(props: Props): JSX.Element {
  const { open, member, onClose } = props;
  // Closed and not taken away: the browser gives the focus back to the button that opened it.
  return (
    <Dialog open={open} onClose={onClose} title={`Merge ${member.source.label} with…`}>
      {open && <Merging {...props} />}
    </Dialog>
  );
}

function Merging({ member, work, onClose }: Props): JSX.Element {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <p className="hint">
        The library counts the two as one work from then on. Each document keeps its source and every mention,
        and a merge can be split again.
      </p>
      <Choice not={work} chosen={chosen} onChoose={setChosen} />
      {chosen !== null && <Beside key={chosen} member={member} other={chosen} onDone={onClose} />}
    </>
  );
}

interface ChoiceProps {
  readonly not: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function Choice({ not, chosen, onChoose }: ChoiceProps): JSX.Element {
  const [words, setWords] = useState("");
  const pages = useLibrarySources(useDeferredValue(words.trim()));
  const sources = pages.data?.pages.flatMap((page) => page.items).filter(({ id }) => id !== not) ?? [];
  return (
    <>
      <SourceSearch words={words} onWords={setWords} />
      <div className="merge-choices">
        <More pages={pages} waiting="Looking through the sources…">
          {pages.data && sources.length === 0 && (
            <p className="none-found">
              {words.trim() === ""
                ? "The library has no other source."
                : `No other source has “${words.trim()}” in it.`}
            </p>
          )}
          <fieldset aria-label="Source to merge with">
            {sources.map((source) => (
              <Option
                key={source.id}
                source={source}
                checked={source.id === chosen}
                onChoose={() => onChoose(source.id)}
              />
            ))}
          </fieldset>
        </More>
      </div>
    </>
  );
}

interface OptionProps {
  readonly source: LibrarySource;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Option({ source, checked, onChoose }: OptionProps): JSX.Element {
  const { label, csl, directClaims, carriedClaims, documents } = source;
  return (
    <label className="merge-choice">
      <input type="radio" name="merge-with" checked={checked} onChange={onChoose} />
      <span>
        <b>{label}</b>{" "}
        <small>
          {count(directClaims + carriedClaims, "claim")} in {count(documents, "document")}
        </small>
        {csl.title && <span className="work-title">{csl.title}</span>}
      </span>
    </label>
  );
}

interface BesideProps {
  readonly member: Member;
  readonly other: string;
  readonly onDone: () => void;
}

function Beside({ member, other, onDone }: BesideProps): JSX.Element {
  const { data, error } = useComparison(member.id, other);
  // Kept here: what another reviewer did meanwhile takes the form away.
  const [said, setSaid] = useState<string | null>(null);
  if (error) return <p role="alert">{error.message}</p>;
  if (!data) return <p className="hint">Comparing the two…</p>;
  return (
    <section className="merge-beside" data-merges tabIndex={-1} aria-label="The two beside each other">
      <p>
        <b>{data.a.source.label}</b> of {documentName(data.a)} and{" "}
        <Named member={data.b} here={data.a.document.id} />. {comparedLine(data)}
      </p>
      {data.merge ? (
        <>
          <Said merge={data.merge} />
          <DecideButtons merge={data.merge} say={setSaid} />
        </>
      ) : data.together ? (
        <p className="hint">They are one work already, through others.</p>
      ) : (
        <ReasonForm compared={data} onDone={onDone} say={setSaid} />
      )}
      <p className="merge-said" role="status">
        {said}
      </p>
    </section>
  );
}

const stated: readonly Reason[] = ["described-otherwise", "other-edition", "other"];

interface ReasonProps {
  readonly compared: Comparison;
  readonly onDone: () => void;
  readonly say: (text: string) => void;
}

function ReasonForm({ compared, onDone, say }: ReasonProps): JSX.Element {
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState("");
  const { mutateAsync, isPending } = useStatement();
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (reason === null) return;
    const reviewer = await deciderName();
    if (reviewer === null) return;
    try {
      await mutateAsync({ a: compared.a.id, b: compared.b.id, reason, words, reviewer });
    } catch (error) {
      return say(failureText(error as Error));
    }
    toast(`Taken as one work: ${compared.a.source.label} and ${compared.b.source.label}`);
    onDone();
  };
  return (
    <form className="merge-reason" onSubmit={(event) => void submit(event)}>
      <fieldset className="job-choice">
        <legend>Why they are one work</legend>
        {[...compared.found.map((f) => f.reason), ...stated].map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="merge-reason"
              required
              checked={reason === each}
              onChange={() => setReason(each)}
            />
            {reasonText[each]}
          </label>
        ))}
      </fieldset>
      <label className="field" htmlFor="merge-words">
        In your own words{reason === "other" ? "" : " (if there is more to say)"}
      </label>
      <textarea
        id="merge-words"
        rows={2}
        maxLength={1000}
        required={reason === "other"}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="actions">
        <button type="submit" className="button primary" disabled={isPending}>
          Take as one work
        </button>
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
      </div>
    </form>
  );
}
