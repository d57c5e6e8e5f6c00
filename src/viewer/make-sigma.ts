import type { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import type { Point } from '../pieces/drawing/drawing.ts';
import { edgePrograms, nodePrograms } from './programs.ts';

/** With more edges, they are hair lines, and not drawn while the picture moves. */
export const MANY_EDGES = 4_000;

/** Canvases of sigma for what the viewer draws itself. */
const UNUSED = ['edgeLabels', 'labels', 'hovers', 'hoverNodes'] as const;

/** What sigma is told by whoever makes one. */
export interface SigmaParts {
  readonly sizeRatio: (ratio: number) => number;
  /** The ids of the node and of the edge at a pixel. */
  readonly nodeAt: (place: Point) => string | undefined;
  readonly edgeAt: (place: Point) => string | undefined;
  /** Whether this frame needs no drawing. */
  readonly skips: () => boolean;
}

/** What of sigma's inner parts is used: how it finds what lies under the pointer is replaced. */
interface Inner {
  getNodeAtPosition: (place: Point) => string | null;
  getEdgeAtPoint: (x: number, y: number) => string | null;
  pickingLayers: Set<string>;
  canvasContexts: Record<string, CanvasRenderingContext2D>;
  createCanvasContext: (id: string, options: object) => void;
  renderHighlightedNodes: () => void;
  render: () => Sigma;
  renderFrame: number | null;
  needToProcess: boolean;
}

/** Sigma as the viewer needs it, with two canvases of the viewer's own: below the edges, and above the nodes. */
export function makeSigma(
  graph: MultiDirectedGraph,
  container: HTMLElement,
  { sizeRatio, nodeAt, edgeAt, skips }: SigmaParts,
) {
  const sigma = new Sigma(graph, container, {
    allowInvalidContainer: true,
    renderLabels: false,
    defaultDrawNodeHover: () => {},
    nodeProgramClasses: nodePrograms,
    nodeHoverProgramClasses: nodePrograms,
    edgeProgramClasses: edgePrograms,
    defaultEdgeType: 'arrow',
    enableEdgeEvents: true,
    itemSizesReference: 'positions',
    zoomToSizeRatioFunction: sizeRatio,
    minEdgeThickness: 1.4,
    stagePadding: 0,
    minCameraRatio: 0.01,
    maxCameraRatio: 12,
    enableCameraRotation: false,
    hideEdgesOnMove: graph.size > MANY_EDGES,
  });
  const inner = sigma as unknown as Inner;
  inner.pickingLayers.clear();
  inner.getNodeAtPosition = (place) => nodeAt(place) ?? null;
  inner.getEdgeAtPoint = (x, y) => edgeAt({ x, y }) ?? null;
  const draw = inner.render.bind(sigma);
  inner.render = () => {
    if (inner.needToProcess || !skips()) return draw();
    inner.renderFrame = null;
    return sigma;
  };
  // Each canvas costs time in every frame, most of all where no graphics card lays them over one another.
  inner.renderHighlightedNodes = () => {};
  for (const canvas of UNUSED.map((name) => sigma.getCanvases()[name])) {
    if (canvas !== undefined) canvas.hidden = true;
  }
  inner.createCanvasContext('hulls', { beforeLayer: 'edges' });
  inner.createCanvasContext('names', { afterLayer: 'nodes' });
  // What they show is told beside them.
  for (const canvas of container.querySelectorAll('canvas')) {
    canvas.setAttribute('aria-hidden', 'true');
  }
  return {
    sigma,
    below: inner.canvasContexts.hulls!,
    above: inner.canvasContexts.names!,
  };
}
