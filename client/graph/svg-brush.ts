/** Draws into SVG what the other code draws on a canvas. Text stays text: it can be searched and copied. */
import { attributes, xml } from "../../core/export/xml.ts";
import type { Brush } from "./brush.ts";

const round = (n: number): number => Math.round(n * 100) / 100;

export class SvgBrush implements Brush {
  fillStyle: string | CanvasGradient | CanvasPattern = "#000";
  strokeStyle: string | CanvasGradient | CanvasPattern = "#000";
  font = "10px sans-serif";
  globalAlpha = 1;
  lineCap: CanvasLineCap = "butt";
  lineJoin: CanvasLineJoin = "miter";
  lineWidth = 1;
  textAlign: CanvasTextAlign = "start";
  readonly #parts: string[] = [];
  readonly #ruler: CanvasRenderingContext2D;
  #path: string[] = [];
  #dash: number[] = [];

  /** `ruler` measures text; it is not drawn on. */
  constructor(ruler: CanvasRenderingContext2D) {
    this.#ruler = ruler;
  }

  /** Returns the whole as a document of its own. */
  toSvg(width: number, height: number, title: string): string {
    const size = attributes({ width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
    return `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg"${size}>\n<title>${xml(title)}</title>\n${this.#parts.join("\n")}\n</svg>\n`;
  }

  measureText(text: string): { readonly width: number } {
    this.#ruler.font = this.font;
    return this.#ruler.measureText(text);
  }

  beginPath(): void {
    this.#path = [];
  }

  moveTo(x: number, y: number): void {
    this.#path.push(`M${round(x)} ${round(y)}`);
  }

  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? "M" : "L"}${round(x)} ${round(y)}`);
  }

  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.#path.push(`C${[ax, ay, bx, by, x, y].map(round).join(" ")}`);
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`);
  }

  roundRect(x: number, y: number, width: number, height: number): void {
    this.rect(x, y, width, height);
  }

  arc(x: number, y: number, r: number, from: number, to: number): void {
    const at = (angle: number): string =>
      `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`;
    const turn = to - from >= 0 ? to - from : to - from + 2 * Math.PI;
    const middle = from + turn / 2;
    const step = (angle: number): string => `A${round(r)} ${round(r)} 0 0 1 ${at(angle)}`;
    this.#path.push(`${this.#path.length === 0 ? "M" : "L"}${at(from)}${step(middle)}${step(from + turn)}`);
  }

  clearRect(): void {}

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#add("rect", {
      x: round(x),
      y: round(y),
      width: round(width),
      height: round(height),
      fill: String(this.fillStyle),
    });
  }

  fill(): void {
    this.#add("path", { d: this.#path.join(""), fill: String(this.fillStyle) });
  }

  stroke(): void {
    this.#add("path", {
      d: this.#path.join(""),
      fill: "none",
      stroke: String(this.strokeStyle),
      "stroke-width": round(this.lineWidth),
      "stroke-linecap": this.lineCap === "butt" ? null : this.lineCap,
      "stroke-linejoin": this.lineJoin === "miter" ? null : this.lineJoin,
      "stroke-dasharray": this.#dash.length > 0 ? this.#dash.join(" ") : null,
    });
  }

  setLineDash(dash: Iterable<number>): void {
    this.#dash = [...dash];
  }

  strokeText(text: string, x: number, y: number): void {
    this.#text(text, x, y, {
      fill: "none",
      stroke: String(this.strokeStyle),
      "stroke-width": round(this.lineWidth),
      "stroke-linejoin": "round",
      "aria-hidden": "true",
    });
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, { fill: String(this.fillStyle) });
  }

  #text(text: string, x: number, y: number, look: Parameters<typeof attributes>[0]): void {
    const [, weight, size, family] = /^(\d+) ([\d.]+)px (.+)$/.exec(this.font) ?? [];
    const values = {
      x: round(x),
      y: round(y),
      "font-family": family ?? "sans-serif",
      "font-size": round(Number(size ?? 10)),
      "font-weight": weight ?? null,
      "text-anchor": this.textAlign === "center" ? "middle" : null,
      ...look,
    };
    this.#parts.push(`<text${attributes({ ...values, opacity: this.#opacity() })}>${xml(text)}</text>`);
  }

  #add(name: "path" | "rect", look: Parameters<typeof attributes>[0]): void {
    this.#parts.push(`<${name}${attributes({ ...look, opacity: this.#opacity() })}/>`);
  }

  #opacity(): number | null {
    return this.globalAlpha === 1 ? null : round(this.globalAlpha);
  }
}
