/** The field that finds a source of the library. */
import type { JSX } from "react";

interface Props {
  readonly words: string;
  readonly onWords: (words: string) => void;
}

export function SourceSearch({ words, onWords }: Props): JSX.Element {
  return (
    <label className="works-search">
      <span className="unseen">Find a source by author, title or year</span>
      <input
        type="search"
        value={words}
        placeholder="Author, title or year"
        onChange={(event) => onWords(event.target.value)}
      />
    </label>
  );
}
