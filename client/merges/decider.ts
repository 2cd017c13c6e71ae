/** Who decides about the library: the account, else the name that the reviewer gave or gives now. */
import { fetchAccount } from "../api/review.ts";
import { reviewerName, setAccount, useReviewer } from "../review/reviewer.ts";

/** Returns the name, asking for it the first time; null when the reviewer would not say. */
export async function deciderName(): Promise<string | null> {
  if (useReviewer.getState().name === null) {
    // The desk asks for the account; in the library nobody has yet.
    const account = await fetchAccount().catch(() => null);
    if (account !== null) setAccount(account);
  }
  return reviewerName();
}
