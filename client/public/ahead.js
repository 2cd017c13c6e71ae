/**
 * Asks for what the address shows while the page's own scripts are still on their way; client/api/http.ts takes the
 * answers. A plain file of its own: it runs before all modules, and the policy allows no inline script.
 */
{
  const answers = new Map();
  globalThis.footingAhead = answers;
  const keep = (path, answer) => {
    answers.set(path, answer);
    // Who takes the answer hears of a failure; here nobody waits for it.
    answer.catch(() => {});
  };
  const askFor = (id) => {
    const path = `/api/documents/${encodeURIComponent(id)}/analysis`;
    keep(path, fetch(path));
  };
  const named = /^#\/d\/([^/?]+)/.exec(location.hash)?.[1];
  if (named !== undefined) {
    try {
      askFor(decodeURIComponent(named));
    } catch {
      // Not percent-encoded as it should be; the page says so.
    }
  } else if (location.hash === "") {
    // The bare address goes on to the only document of a library. Who takes the list finds the document asked for.
    const list = async () => {
      const answer = await fetch("/api/documents");
      const { items, next } = answer.ok ? await answer.clone().json() : {};
      if (items?.length === 1 && next === null) askFor(items[0].id);
      return answer;
    };
    keep("/api/documents", list());
  }
}
