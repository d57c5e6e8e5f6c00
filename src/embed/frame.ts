/**
 * The script of the pages `/embed/<piece>`, which stand in frames of other pages. It tells the page around it how high the piece
 * is, `{ type: 'caytre:size', height }` in CSS pixels, when that changes and when that page asks, by `{ type: 'caytre:size' }`.
 * It obeys nothing else, and tells nothing more.
 */
import { defaultSettings, pieceNames } from '../pieces/settings.ts';
import { GREATEST_FLOW, shapes } from './shapes.ts';

const around = window.parent;

/** The piece that the page holds; none where it tells of a problem instead. */
function findPiece() {
  for (const name of pieceNames) {
    const element = document.querySelector<HTMLElement>(`caytre-${name}`);
    if (element !== null) return { element, fills: shapes[name] === 'fills' };
  }
  return undefined;
}

/**
 * How much of a piece that scrolls is out of sight. The browser rounds what it tells of that, so that a pixel is added: once all
 * is in sight, the height is told as it is, and so does not depend on what it was before.
 */
function hiddenHeight(element: HTMLElement): number {
  const body = element.shadowRoot?.querySelector('[part=body]');
  const hidden = body ? body.scrollHeight - body.clientHeight : 0;
  return hidden > 0 ? hidden + 1 : 0;
}

if (around !== window) {
  const piece = findPiece();
  const measured = piece?.element ?? document.querySelector('main') ?? document.body;
  // The piece is never higher than its frame; what it would like to be is told, and the page around decides.
  if (piece?.fills) piece.element.style.blockSize = '100dvh';
  else if (piece) piece.element.style.maxBlockSize = '100dvh';
  const given = Number(piece?.element.getAttribute('height')) || undefined;

  const likedHeight = (): number => {
    if (given !== undefined) return given;
    if (piece?.fills) return defaultSettings.height;
    const bottom = measured.getBoundingClientRect().bottom + window.scrollY;
    if (piece === undefined) return Math.ceil(bottom);
    return Math.ceil(Math.min(bottom + hiddenHeight(piece.element), GREATEST_FLOW));
  };
  let told: number | undefined;
  const tell = (): void => {
    const height = likedHeight();
    if (height === told) return;
    told = height;
    around.postMessage({ type: 'caytre:size', height }, '*');
  };

  const observer = new ResizeObserver(tell);
  observer.observe(measured);
  for (const type of ['caytre-load', 'caytre-error']) {
    addEventListener(type, () => {
      const inside = piece?.element.shadowRoot?.querySelector('[part=body] > *');
      if (inside) observer.observe(inside);
      tell();
    });
  }
  addEventListener('load', tell);
  addEventListener('message', ({ source, data }) => {
    if (source !== around || data?.type !== 'caytre:size') return;
    told = undefined;
    tell();
  });
}
