import type Sigma from 'sigma';
import type { Theme } from './theme.ts';

const CAPTION_ROW = 26;

/** What stands on the canvases of a drawing, one above the other, with a line below, as a PNG. */
export async function picturePng(sigma: Sigma, theme: Theme, caption: string): Promise<Blob> {
  const { width, height } = sigma.getDimensions();
  const ratio = window.devicePixelRatio || 1;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((height + CAPTION_ROW) * ratio);
  const context = canvas.getContext('2d')!;
  context.scale(ratio, ratio);
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, width, height + CAPTION_ROW);
  // What WebGL drew can be read in the turn in which it was drawn, and no later.
  sigma.refresh();
  for (const layer of sigma.getContainer().querySelectorAll('canvas')) {
    context.drawImage(layer, 0, 0, width, height);
  }
  context.font = `12px ${theme.font}`;
  context.fillStyle = theme.soft;
  context.textBaseline = 'middle';
  context.fillText(caption, 10, height + CAPTION_ROW / 2, width - 20);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('The picture is too large for this browser.');
  return blob;
}
