/** Builds the reviewer's desk into dist/client; in development the page talks to a running `footing serve`. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** What the shell and the parts that come later both use: it is always loaded, so one file of it is enough. */
const always = [
  "node_modules/(react|zustand|@tanstack/(react-)?query(-core)?)/",
  "core/review/(words|state)\\.",
  "core/graph/(footing|pairs|types|withdraw|nodes)\\.",
  "client/state/(kept|address|store|memo|connection)\\.",
  "client/desk/(desk|filter|context|emphasis)\\.",
  "client/api/(http|ahead)\\.",
];

export default defineConfig({
  root: "client",
  plugins: [react()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    target: "es2023",
    // Data URLs would need holes in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Says which chunk belongs to the shell and which is lazy; the size test reads it.
    manifest: true,
    rolldownOptions: {
      output: {
        // Each file costs the shell its name and a header: what it always loads anyway is put together, and so is what
        // the inspector and the library say of works.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "base", test: new RegExp(always.join("|")) },
            { name: "works", test: /client\/(merges|api\/(works|merges)|library\/more|review\/when)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4600" } },
});
