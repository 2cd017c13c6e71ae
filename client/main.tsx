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
import { cameBare, deskState, syncAddress } from "./state/store.ts";

syncAddress();
const { place } = deskState();
if (place.kind === "document" || cameBare()) askAhead(place).catch(() => {});
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
