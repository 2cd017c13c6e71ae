/** Claims that stand in several documents in the same words and rest on different sources. */
import type { JSX } from "react";
import { useSameWording } from "../api/works.ts";
import { list } from "../desk/words.ts";
import { formatAddress, library } from "../state/address.ts";
import { More } from "./more.tsx";

export function Wordings(): JSX.Element {
  const pages = useSameWording();
  const wordings = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <More pages={pages} waiting="Comparing claims…">
      {pages.data && wordings.length === 0 && !pages.hasNextPage && (
        <p className="none-found">No two documents make the same claim on different sources.</p>
      )}
      <ul>
        {wordings.map(({ wording, text, claims, more }) => (
          <li key={wording} className="proposal">
            <blockquote className="work-title">{text}</blockquote>
            <ul className="wording-claims">
              {claims.map(({ document, claim, sources }) => (
                <li key={`${document.id} ${claim.id}`}>
                  <a
                    href={formatAddress({
                      ...library,
                      place: { kind: "document", id: document.id },
                      selection: { kind: "claim", claim: claim.label },
                    })}
                  >
                    {document.title ?? document.name ?? "Pasted text"}, {claim.label}
                  </a>
                  : {sources.length > 0 ? list(sources.map((s) => s.label)) : "uncited"}
                </li>
              ))}
              {more > 0 && (
                <li>
                  and in {more} older {more === 1 ? "place" : "places"}
                </li>
              )}
            </ul>
          </li>
        ))}
      </ul>
    </More>
  );
}
