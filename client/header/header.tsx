/** The bar on top: where we are, how much is cited, and the tools. */
import type { JSX, ReactNode } from "react";
import { useOpened } from "../desk/context.ts";
import { titleOf } from "../desk/desk.ts";
import { Icon, type IconName } from "../parts/icon.tsx";
import { later } from "../parts/later.tsx";
import { progressOf } from "../review/fold.ts";
import { useReview } from "../review/store.ts";
import { Search } from "./search.tsx";
import { ThemeButton } from "./theme-button.tsx";

const ExportMenu = later(
  async () => (await import("./export-menu.tsx")).ExportMenu,
  <Waiting icon="export" word="Export" />,
);

const FilterButton = later(
  async () => (await import("../filters/filter-button.tsx")).FilterButton,
  <Waiting icon="filter" word="Filter" />,
);

const VersionButton = later(async () => (await import("../versions/version-button.tsx")).VersionButton);

interface Props {
  readonly onImport: () => void;
  readonly onHelp: () => void;
  /** Where we are and how it stands; nothing in the library. */
  readonly children?: ReactNode;
  readonly tools?: ReactNode;
}

export function Header({ onImport, onHelp, children, tools }: Props): JSX.Element {
  return (
    <header className="header">
      <nav className="whereabouts" aria-label="Where you are">
        <a className="wordmark" href="#/">
          <Mark />
          Footing<span className="unseen">, library</span>
        </a>
        {children}
      </nav>
      <div className="tools">
        {tools}
        <button type="button" className="tool worded" onClick={onImport}>
          <Icon name="import" />
          <span className="tool-word">Import</span>
        </button>
        <ThemeButton />
        <button
          type="button"
          className="tool"
          aria-label="Help and keys"
          title="Help and keys"
          onClick={onHelp}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

/** Holds a button's place until it is there, so that nothing moves. */
function Waiting({ icon, word }: { readonly icon: IconName; readonly word: string }): JSX.Element {
  return (
    <button type="button" className="tool worded" disabled>
      <Icon name={icon} />
      <span className="tool-word">{word}</span>
    </button>
  );
}

/** A claim standing on its source. */
function Mark(): JSX.Element {
  return (
    <svg className="logo" viewBox="0 0 20 24" aria-hidden="true" focusable="false">
      <rect className="logo-claim" x="4" y="1" width="12" height="8" />
      <path className="logo-edge" d="M10 9v6" />
      <circle className="logo-source" cx="10" cy="18.5" r="4" />
    </svg>
  );
}

export function DocumentHeader({ onImport, onHelp }: Pick<Props, "onImport" | "onHelp">): JSX.Element {
  const { desk } = useOpened();
  const { name } = desk.analysis.document;
  return (
    <Header
      onImport={onImport}
      onHelp={onHelp}
      tools={
        <>
          <Search />
          <FilterButton />
          <ExportMenu />
        </>
      }
    >
      <span className="separator" aria-hidden="true">
        ▸
      </span>
      <span className="document-title" aria-current="page" title={name ?? undefined}>
        {titleOf(desk)}
      </span>
      <VersionButton />
      <Coverage />
    </Header>
  );
}

/** "6 of 10 claims cited · 2 of 7 pairs reviewed", with a bar for what is cited. */
function Coverage(): JSX.Element {
  const { desk } = useOpened();
  const total = desk.claims.length;
  const direct = desk.claims.filter((c) => c.node.support === "direct").length;
  const carried = desk.claims.filter((c) => c.node.support === "carried").length;
  const { pairs, reviewed } = progressOf(
    desk,
    useReview((state) => state.review),
  );
  const share = (n: number): string => `${total === 0 ? 0 : (100 * n) / total}%`;
  return (
    <p className="coverage" title={`${direct} in their own sentence, ${carried} carried by a later marker`}>
      <span className="meter" aria-hidden="true">
        <span className="meter-direct" style={{ inlineSize: share(direct) }} />
        <span className="meter-carried" style={{ inlineSize: share(carried) }} />
      </span>
      <span className="coverage-words">
        {direct + carried} of {total} claims cited
        <span className="coverage-more">{` · ${reviewed} of ${pairs} pairs reviewed`}</span>
      </span>
    </p>
  );
}
