import type Sigma from 'sigma';
import type { Point } from '../pieces/drawing/drawing.ts';
import type { Model, Transform } from './model.ts';
import { prefersLessMotion } from './motion.ts';

/** Half of the side of the square, in units of the layout, that the camera at 1 shows; it never changes. */
export const EXTENT = 1_000;
const PADDING = { top: 26, right: 26, bottom: 26, left: 26 } as const;

/** Room in pixels that is kept free of nodes, for what stands above the drawing. */
export type Padding = Readonly<Record<'top' | 'right' | 'bottom' | 'left', number>>;

/** Small drawings are not blown up beyond this many pixels a unit. */
const GREATEST_SCALE = 3.6;
const GREATEST_RADIUS_SCALE = 1.6;
const FLIGHT = 320;
const ZOOMING = 180;
/** What is nearer to the rim than this share of the view is not well in sight. */
const RIM = 0.12;

/** What of a drawing is in sight: the camera, in units of the layout. */
export class Sight {
  readonly #container: HTMLElement;
  readonly #padding: () => Padding;
  #sigma: Sigma | undefined;
  #fitRatio = 1;
  /** Where the camera was put to show all, while nobody has moved it since. */
  #fitted: { readonly x: number; readonly y: number; readonly ratio: number } | undefined;

  constructor(container: HTMLElement, padding: () => Padding = () => PADDING) {
    this.#container = container;
    this.#padding = padding;
  }

  /** Sigma asks for sizes while it is made, so it comes afterwards. */
  attach(sigma: Sigma): void {
    this.#sigma = sigma;
    sigma.setCustomBBox({ x: [-EXTENT, EXTENT], y: [-EXTENT, EXTENT] });
  }

  /**
   * By what sigma divides sizes: nodes are as large as the layout has them when all of it is in sight, and grow with the square
   * root of the scale beyond.
   */
  sizeRatio(ratio: number): number {
    const scale = this.#pixelsForUnit() / this.#fitRatio;
    return Math.sqrt(ratio * this.#fitRatio) * Math.max(1, scale / GREATEST_RADIUS_SCALE);
  }

  /** Pixels for one unit of the layout, were the camera at 1. */
  #pixelsForUnit(): number {
    const { clientWidth, clientHeight } = this.#container;
    return Math.max(1, Math.min(clientWidth, clientHeight)) / (2 * EXTENT);
  }

  /** How coordinates of the layout become pixels of the container at this moment. */
  transform(): Transform {
    const sigma = this.#sigma!;
    const zero = sigma.graphToViewport({ x: 0, y: 0 });
    const one = sigma.graphToViewport({ x: 1, y: 0 });
    return { x: zero.x, y: zero.y, scale: one.x - zero.x, radius: sigma.scaleSize(1) };
  }

  /** The same for where the camera is by now, which may not be drawn yet. */
  transformToCome(): Transform {
    const sigma = this.#sigma!;
    const cameraState = sigma.getCamera().getState();
    const zero = sigma.graphToViewport({ x: 0, y: 0 }, { cameraState });
    const one = sigma.graphToViewport({ x: 1, y: 0 }, { cameraState });
    return { x: zero.x, y: zero.y, scale: one.x - zero.x, radius: sigma.scaleSize(1) };
  }

  /** Shows all that is seen, or some nodes; `still` at once. */
  fit(model: Model, nodes: Iterable<number> | undefined, still: boolean): void {
    const bounds = model.bounds(nodes);
    if (bounds === undefined) return;
    const { width, height } = this.#sigma!.getDimensions();
    const { top, right, bottom, left } = this.#padding();
    const scale = Math.min(
      GREATEST_SCALE,
      Math.max(40, width - left - right) / (bounds.right - bounds.left),
      Math.max(40, height - top - bottom) / (bounds.bottom - bounds.top),
    );
    const ratio = this.#pixelsForUnit() / scale;
    const middle = {
      x: (bounds.left + bounds.right) / 2 + (right - left) / 2 / scale,
      y: (bounds.top + bounds.bottom) / 2 + (bottom - top) / 2 / scale,
    };
    const state = this.#fly(middle, ratio, still);
    if (nodes !== undefined) return;
    this.#fitRatio = ratio;
    this.#fitted = state;
  }

  /** After the container changed its size: all stays in sight, if it was. */
  keepFitted(model: Model): void {
    if (this.#fitted === undefined) return;
    const { x, y, ratio } = this.#sigma!.getCamera();
    const { x: fittedX, y: fittedY, ratio: fittedRatio } = this.#fitted;
    const isThere =
      Math.abs(x - fittedX) < 1e-6 && Math.abs(y - fittedY) < 1e-6 && ratio === fittedRatio;
    if (isThere) this.fit(model, undefined, true);
  }

  /** Brings a place into the middle, unless it is well in sight. */
  bring({ x, y }: Point): void {
    const { width, height } = this.#sigma!.getDimensions();
    const to = this.transform();
    const [across, down] = [(to.x + x * to.scale) / width, (to.y + y * to.scale) / height];
    const isAside = [across, down].some((share) => share < RIM || share > 1 - RIM);
    if (isAside) this.#fly({ x, y }, this.#sigma!.getCamera().ratio, false);
  }

  /** Makes the picture larger by a factor, or smaller by one below 1. */
  zoom(factor: number): void {
    const camera = this.#sigma!.getCamera();
    const ratio = camera.getBoundedRatio(camera.ratio / factor);
    if (prefersLessMotion()) camera.setState({ ratio });
    else void camera.animate({ ratio }, { duration: ZOOMING });
  }

  #fly({ x, y }: Point, ratio: number, still: boolean) {
    const camera = this.#sigma!.getCamera();
    // The square from -EXTENT to EXTENT is the one from 0 to 1 of the camera.
    const state = { x: 0.5 + x / (2 * EXTENT), y: 0.5 - y / (2 * EXTENT), ratio };
    if (still || prefersLessMotion()) camera.setState(state);
    else void camera.animate(state, { duration: FLIGHT });
    return state;
  }
}
