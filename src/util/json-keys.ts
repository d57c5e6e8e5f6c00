/** How many keys the objects of a JSON text are written with; one that stands twice counts twice. */
export const keysWritten = (text: string): number =>
  text.replace(/"(?:[^"\\]|\\.)*"/g, '').split(':').length - 1;

/** How many keys the objects within a value have. */
export function keysHeld(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const within = Object.values(value).reduce((sum: number, one) => sum + keysHeld(one), 0);
  return Array.isArray(value) ? within : within + Object.keys(value).length;
}
