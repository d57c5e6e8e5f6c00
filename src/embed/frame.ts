/**
 * The script of the pages `/embed/<piece>`, which stand in frames of other pages. It tells the page around it how high the piece
 * is, `{ type: 'caytre:size', height }` in CSS pixels, when that changes and when that page asks, by `{ type: 'caytre:size' }`.
 * It obeys nothing else, and tells nothing more.
 */
import { defaultSettings, pieceNames } from '../pieces/settings.ts';
import { shapes } from './shapes.ts';

const around = window.parent;

/** The piece that the page holds; none where it tells of a problem instead. */
function findPiece() {
  for (const name of pieceNames) {
    const element = document.querySelector<HTMLElement>(`caytre-${name}`);
    if (element !== null) return { element, fills: shapes[name] === 'fills' };
  }
  return undefined;
}

if (around !== window) {
  const piece = findPiece();
  // What fills its frame, however high that is, has a height that it would like to have.
  const liked = piece?.fills
    ? Number(piece.element.getAttribute('height')) || defaultSettings.height
    : undefined;
  if (piece?.fills) piece.element.style.blockSize = '100dvh';
  const measured = piece?.element ?? document.querySelector('main') ?? document.body;

  let told: number | undefined;
  const tell = (): void => {
    const bottom = measured.getBoundingClientRect().bottom + window.scrollY;
    const height = liked ?? Math.ceil(bottom);
    if (height === told) return;
    told = height;
    around.postMessage({ type: 'caytre:size', height }, '*');
  };

  new ResizeObserver(tell).observe(measured);
  addEventListener('load', tell);
  addEventListener('message', ({ source, data }) => {
    if (source !== around || data?.type !== 'caytre:size') return;
    told = undefined;
    tell();
  });
}
