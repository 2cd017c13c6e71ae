/** The desk's icons: 16 × 16 strokes in the colour of the text. Always beside words or inside a named button. */
import type { JSX } from "react";

const paths = {
  import: "M8 2v8m0 0 3-3M8 10 5 7M2.5 11v2.5h11V11",
  export: "M8 10V2m0 0 3 3M8 2 5 5M2.5 11v2.5h11V11",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  help: "M8 11.7v.1M6 6.2a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.4M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z",
  light:
    "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.4M8 13.6V15M1 8h1.4M13.6 8H15M3 3l1 1M12 12l1 1M3 13l1-1M12 4l1-1",
  dark: "M13.5 9.6A6 6 0 1 1 6.4 2.5a5 5 0 0 0 7.1 7.1z",
  auto: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM8 1.5v13M8 4.2a3.8 3.8 0 0 1 0 7.6M8 7h3.6M8 9h3.6",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  filter: "M2 3.5h12L9.5 8.7v4.8l-3-1.6V8.7z",
  left: "M9.5 4 5.5 8l4 4",
  right: "M6.5 4l4 4-4 4",
  up: "M4 9.5l4-4 4 4",
  down: "M4 6.5l4 4 4-4",
  notes: "M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5",
  fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
  close: "M4 4l8 8M12 4l-8 8",
  back: "M6.5 4 3 7.5 6.5 11M3 7.5h7a3 3 0 0 1 0 6H8",
  link: "M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 0 1 4 4L11 9M9 11l-1.5 1.5a2.5 2.5 0 0 1-4-4L5 7",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.3 10.3l3.2 3.2",
  remove: "M3 4.5h10M6.5 4.5v-2h3v2M4.5 4.5l.6 9h5.8l.6-9",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { readonly name: IconName }): JSX.Element {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
