/**
 * The one file that knows Sigma: puts a scene on the screen, moves the camera, says what was clicked. Colours come
 * from outside; labels and everything lit are drawn on our own layer (`overlay.ts`).
 */
import { createNodeBorderProgram } from "@sigma/node-border";
import { MultiDirectedGraph } from "graphology";
import { Sigma } from "sigma";
import type { CameraState } from "sigma/types";
import type { Room } from "./arrange.ts";
import { fallOf, restY } from "./fall.ts";
import { drawOverlay, type Light, type Picture } from "./overlay.ts";
import type { Drawn, View } from "./paint.ts";
import { createLineProgram } from "./programs/line.ts";
import { createSquareProgram } from "./programs/square.ts";
import { margin } from "./scene.ts";

export interface Handlers {
  readonly onNode: (id: string, extend: boolean) => void;
  readonly onEdge: (id: string) => void;
  readonly onStage: () => void;
  readonly onHover: (target: { readonly kind: "node" | "edge"; readonly id: string } | null) => void;
  /** The graphics card was taken away; the renderer is of no more use. */
  readonly onLost: () => void;
}

export interface Renderer {
  /** Draws another scene, or the same one in other colours. */
  readonly show: (picture: Picture) => void;
  readonly light: (light: Light) => void;
  /** Fits the canvas to its container; what is shown stays, unless it was the whole picture. */
  readonly resize: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Shows the whole picture, not much larger than life. */
  readonly showAll: (animated?: boolean) => void;
  /** Brings the node into view if it is not. */
  readonly reveal: (id: string) => void;
  /** Returns the node's middle in CSS pixels from the top left of the container, or null. */
  readonly positionOf: (id: string) => { readonly x: number; readonly y: number } | null;
  /** Returns the texts on the screen, line by line, or null before anything is shown. */
  readonly drawn: () => readonly Drawn[] | null;
  readonly kill: () => void;
}

const largestFit = 1.25;
const curvePieces = 24;
/** Above this, finding the edge under the pointer costs more than it helps. */
const mostPickedEdges = 20_000;
const nothing = (): void => {};
const still = matchMedia("(prefers-reduced-motion: reduce)");
const duration = (): number => (still.matches ? 0 : 250);

/** Returns a renderer in the container, for so many edges. Throws where there is no WebGL. */
export function createRenderer(
  container: HTMLElement,
  handlers: Handlers,
  room: Room,
  edgeCount: number,
): Renderer {
  const graph = new MultiDirectedGraph();
  const sigma = new Sigma(graph, container, {
    allowInvalidContainer: true,
    renderLabels: false,
    defaultDrawNodeHover: nothing,
    nodeProgramClasses: {
      claim: createSquareProgram(),
      source: createNodeBorderProgram({
        borders: [
          { size: { value: 2, mode: "pixels" }, color: { attribute: "ring" } },
          { size: { fill: true }, color: { attribute: "color" } },
        ],
        drawHover: nothing,
        drawLabel: nothing,
      }),
    },
    nodeHoverProgramClasses: {},
    edgeProgramClasses: { straight: createLineProgram(1), curved: createLineProgram(curvePieces) },
    itemSizesReference: "positions",
    zoomToSizeRatioFunction: (ratio) => ratio,
    stagePadding: 0,
    minCameraRatio: 0.02,
    maxCameraRatio: 20,
    enableCameraRotation: false,
    enableEdgeEvents: edgeCount <= mostPickedEdges,
    zIndex: false,
  });
  const layer = document.createElement("canvas");
  layer.className = "graph-overlay";
  container.append(layer);
  const context = layer.getContext("2d");
  let picture: Picture | null = null;
  let light: Light = {
    emphasis: { claims: new Set(), sources: new Set(), edges: new Set() },
    focus: [],
    quoted: null,
  };
  let size = room;
  /** The camera that shows the whole picture, once it has. */
  let whole: CameraState | null = null;

  const toScreen = ({ x, y }: { readonly x: number; readonly y: number }) =>
    sigma.graphToViewport({ x, y: -y });
  const middleOf = (id: string): { readonly x: number; readonly y: number } | null => {
    const data = sigma.getNodeDisplayData(id);
    return data ? sigma.framedGraphToViewport(data) : null;
  };
  const scale = (): number => {
    const [a, b] = [toScreen({ x: 0, y: 0 }), toScreen({ x: 100, y: 0 })];
    return (b.x - a.x) / 100;
  };
  const view = (): View => ({ toScreen, middleOf, scale: scale(), ...size });
  let drawn: readonly Drawn[] | null = null;
  const draw = (): void => {
    if (!picture || !context) return;
    const ratio = devicePixelRatio;
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
    if (layer.width !== width || layer.height !== height) Object.assign(layer, { width, height });
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawn = drawOverlay(context, picture, view(), light);
  };
  sigma.on("afterRender", draw);
  listen(sigma, handlers);
  const alive = new AbortController();
  for (const canvas of Object.values(sigma.getCanvases()))
    canvas.addEventListener("webglcontextlost", handlers.onLost, { once: true, signal: alive.signal });

  const cameraFor = (wanted: number): CameraState => {
    const cameraState = { x: 0.5, y: 0.5, angle: 0, ratio: 1 };
    const [a, b] = [0, 100].map((x) => sigma.graphToViewport({ x, y: 0 }, { cameraState }));
    return { ...cameraState, ratio: (b!.x - a!.x) / 100 / wanted };
  };
  const showAll = (animated = false): void => {
    if (!picture) return;
    const { width, height } = picture.scene;
    const wanted = Math.min(
      largestFit,
      (size.width - 2 * margin.x) / Math.max(1, width),
      (size.height - 2 * margin.y) / Math.max(1, height),
    );
    const camera = cameraFor(Math.max(0.01, wanted));
    if (animated && !still.matches) void sigma.getCamera().animate(camera, { duration: duration() });
    else sigma.getCamera().setState(camera);
    whole = camera;
  };
  const showsAll = (): boolean => {
    const { x, y, ratio } = sigma.getCamera();
    return whole !== null && whole.x === x && whole.y === y && whole.ratio === ratio;
  };
  const measureRoom = (): void => {
    size = { width: container.clientWidth, height: container.clientHeight };
    sigma.resize(true);
  };

  return {
    show(next) {
      const { scene } = next;
      const moved = picture?.scene !== scene;
      const fallen = picture && !moved ? fallOf(graph, picture, next) : null;
      picture = next;
      if (moved) {
        fill(graph, next);
        sigma.setCustomBBox({ x: [0, Math.max(1, scene.width)], y: [-Math.max(1, scene.height), 0] });
        measureRoom();
        sigma.refresh();
        showAll();
      } else {
        paint(graph, next);
        fallen?.(still.matches);
      }
    },
    light(next) {
      light = next;
      draw();
    },
    resize() {
      const all = showsAll();
      measureRoom();
      if (all) showAll();
      sigma.scheduleRender();
    },
    zoomBy(factor) {
      void sigma.getCamera().animatedZoom({ factor, duration: duration() });
    },
    showAll,
    reveal(id) {
      const data = sigma.getNodeDisplayData(id);
      if (!data) return;
      const { x, y } = sigma.framedGraphToViewport(data);
      if (x < 0 || y < 0 || x > size.width || y > size.height)
        void sigma.getCamera().animate({ x: data.x, y: data.y }, { duration: duration() });
    },
    positionOf: middleOf,
    drawn: () => drawn,
    kill() {
      // Sigma gives its contexts back by losing them.
      alive.abort();
      sigma.kill();
      layer.remove();
    },
  };
}

function listen(sigma: Sigma, handlers: Handlers): void {
  sigma.on("clickNode", ({ node, event }) => handlers.onNode(node, event.original.shiftKey));
  sigma.on("clickEdge", ({ edge }) => handlers.onEdge(edge));
  sigma.on("clickStage", () => handlers.onStage());
  // Two quick clicks on different things are a double click to Sigma; here each of them selects.
  sigma.on("doubleClickNode", ({ node, event, preventSigmaDefault }) => {
    preventSigmaDefault();
    handlers.onNode(node, event.original.shiftKey);
  });
  sigma.on("doubleClickEdge", ({ edge, preventSigmaDefault }) => {
    preventSigmaDefault();
    handlers.onEdge(edge);
  });
  const point = (cursor: string): void => {
    sigma.getContainer().style.cursor = cursor;
  };
  sigma.on("enterNode", ({ node }) => {
    point("pointer");
    handlers.onHover({ kind: "node", id: node });
  });
  sigma.on("enterEdge", ({ edge }) => {
    point("pointer");
    handlers.onHover({ kind: "edge", id: edge });
  });
  const leave = (): void => {
    point("");
    handlers.onHover(null);
  };
  sigma.on("leaveNode", leave);
  sigma.on("leaveEdge", leave);
}

/** Puts the scene into Sigma's graph. Screens count downwards, Sigma upwards. */
function fill(graph: MultiDirectedGraph, picture: Picture): void {
  graph.clear();
  for (const node of picture.scene.nodes) {
    const { id, kind, x, size } = node;
    const { color, ring } = picture.nodeLook(id);
    graph.addNode(id, {
      type: kind,
      x,
      y: -restY(picture, node),
      size,
      color,
      ring,
      ground: picture.palette.paper,
    });
  }
  for (const edge of picture.scene.edges) {
    const { color, dashed, curved, size } = picture.edgeLook(edge);
    graph.addDirectedEdgeWithKey(edge.id, edge.claim, edge.source, {
      type: curved ? "curved" : "straight",
      color,
      dashed,
      size,
    });
  }
}

/** Changes colours only, and only of what has changed; Sigma repaints those alone. */
function paint(graph: MultiDirectedGraph, picture: Picture): void {
  const ground = picture.palette.paper;
  for (const { id } of picture.scene.nodes) {
    const { color, ring } = picture.nodeLook(id);
    const now = graph.getNodeAttributes(id);
    if (now.color !== color || now.ring !== ring || now.ground !== ground)
      graph.mergeNodeAttributes(id, { color, ring, ground });
  }
  for (const edge of picture.scene.edges) {
    const { color } = picture.edgeLook(edge);
    if (graph.getEdgeAttribute(edge.id, "color") !== color) graph.setEdgeAttribute(edge.id, "color", color);
  }
}
