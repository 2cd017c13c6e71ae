/** Tells the compiler about the files that Vite imports: style sheets, and plain files by their address. */
declare module "*.css";
declare module "*?url" {
  const address: string;
  export default address;
}
declare module "@fontsource-variable/*";
