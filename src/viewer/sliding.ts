import type { Transform } from './model.ts';

/** A frame that takes longer, in milliseconds, is a slow one. */
const SLOW = 24;
const SLOW_FRAMES = 2;
/** How far the picture may be slid, as a share of the view, and scaled, before it is drawn anew. */
const FARTHEST = 0.5;
const [SMALLEST, LARGEST] = [0.5, 2];

/**
 * Where drawing is too slow for every frame, what was drawn is slid and scaled with the camera while that moves, as maps are; it is
 * drawn anew when it lies still, or was slid far.
 */
export class Sliding {
  readonly #container: HTMLElement;
  #drawn: Transform | undefined;
  /** When the frame before was, while the camera moves. */
  #before: number | undefined;
  #slowFrames = 0;
  #isSlid = false;
  /** Set where the drawing is so large that no frame need be lost to find that out. */
  isExpected = false;

  constructor(container: HTMLElement) {
    this.#container = container;
  }

  /** Slides what is drawn to where the camera now has it; tells whether that sufficed. */
  slide(to: Transform): boolean {
    const now = performance.now();
    if (this.#before !== undefined && now - this.#before > SLOW) this.#slowFrames += 1;
    this.#before = now;
    const drawn = this.#drawn;
    if (!this.isNeeded || drawn === undefined) return false;
    const scale = to.scale / drawn.scale;
    const [x, y] = [to.x - drawn.x * scale, to.y - drawn.y * scale];
    const { clientWidth, clientHeight } = this.#container;
    const [middleX, middleY] = [clientWidth / 2, clientHeight / 2];
    const isFar =
      Math.abs(x + middleX * scale - middleX) > clientWidth * FARTHEST ||
      Math.abs(y + middleY * scale - middleY) > clientHeight * FARTHEST;
    if (isFar || scale < SMALLEST || scale > LARGEST) return false;
    this.#transform(`translate(${x}px, ${y}px) scale(${scale})`);
    this.#isSlid = true;
    return true;
  }

  /** Whether drawing is too slow for every frame, as was found or is expected. */
  get isNeeded(): boolean {
    return this.isExpected || this.#slowFrames >= SLOW_FRAMES;
  }

  /** Told that the camera lies still: the time until it moves again is that of no frame. */
  rest(): void {
    this.#before = undefined;
  }

  /** Told that everything was drawn as the camera has it. */
  drawn(as: Transform): void {
    this.#drawn = as;
    if (!this.#isSlid) return;
    this.#isSlid = false;
    this.#transform('');
  }

  #transform(transform: string): void {
    for (const layer of this.#container.querySelectorAll<HTMLElement>('canvas')) {
      // The layer that hears the pointer stays where it is.
      if (layer.classList.contains('sigma-mouse')) continue;
      layer.style.transformOrigin = '0 0';
      layer.style.transform = transform;
    }
  }
}
