/** Builds the reviewer's desk into dist/client; in development the page talks to a running `footing serve`. */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

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
            { name: "kept", test: /core\/review\/(words|state)|client\/state\/kept/ },
            { name: "works", test: /client\/(merges|api\/(works|merges)|library\/more|review\/when)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4600" } },
});
