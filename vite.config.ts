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
  },
  server: { proxy: { "/api": "http://127.0.0.1:4600" } },
});
