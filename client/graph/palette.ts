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
  supports: "--supports",
  partly: "--partly",
  doesNot: "--does-not",
  cannotVerify: "--cannot-verify",
} as const;

export type Palette = Readonly<Record<keyof typeof names, string>>;

/** Returns the colours as they are now, each as `rgb(…)`: `light-dark()` is settled by asking for a real colour. */
export function readPalette(element: HTMLElement): Palette {
  const probe = document.createElement("span");
  probe.hidden = true;
  // The tokens are system colours then; each is read as itself, not as the colour of text.
  probe.style.setProperty("forced-color-adjust", "none");
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

/** Returns the colour between two `rgb(…)` colours, `share` of it the first one. */
export function mixed(a: string, b: string, share: number): string {
  const [first, second] = [a, b].map((color) => (color.match(/[\d.]+/g) ?? []).map(Number));
  const part = (i: number): number => Math.round((first![i] ?? 0) * share + (second![i] ?? 0) * (1 - share));
  return `rgb(${part(0)}, ${part(1)}, ${part(2)})`;
}

export const fontFamily = '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';
