import { MultiDirectedGraph } from 'graphology';
import type Sigma from 'sigma';
import type { Drawing, Point, Positions } from '../pieces/drawing/drawing.ts';
import { MANY_EDGES, makeSigma } from './make-sigma.ts';
import { Model } from './model.ts';
import { animate } from './motion.ts';
import {
  type Communities,
  type DrawnLabel,
  Overlay,
  type OverlayState,
  type Trail,
} from './overlay.ts';
import { picturePng } from './picture.ts';
import { type Padding, Sight } from './sight.ts';
import { Sliding } from './sliding.ts';
import { mixed, readTheme, type Theme, watchTheme } from './theme.ts';

/** What somebody did, for whoever shows the viewer to act on. */
export interface ViewerHandlers {
  /** An entity or a statement was chosen, by id; nothing when beside all of them. */
  readonly choose: (id: string | undefined) => void;
  /** More of what is around an entity is wanted. */
  readonly expand: (id: string) => void;
  /** An entity was dragged to a place. */
  readonly move: (id: string, place: Point) => void;
  /** The pointer is over an entity, or over none. */
  readonly hover?: (id: string | undefined) => void;
  /** The browser took WebGL away: the viewer draws no longer. */
  readonly lose?: () => void;
}

export interface ViewerOptions {
  readonly handlers: ViewerHandlers;
  /** What a property is called. */
  readonly propertyLabel: (property: string) => string;
  /** Room that is kept free of nodes when all is shown; asked for each time. */
  readonly padding?: () => Padding;
}

/** Which nodes and edges are to be seen, by their positions in the drawing. */
export interface Shown {
  readonly node: (number: number) => boolean;
  readonly edge: (number: number) => boolean;
}

const all: Shown = { node: () => true, edge: () => true };

export type Colouring = 'kind' | 'community';

/** With more nodes, changes are not animated. */
const MANY_NODES = 3_000;
/** How many pixels beside a node or an edge still count as on it. */
const SLACK = { mouse: 4, touch: 14 } as const;
/** Nodes of a smaller radius, in pixels, are not dragged unless they were chosen. */
const LEAST_DRAGGED = 3;
const DURATION = 320;
/**
 * Milliseconds without a move of the camera after which it lies still: longer while somebody holds it, for where moves come late
 * a drawing between two of them would make them come later still.
 */
const SETTLING = { quick: 140, slow: 350, held: 1_000 } as const;

/** Whether this browser can draw with WebGL. */
export function canDraw(): boolean {
  try {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/**
 * The interactive drawing of a graph. It holds what is drawn and how; it decides nothing about what is selected, hidden or pinned
 * but tells its handlers what somebody did, and is told the outcome. `kill` gives back all that it took (listeners, frames,
 * observers, WebGL, the children of the container); after it every method does nothing.
 */
export class GraphViewer {
  readonly #container: HTMLElement;
  readonly #options: ViewerOptions;
  readonly #sigma: Sigma;
  readonly #sight: Sight;
  readonly #sliding: Sliding;
  readonly #below: CanvasRenderingContext2D;
  readonly #above: CanvasRenderingContext2D;
  readonly #overlay = new Overlay();
  readonly #ends: (() => void)[] = [];
  #theme: Theme;
  #model: Model;
  #communities: Communities | undefined;
  #colouring: Colouring = 'kind';
  #selected: string | undefined;
  #hovered: { readonly node?: number; readonly edge?: number } = {};
  #pinned: ReadonlySet<string> = new Set();
  #trail: readonly string[] = [];
  #dragged: { readonly node: number; moved: boolean } | undefined;
  #isTouch = false;
  #moving = false;
  /** The pointers that are pressed on the drawing. */
  readonly #pressed = new Set<number>();
  #settled: ReturnType<typeof setTimeout> | undefined;
  /** How much of each node is there while it fades in or out, from 0 to 1. */
  #presence: Float32Array;
  #stopMoving: () => void = () => {};
  #stopFading: () => void = () => {};
  #refreshing: number | undefined;
  #drawingOver: number | undefined;
  #isDead = false;

  constructor(
    container: HTMLElement,
    drawing: Drawing,
    positions: Positions,
    options: ViewerOptions,
    shown: Shown = all,
  ) {
    this.#container = container;
    this.#options = options;
    this.#theme = readTheme(container);
    this.#model = new Model(drawing, positions);
    this.#model.show(shown.node, shown.edge);
    this.#presence = Float32Array.from(this.#model.shown);
    this.#sliding = new Sliding(container);
    this.#sliding.isExpected = drawing.edges.ids.length > MANY_EDGES;
    this.#sight = new Sight(container, options.padding);
    const { sigma, below, above } = makeSigma(this.#makeGraph(), container, {
      sizeRatio: (ratio) => this.#sight.sizeRatio(ratio),
      nodeAt: ({ x, y }) =>
        this.#idOfNode(this.#model.nodeAt(x, y, this.#slack(), this.#sight.transform())),
      edgeAt: ({ x, y }) => {
        const edge = this.#model.edgeAt(x, y, this.#slack(), this.#sight.transform());
        return edge === undefined ? undefined : this.#model.drawing.edges.ids[edge];
      },
      skips: () =>
        this.#moving &&
        this.#dragged === undefined &&
        this.#sliding.slide(this.#sight.transformToCome()),
    });
    this.#sigma = sigma;
    this.#below = below;
    this.#above = above;
    this.#sight.attach(sigma);
    this.#listen();
    sigma.resize(true);
    sigma.refresh();
    this.fit({ still: true });
  }

  #makeGraph(): MultiDirectedGraph {
    const { drawing, xs, ys, radii } = this.#model;
    const graph = new MultiDirectedGraph();
    const type = drawing.edges.ids.length > MANY_EDGES ? 'line' : 'arrow';
    const colour = mixed(this.#theme.soft, this.#theme.paper, this.#edgeOpacity());
    drawing.ids.forEach((id, number) => {
      graph.addNode(id, {
        x: xs[number]!,
        y: -ys[number]!,
        size: radii[number]! * this.#presence[number]!,
        color: this.#colourOf(number),
        hidden: this.#presence[number] === 0,
      });
    });
    const { ids, subjects, objects } = drawing.edges;
    ids.forEach((id, edge) => {
      graph.addDirectedEdgeWithKey(id, drawing.ids[subjects[edge]!], drawing.ids[objects[edge]!], {
        size: 0.9,
        color: colour,
        type,
        hidden: !this.#model.shownEdges[edge],
      });
    });
    return graph;
  }

  #edgeOpacity(): number {
    const count = this.#model.drawing.edges.ids.length;
    return count > MANY_EDGES ? 0.22 : count > 400 ? 0.4 : 0.6;
  }

  readonly #colourOf = (number: number): string => {
    const { kinds } = this.#model.drawing;
    return this.#colouring === 'community' && this.#communities !== undefined
      ? this.#theme.community(this.#communities.of[number] ?? null)
      : this.#theme.kind(kinds[number]!);
  };

  #idOfNode(number: number | undefined): string | undefined {
    return number === undefined ? undefined : this.#model.drawing.ids[number];
  }

  #slack(): number {
    return this.#isTouch ? SLACK.touch : SLACK.mouse;
  }

  #listen(): void {
    const sigma = this.#sigma;
    const { handlers } = this.#options;
    sigma.on('afterRender', () => this.#drawOver());
    sigma.on('enterNode', ({ node }) => this.#setHover({ node: this.#model.numbers.get(node)! }));
    sigma.on('leaveNode', () => this.#setHover({}));
    sigma.on('enterEdge', ({ edge }) =>
      this.#setHover({ edge: this.#model.edgeNumbers.get(edge)! }),
    );
    sigma.on('leaveEdge', () => this.#setHover({}));
    sigma.on('leaveStage', () => this.#setHover({}));
    sigma.on('clickNode', ({ node }) => handlers.choose(node));
    sigma.on('clickEdge', ({ edge }) => handlers.choose(this.#nextParallel(edge)));
    sigma.on('clickStage', () => handlers.choose(undefined));
    sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      handlers.expand(node);
    });
    sigma.on('downNode', ({ node }) => {
      // A finger covers many nodes: it moves the picture, unless it is on the one that was chosen.
      // So does a pointer where nodes are dots: who presses there wants to move the picture.
      const number = this.#model.numbers.get(node)!;
      const radius = this.#model.radii[number]! * this.#sight.transform().radius;
      if ((this.#isTouch || radius < LEAST_DRAGGED) && node !== this.#selected) return;
      this.#dragged = { node: number, moved: false };
    });
    sigma.on('moveBody', ({ event }) => {
      if (this.#dragged === undefined) return;
      if ('touches' in event.original && event.original.touches.length > 1) {
        this.#dragged = undefined;
        return;
      }
      this.#drag(this.#dragged, event);
      event.preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = (): void => {
      const { node, moved } = this.#dragged ?? {};
      this.#dragged = undefined;
      if (node === undefined || !moved) return;
      this.#overlay.outline(this.#model, this.#communities);
      handlers.move(this.#idOfNode(node)!, { x: this.#model.xs[node]!, y: this.#model.ys[node]! });
    };
    sigma.on('upNode', drop);
    sigma.on('upStage', drop);
    sigma.on('upEdge', drop);
    sigma.getCamera().on('updated', () => this.#setMoving());

    const observer = new ResizeObserver(() => {
      sigma.resize();
      this.#sight.keepFitted(this.#model);
      sigma.refresh({ schedule: true });
    });
    observer.observe(this.#container);
    this.#ends.push(
      () => observer.disconnect(),
      watchTheme(() => this.refreshTheme()),
    );
    const noteTouch = ({ pointerType }: PointerEvent): void => {
      this.#isTouch = pointerType === 'touch';
    };
    const press = (event: PointerEvent): void => {
      noteTouch(event);
      this.#pressed.add(event.pointerId);
    };
    const release = ({ pointerId }: PointerEvent): void => this.#release(pointerId);
    this.#on(this.#container, 'pointerdown', press as EventListener);
    this.#on(window, 'pointerup', release as EventListener);
    this.#on(window, 'pointercancel', release as EventListener);
    this.#on(this.#container, 'pointermove', noteTouch as EventListener);
    this.#on(this.#container, 'webglcontextlost', () => handlers.lose?.(), true);
    this.#on(document.fonts, 'loadingdone', () => {
      this.#overlay.forgetWidths();
      sigma.scheduleRender();
    });
  }

  #on(target: EventTarget, name: string, listener: EventListener, capture = false): void {
    target.addEventListener(name, listener, capture);
    this.#ends.push(() => target.removeEventListener(name, listener, capture));
  }

  /** Several statements may join the same two: each click chooses the next of them. */
  #nextParallel(id: string): string {
    const edges = this.#model.parallel(this.#model.edgeNumbers.get(id)!);
    const ids = edges.map((edge) => this.#model.drawing.edges.ids[edge]!);
    const at = this.#selected === undefined ? -1 : ids.indexOf(this.#selected);
    return ids[(at + 1) % ids.length] ?? id;
  }

  #drag(dragged: { readonly node: number; moved: boolean }, { x, y }: Point): void {
    const place = this.#sigma.viewportToGraph({ x, y });
    dragged.moved = true;
    this.#model.xs[dragged.node] = place.x;
    this.#model.ys[dragged.node] = -place.y;
    this.#sigma.getGraph().mergeNodeAttributes(this.#idOfNode(dragged.node)!, place);
  }

  #setHover(hovered: { readonly node?: number; readonly edge?: number }): void {
    if (this.#dragged !== undefined && hovered.node === undefined) return;
    this.#hovered = hovered;
    const isOver = hovered.node !== undefined || hovered.edge !== undefined;
    this.#container.style.cursor = isOver ? 'pointer' : '';
    this.#options.handlers.hover?.(this.#idOfNode(hovered.node));
    this.#drawOverSoon();
  }

  #setMoving(): void {
    this.#moving = true;
    clearTimeout(this.#settled);
    const { slow, quick, held } = SETTLING;
    const isHeld = this.#pressed.size > 0;
    this.#settled = setTimeout(
      () => {
        this.#moving = false;
        this.#sliding.rest();
        this.#sigma.scheduleRender();
      },
      !this.#sliding.isNeeded ? quick : isHeld ? held : slow,
    );
  }

  #release(pointer: number): void {
    this.#pressed.delete(pointer);
    if (this.#moving) this.#setMoving();
  }

  #overlayState(): OverlayState {
    const { width, height } = this.#sigma.getDimensions();
    const selected = this.#model.numbers.get(this.#selected ?? '');
    const statement = this.#model.edgeNumbers.get(this.#selected ?? '');
    const isHovering = this.#hovered.node !== undefined || this.#hovered.edge !== undefined;
    const chosen = {
      node: selected !== undefined && this.#model.shown[selected] ? selected : undefined,
      edge: statement !== undefined && this.#model.shownEdges[statement] ? statement : undefined,
    };
    return {
      model: this.#model,
      theme: this.#theme,
      transform: this.#sight.transform(),
      width,
      height,
      emphasis: isHovering ? this.#hovered : chosen,
      selected,
      pinned: this.#pinned,
      trail: this.#trailSeen(),
      colour: this.#colourOf,
      propertyLabel: this.#options.propertyLabel,
      moving: this.#moving,
    };
  }

  /** What of the trail can be seen. */
  #trailSeen(): Trail {
    const { edgeNumbers, shownEdges, drawing } = this.#model;
    const edges = this.#trail
      .flatMap((id) => edgeNumbers.get(id) ?? [])
      .filter((edge) => shownEdges[edge]);
    const { subjects, objects } = drawing.edges;
    const nodes = new Set(edges.flatMap((edge) => [subjects[edge]!, objects[edge]!]));
    return { edges, nodes };
  }

  /** Draws what lies over the nodes once more in the next frame; they, and the lines, stay as they are. */
  #drawOverSoon(): void {
    // While the picture moves it is drawn in any case, and what is slid stays as it was drawn.
    if (this.#moving) return;
    this.#drawingOver ??= requestAnimationFrame(() => {
      this.#drawingOver = undefined;
      if (!this.#moving) this.#drawNames(this.#overlayState());
    });
  }

  #drawOver(): void {
    const state = this.#overlayState();
    const isStrong = this.#colouring === 'community';
    this.#overlay.drawHulls(this.#below, state, this.#communities, isStrong);
    this.#drawNames(state);
    this.#sliding.drawn(state.transform);
  }

  #drawNames(state: OverlayState): void {
    const communities = this.#colouring === 'community' ? this.#communities : undefined;
    this.#overlay.draw(this.#above, state, communities);
  }

  /**
   * Shows another drawing. What was there already moves to its new place and what is new fades in, unless `still`; the camera
   * stays, unless `fit`. Communities are to be told anew.
   */
  setData(
    drawing: Drawing,
    positions: Positions,
    {
      shown = all,
      still = false,
      fit = false,
    }: { readonly shown?: Shown; readonly still?: boolean; readonly fit?: boolean } = {},
  ): void {
    if (this.#isDead) return;
    this.#stopMoving();
    this.#stopFading();
    const before = this.#model;
    const presence = this.#presence;
    const model = new Model(drawing, positions);
    model.show(shown.node, shown.edge);
    this.#model = model;
    this.#hovered = {};
    this.#communities = undefined;
    const starts = drawing.ids.map((id, number) => {
      const known = before.numbers.get(id);
      return known === undefined
        ? { x: positions.xs[number]!, y: positions.ys[number]! }
        : { x: before.xs[known]!, y: before.ys[known]! };
    });
    this.#presence = Float32Array.from(
      drawing.ids,
      (id) => presence[before.numbers.get(id) ?? -1] ?? 0,
    );
    const isStill = still || drawing.ids.length > MANY_NODES;
    this.#sliding.isExpected = drawing.edges.ids.length > MANY_EDGES;
    this.#sigma.setSetting('hideEdgesOnMove', this.#sliding.isExpected);
    if (isStill) this.#presence = Float32Array.from(model.shown);
    this.#sigma.setGraph(this.#makeGraph());
    if (fit) this.fit({ still: isStill });
    this.#overlay.outline(model, undefined);
    if (isStill) return;
    const moveTo = (done: number): void => {
      starts.forEach(({ x, y }, number) => {
        model.xs[number] = x + (positions.xs[number]! - x) * done;
        model.ys[number] = y + (positions.ys[number]! - y) * done;
      });
    };
    moveTo(0);
    this.#fade();
    this.#stopMoving = animate(DURATION, (done) => {
      moveTo(done);
      this.#place();
      if (done === 1) this.#overlay.outline(model, this.#communities);
    });
  }

  /** Says which nodes and edges are to be seen, by their positions in the drawing; the others fade out, these in. */
  setShown({ node, edge }: Shown): void {
    if (this.#isDead) return;
    const model = this.#model;
    model.show(node, edge);
    this.#eachEdge((edge) => ({ hidden: !model.shownEdges[edge] }));
    this.#overlay.outline(model, this.#communities);
    this.#fade();
  }

  /** Tells sigma where nodes are and how large. */
  #place(): void {
    const { xs, ys, radii } = this.#model;
    this.#eachNode((number) => ({
      x: xs[number]!,
      y: -ys[number]!,
      size: radii[number]! * this.#presence[number]!,
      hidden: this.#presence[number] === 0,
    }));
  }

  /**
   * Changes what sigma knows of all nodes, then of all edges: in place, so that it hears of it once and not once for each.
   */
  #eachNode(change: (number: number) => object): void {
    const { numbers } = this.#model;
    this.#sigma.getGraph().forEachNode((id, attributes) => {
      Object.assign(attributes, change(numbers.get(id)!));
    });
    this.#refresh();
  }

  #eachEdge(change: (edge: number) => object): void {
    const { edgeNumbers } = this.#model;
    this.#sigma.getGraph().forEachEdge((id, attributes) => {
      Object.assign(attributes, change(edgeNumbers.get(id)!));
    });
    this.#refresh();
  }

  /** Lets sigma take everything in anew, once for all changes until the next frame. */
  #refresh(): void {
    if (this.#refreshing !== undefined) return;
    this.#refreshing = requestAnimationFrame(() => {
      this.#refreshing = undefined;
      this.#sigma.refresh();
    });
  }

  /** Lets what is to be seen grow to its size, and what is not vanish. */
  #fade(): void {
    this.#stopFading();
    const from = this.#presence.slice();
    const { shown } = this.#model;
    if (from.every((presence, number) => presence === shown[number])) return;
    this.#stopFading = animate(from.length > MANY_NODES ? 0 : DURATION, (done) => {
      from.forEach((presence, number) => {
        this.#presence[number] = presence + (shown[number]! - presence) * done;
      });
      this.#place();
    });
  }

  /** Colours nodes by what they are, or by their communities once these are known; outlines the latter in any case. */
  setColouring(colouring: Colouring, communities: Communities | undefined): void {
    if (this.#isDead) return;
    this.#colouring = colouring;
    this.#communities = communities;
    this.#overlay.outline(this.#model, communities);
    this.#recolour();
  }

  #recolour(): void {
    const color = mixed(this.#theme.soft, this.#theme.paper, this.#edgeOpacity());
    this.#eachNode((number) => ({ color: this.#colourOf(number) }));
    this.#eachEdge(() => ({ color }));
  }

  /** Takes the colours anew from where the drawing stands. */
  refreshTheme(): void {
    if (this.#isDead) return;
    this.#theme = readTheme(this.#container);
    this.#overlay.forgetWidths();
    this.#recolour();
  }

  /** Emphasises an entity or a statement, by id, until told otherwise. */
  select(id: string | undefined): void {
    if (this.#isDead) return;
    this.#selected = id;
    this.#drawOverSoon();
  }

  /** Emphasises an entity as if the pointer were on it; nothing ends that. */
  hover(id: string | undefined): void {
    if (this.#isDead) return;
    const node = id === undefined ? undefined : this.#model.numbers.get(id);
    this.#hovered = node === undefined ? {} : { node };
    this.#drawOverSoon();
  }

  /** Marks the entities that are fixed in their place. */
  setPinned(ids: Iterable<string>): void {
    if (this.#isDead) return;
    this.#pinned = new Set(ids);
    this.#drawOverSoon();
  }

  /** Draws some statements out of all others, such as the steps of a path. */
  setTrail(ids: readonly string[]): void {
    if (this.#isDead) return;
    this.#trail = ids;
    this.#sigma.scheduleRender();
  }

  /** Moves the camera so that all that is seen, or some entities, fill the view. */
  fit({
    still = false,
    ids,
  }: {
    readonly still?: boolean;
    readonly ids?: readonly string[];
  } = {}): void {
    if (this.#isDead) return;
    const nodes = ids?.flatMap((id) => this.#model.numbers.get(id) ?? []);
    this.#sight.fit(this.#model, nodes, still);
  }

  /** Brings an entity into the middle, unless it is well in sight. */
  bringIntoView(id: string): void {
    const number = this.#model.numbers.get(id);
    if (this.#isDead || number === undefined || !this.#model.shown[number]) return;
    this.#sight.bring({ x: this.#model.xs[number]!, y: this.#model.ys[number]! });
  }

  /** Makes the picture larger by a factor, or smaller by one below 1. */
  zoom(factor: number): void {
    if (!this.#isDead) this.#sight.zoom(factor);
  }

  /** Where an entity is, in pixels of the container; `undefined` when it is not seen. */
  placeOf(id: string): Point | undefined {
    const number = this.#model.numbers.get(id);
    if (this.#isDead || number === undefined || !this.#model.shown[number]) return undefined;
    const { x, y, scale } = this.#sight.transform();
    return { x: x + this.#model.xs[number]! * scale, y: y + this.#model.ys[number]! * scale };
  }

  /** The neighbor of an entity that lies most in a direction; `[0, 1]` is down. */
  towards(id: string, direction: readonly [number, number]): string | undefined {
    const number = this.#model.numbers.get(id);
    return number === undefined
      ? undefined
      : this.#idOfNode(this.#model.towards(number, direction));
  }

  /** What is seen: who is drawn, and where; read it, and do not change it. */
  get model(): Model {
    return this.#model;
  }

  /** The names that were drawn last, for tests that none covers another. */
  get labels(): readonly DrawnLabel[] {
    return this.#overlay.labels;
  }

  /** What is seen at this moment, as a picture, with a line below it. */
  toPng(caption: string): Promise<Blob> {
    if (this.#isDead) return Promise.reject(new Error('The viewer was killed.'));
    return picturePng(this.#sigma, this.#theme, caption);
  }

  /** Gives back all that it took. Done twice, it does nothing the second time. */
  kill(): void {
    if (this.#isDead) return;
    this.#isDead = true;
    this.#stopMoving();
    this.#stopFading();
    clearTimeout(this.#settled);
    for (const frame of [this.#refreshing, this.#drawingOver]) {
      if (frame !== undefined) cancelAnimationFrame(frame);
    }
    for (const end of this.#ends) end();
    this.#sigma.getCamera().removeAllListeners();
    this.#sigma.kill();
    this.#container.style.cursor = '';
  }
}
