/** Hands over what public/ahead.js asked the server for before the page's scripts were there; asks nothing itself. */

declare global {
  /** Answers by their path; missing where another page than the desk's shows parts of it. */
  var footingAhead: Map<string, Promise<Response>> | undefined;
}

/** Returns the answer that is on its way, once: what is asked again is asked of the server. */
export function taken(path: string): Promise<Response> | undefined {
  const answer = globalThis.footingAhead?.get(path);
  globalThis.footingAhead?.delete(path);
  return answer;
}
