/** Finds a claim by its words or number, or a source by its name: a combobox over what is in the document. */
import { type JSX, type KeyboardEvent, useId, useMemo, useState } from "react";
import { useOpened } from "../desk/context.ts";
import type { Desk } from "../desk/desk.ts";
import { Icon } from "../parts/icon.tsx";
import { formatSelection, type Selection } from "../state/address.ts";
import { select } from "../state/store.ts";

interface Hit {
  readonly name: string;
  readonly words: string;
  readonly selection: Selection;
}

const most = 8;

/** Returns the first hits: every word asked for must occur. Linear in the document. */
function find(desk: Desk, asked: string): readonly Hit[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits: Hit[] = [];
  const offer = (name: string, text: string, selection: Selection): void => {
    const all = `${name} ${text}`.toLowerCase();
    if (hits.length < most && words.every((w) => all.includes(w)))
      hits.push({ name, words: text, selection });
  };
  for (const { source, ref } of desk.works)
    offer(source.label, source.csl.title ?? source.key, { kind: "source", source: ref });
  for (const { statement, ref } of desk.claims) offer(ref, statement.text, { kind: "claim", claim: ref });
  return hits;
}

export function Search(): JSX.Element {
  const { desk } = useOpened();
  const [asked, setAsked] = useState("");
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const id = useId();
  const hits = useMemo(() => find(desk, asked), [desk, asked]);
  const shown = open && asked.trim() !== "";
  const choose = (hit: Hit | undefined): void => {
    if (!hit) return;
    select(hit.selection);
    setOpen(false);
    setAsked("");
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((at + step + hits.length) % Math.max(1, hits.length));
    } else if (event.key === "Enter") choose(hits[at]);
    else if (event.key === "Escape") {
      event.preventDefault();
      if (shown) setOpen(false);
      else {
        setAsked("");
        event.currentTarget.blur();
      }
    }
  };
  return (
    <search className="search">
      <Icon name="search" />
      <input
        id="search"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        placeholder="Find"
        aria-label="Find a claim or a source"
        aria-expanded={shown}
        aria-controls={`${id}-hits`}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits[at] ? `${id}-${at}` : undefined}
        value={asked}
        onChange={(event) => {
          setAsked(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onBlur={() => setOpen(false)}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-hits`} role="listbox" aria-label="Found" className="hits" hidden={!shown}>
        {hits.map((hit, i) => (
          // The list is worked from the field, as the combobox pattern has it; the mouse is the only other way in.
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
          <div
            key={formatSelection(hit.selection)}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(hit)}
          >
            <b>{hit.name}</b> <span>{hit.words}</span>
          </div>
        ))}
      </div>
      {shown && hits.length === 0 && <p className="hits none-found">Nothing found</p>}
    </search>
  );
}
