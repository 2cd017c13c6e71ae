/** The colours and type of the style sheet, read for the canvas: one set of tokens for both. */

const names = {
  paper: "--paper",
  raised: "--raised",
  ink: "--ink",
  inkSoft: "--ink-soft",
  line: "--line-strong",
  accent: "--accent",
  direct: "--claim-direct",
  carried: "--claim-carried",
  uncited: "--claim-uncited",
  source: "--source",
  ring: "--source-ring",
  sourceGone: "--source-gone",
  edge: "--edge",
  edgeGone: "--edge-gone",
} as const;

export type Palette = Readonly<Record<keyof typeof names, string>>;

/** Returns the colours as they are now, each as `rgb(…)`: `light-dark()` is settled by asking for a real colour. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const style = getComputedStyle(probe);
  const found = Object.fromEntries(
    Object.entries(names).map(([name, token]) => {
      probe.style.color = `var(${token})`;
      return [name, style.color];
    }),
  ) as Palette;
  probe.remove();
  return found;
}

export const fontFamily = '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';
