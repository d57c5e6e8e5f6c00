const LEAST = 80;
const GREATEST = 10_000;

/**
 * Gives the frames of this page that show a piece of a server the height which the piece says that it has. A message counts only
 * if it comes from the window of such a frame, and from that server.
 */
export function sizeFrames(server: string): void {
  const pieces = new URL('embed/', server);
  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== pieces.origin || data?.type !== 'caytre:size') return;
    const height = Number(data.height);
    if (!(height >= LEAST && height <= GREATEST)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source && frame.src.startsWith(pieces.href)) {
        frame.style.height = `${Math.ceil(height)}px`;
      }
    }
  });
  // A frame that was there before this script has told its height to nobody.
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.src.startsWith(pieces.href)) {
      frame.contentWindow?.postMessage({ type: 'caytre:size' }, '*');
    }
  }
}
