/** Types of what we use of Citation.js, which brings none. */
declare module "@citation-js/core" {
  interface FormatOptions {
    readonly format?: "text" | "html" | "object";
    readonly template?: string;
    readonly lang?: string;
    readonly asEntryArray?: boolean;
  }
  interface Register<T> {
    add(name: string, value: T): unknown;
    has(name: string): boolean;
    get(name: string): T | undefined;
  }
  export const plugins: {
    readonly output: { format(name: string, data: readonly object[], options?: FormatOptions): unknown };
    readonly config: {
      get(plugin: "@csl"): { readonly styles: Register<string> };
    };
  };
}
declare module "@citation-js/plugin-bibtex" {
  const plugin: unknown;
  export default plugin;
}
declare module "@citation-js/plugin-csl" {
  const plugin: unknown;
  export default plugin;
}
