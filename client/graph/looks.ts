/** How each node and each line of a picture looks, under verdicts, withdrawal and theme. */
import type { Verdict } from "../../core/review/index.ts";
import type { Desk } from "../desk/desk.ts";
import { type Question, type Standing, standingOf } from "../desk/emphasis.ts";
import type { VerdictOf } from "../desk/filter.ts";
import { isShort } from "../desk/words.ts";
import type { Group } from "./groups.ts";
import { mixed, type Palette } from "./palette.ts";
import type { Link, Scene } from "./scene.ts";

export interface NodeLook {
  readonly color: string;
  readonly ring: string;
  /** In front of the number: what the colour says, once more. */
  readonly mark: "" | "! " | "× ";
  readonly gone: boolean;
}

const colours: Readonly<Record<Standing, keyof Palette>> = {
  direct: "direct",
  weakened: "direct",
  carried: "carried",
  uncited: "uncited",
  fallen: "uncited",
};

/** Returns how a node looks. A weakened claim keeps the colour of what it still has. */
export function nodeLook(
  desk: Desk,
  question: Question,
  palette: Palette,
  scene: Scene,
  id: string,
): NodeLook {
  const group = scene.groups?.byId.get(id);
  if (group) return groupLook(group, palette);
  const claim = desk.claimById.get(id);
  if (claim) {
    const standing = standingOf(question, claim);
    const mark = standing === "uncited" ? "! " : standing === "fallen" ? "× " : "";
    const left = claim.node.support === "carried" ? "carried" : "direct";
    const color = palette[standing === "weakened" ? left : colours[standing]];
    return { color, ring: color, mark, gone: false };
  }
  if (!desk.workById.has(id)) return { color: palette.paper, ring: palette.edge, mark: "", gone: false };
  const gone = question.gone.has(id);
  return {
    color: gone ? palette.sourceGone : palette.source,
    ring: gone ? palette.edge : palette.ring,
    mark: "",
    gone,
  };
}

/** A group has the colour of what most of its claims stand on. */
function groupLook({ kind, claims: { direct, carried, uncited } }: Group, palette: Palette): NodeLook {
  if (kind === "sources") return { color: palette.sourceGone, ring: palette.ring, mark: "", gone: false };
  const most = Math.max(direct, carried, uncited);
  const color = most === direct ? palette.direct : most === carried ? palette.carried : palette.uncited;
  return { color, ring: color, mark: "", gone: false };
}

export interface LinkLook {
  readonly color: string;
  readonly dashed: boolean;
  readonly curved: boolean;
  readonly size: number;
  readonly verdict: Verdict | null;
  /** The colour of the verdict's sign, which is to be seen where the line steps back. */
  readonly sign: string;
}

const verdictColours: Readonly<Record<Verdict, keyof Palette>> = {
  supports: "supports",
  "partly-supports": "partly",
  "does-not-support": "doesNot",
  "cannot-verify": "cannotVerify",
};

/** From so many lines on, those not lit step back, so that the nodes can be seen: how much of their colour is left. */
const manyLinks: readonly (readonly [from: number, left: number])[] = [
  [3000, 0.2],
  [400, 0.4],
  [40, 0.62],
];

/**
 * Returns how the lines of a picture look: dashed when carried, curved when short, in the colour of the verdict, grey
 * when the source is withdrawn. The half above a note says the scope, the half below it the form. Lit lines are drawn
 * as in a picture of few.
 */
export function linkLooks(
  question: Question,
  verdictOf: VerdictOf,
  palette: Palette,
  linkCount: number,
): (link: Link, lit?: boolean) => LinkLook {
  const left = manyLinks.find(([from]) => linkCount >= from)?.[1];
  const many = left !== undefined;
  const plain = mixed(palette.edge, palette.paper, left ?? 1);
  return ({ edge, part }, lit = false) => {
    const quiet = many && !lit;
    const usual = quiet ? plain : palette.edge;
    const size = quiet ? 1 : 1.5;
    if (!edge) return { color: usual, dashed: false, curved: false, size, verdict: null, sign: usual };
    const verdict = verdictOf(edge.claim, edge.source);
    const color = verdict ? palette[verdictColours[verdict]] : usual;
    const gone = question.gone.has(edge.source);
    return {
      color: gone ? palette.edgeGone : color,
      dashed: part !== "from-note" && edge.scope === "carried",
      curved: part !== "to-note" && isShort(edge.form),
      size,
      verdict,
      sign: gone ? palette.inkSoft : color,
    };
  };
}
