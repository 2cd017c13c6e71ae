/** Starts the desk. */
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/reading.css";
import "./styles/graph.css";
import "./styles/filters.css";
import "./styles/inspector.css";
import "./styles/review.css";
import "./styles/library.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { askAhead } from "./api/library.ts";
import { App } from "./app.tsx";
import { loadFirst } from "./panes.tsx";
import { cameBare, deskState, go, syncAddress } from "./state/store.ts";

/** So long the page waits for what it shows first, in milliseconds; then it shows itself without. */
const patience = 250;

/** Goes on from the bare address to the only document there is, as soon as both are known. */
async function arrive(): Promise<void> {
  const { place } = deskState();
  if (place.kind !== "document" && !cameBare()) return;
  const [only] = await Promise.all([askAhead(place), loadFirst()]);
  if (only !== null && cameBare()) go({ kind: "document", id: only });
}

function start(): void {
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

syncAddress();
// Made once, with the text in it, the page is there sooner than made with a place kept for the text and again.
void Promise.race([arrive().catch(() => {}), new Promise((done) => setTimeout(done, patience))]).then(start);
