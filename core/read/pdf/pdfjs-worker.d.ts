/** The worker half of pdfjs, loaded for its side effect; the package types only the other half. */
declare module "pdfjs-dist/legacy/build/pdf.worker.mjs";
