/** Serves the built client: one page and its files. Addresses inside the page live behind "#". */
import express, { type RequestHandler } from "express";

/** Returns the handler. Files under `assets/` carry a hash in their name and never change. */
export function clientPages(folder: string): RequestHandler {
  return express.static(folder, {
    index: "index.html",
    dotfiles: "ignore",
    setHeaders(response, path) {
      const lasting = /[\\/]assets[\\/]/.test(path.slice(folder.length));
      response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
