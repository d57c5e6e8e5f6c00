/**
 * A short checksum of a text against accidents, not against attackers: FNV-1a over its UTF-16 units, 32 bits,
 * in base 36 (Fowler, Noll, Vo: RFC 9923).
 */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
