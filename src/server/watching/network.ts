import { isIPv6 } from 'node:net';

/** How many parts of an address tell a network: of 8 bits, of 16 bits. */
const PARTS_4 = 3;
const PARTS_6 = 3;

/** The network of an address, which many people share: what is left of it when its last 8, or of IPv6 its last 80 bits are gone. */
export function networkOf(address: string): string {
  const mapped =
    address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
  if (!isIPv6(mapped)) return `${mapped.split('.').slice(0, PARTS_4).join('.')}.0/24`;
  const [head = ''] = mapped.split('::', 1);
  const parts = head.split(':').filter((part) => part !== '');
  return `${parts.slice(0, PARTS_6).join(':')}::/48`;
}
