/** A list that comes in pages: what is waited for, what went wrong, and the button for more. */
import type { JSX, ReactNode } from "react";
import { Failure } from "../parts/failure.tsx";

interface Pages {
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

interface Props {
  readonly pages: Pages;
  readonly waiting: string;
  readonly children: ReactNode;
}

export function More({ pages, waiting, children }: Props): JSX.Element {
  return (
    <>
      {pages.error && <Failure error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && !pages.error && <p className="hint">{waiting}</p>}
      {children}
      {pages.hasNextPage && (
        <button
          type="button"
          className="button"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Show more
        </button>
      )}
    </>
  );
}
