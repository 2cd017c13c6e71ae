/** The look of the picture as data: what verdict, scope, form and withdrawal make of a line and a node. */
import { describe, expect, it } from "vitest";
import { createDesk } from "../client/desk/desk.ts";
import { questionOf } from "../client/desk/emphasis.ts";
import { applyFilters } from "../client/desk/filter.ts";
import { linkLooks, nodeLook } from "../client/graph/looks.ts";
import type { Palette } from "../client/graph/palette.ts";
import { createScene, type Link, suits } from "../client/graph/scene.ts";
import { goldenAnalysis } from "./support/golden-analysis.ts";

const desk = createDesk(goldenAnalysis("seed/medical-response"));
const room = { width: 560, height: 640 };
const measure = (text: string): number => text.length * 6;
const all = { shown: null, notes: false, grouped: true };
const scene = createScene(desk, all, measure, room);
const palette = new Proxy({} as Palette, {
  get: (_, name) =>
    name === "edge" ? "rgb(1, 2, 3)" : name === "paper" ? "rgb(255, 255, 255)" : String(name),
});
const nobody = () => null;
const link = (claim: string, source: string): Link =>
  scene.links.find((l) => l.from === claim && l.to === source)!;

describe("lines", () => {
  const look = linkLooks(questionOf(desk, []), nobody, palette, scene.links.length);

  it("are dashed by scope and curved by form, each for itself", () => {
    expect(look(link("s1", "brew-2010"))).toMatchObject({ dashed: true, curved: false });
    expect(look(link("s2", "brew-2010"))).toMatchObject({ dashed: false, curved: false });
    expect(look(link("s3", "brew-2010"))).toMatchObject({ dashed: false, curved: true });
    expect(look(link("s5", "brew-2010"))).toMatchObject({ dashed: true, curved: true });
  });

  it("take the colour of the verdict, and none when the source is withdrawn", () => {
    const verdictOf = (claim: string) => (claim === "s3" ? ("does-not-support" as const) : null);
    const judged = linkLooks(questionOf(desk, []), verdictOf, palette, scene.links.length);
    expect(judged(link("s3", "brew-2010"))).toMatchObject({ color: "doesNot", verdict: "does-not-support" });
    expect(judged(link("s2", "brew-2010"))).toMatchObject({ color: "rgb(1, 2, 3)", verdict: null });
    const gone = linkLooks(questionOf(desk, ["brew2010"]), verdictOf, palette, scene.links.length);
    expect(gone(link("s3", "brew-2010")).color).toBe("edgeGone");
  });

  it("step back where there are many, but not when lit", () => {
    const many = linkLooks(questionOf(desk, []), nobody, palette, 50);
    const one = link("s2", "brew-2010");
    expect(many(one)).toMatchObject({ size: 1, color: "rgb(98, 98, 99)" });
    expect(many(one, true)).toMatchObject({ size: 1.5, color: "rgb(1, 2, 3)" });
  });
});

describe("nodes", () => {
  it("fall with the sources they stand on", () => {
    const mark = (without: string[], id: string): string =>
      nodeLook(desk, questionOf(desk, without), palette, scene, id).mark;
    expect([mark([], "s2"), mark([], "s8"), mark(["brew2010"], "s2"), mark(["brew2010"], "s3")]).toEqual([
      "",
      "! ",
      "× ",
      "",
    ]);
  });
});

describe("a picture", () => {
  it("holds each claim, source and edge once", () => {
    expect(scene.nodes.map((n) => n.id)).toEqual([
      ...desk.claims.map((c) => c.id),
      ...desk.works.map((w) => w.id),
    ]);
    expect(scene.links.map((l) => l.id)).toEqual(desk.analysis.edges.map((e) => e.id));
  });

  it("goes by the notes where they stand in it", () => {
    const { links, nodes } = createScene(desk, { ...all, notes: true }, measure, room);
    expect(nodes.filter((n) => n.kind === "note")).toHaveLength(4);
    expect(links).toHaveLength(2 * desk.analysis.edges.length);
  });

  it("holds what the filters show", () => {
    const shown = applyFilters(desk, [{ kind: "source", value: "weber2008" }], {
      verdictOf: nobody,
      fallen: new Set(),
    });
    const narrow = createScene(desk, { ...all, shown }, measure, room);
    expect(narrow.nodes.map((n) => n.id)).toEqual(["s3", "weber-2008"]);
    expect(narrow.links).toHaveLength(1);
  });

  it("has numbers alone where words do not fit, and is a block of squares where numbers do not", () => {
    expect(scene).toMatchObject({ labelled: true, worded: true });
    const said = (width: number, height: number) => createScene(desk, all, measure, { width, height });
    expect(said(290, 300)).toMatchObject({ labelled: true, worded: false });
    expect(said(290, 120)).toMatchObject({ labelled: false, worded: false });
    // A little height more is no reason to set anew what has all its words, and may be all that was wanting.
    expect(suits(scene, all, { width: 560, height: 660 })).toBe(true);
    expect(suits(said(290, 120), all, { width: 290, height: 140 })).toBe(false);
  });
});
