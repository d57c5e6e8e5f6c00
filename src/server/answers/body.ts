import { hash } from 'node:crypto';
import { compress, type Encoding } from './encoding.ts';

/** The bytes of an answer, in each form that was asked for so far. */
export interface Body {
  readonly plain: Buffer;
  /** The bytes in this form: at once where they were made before. */
  readonly as: (encoding: Encoding) => Buffer | Promise<Buffer>;
  /** A strong tag (RFC 9110, section 8.8.3): another for each form, as the bytes are. */
  readonly tag: (encoding?: Encoding) => string;
}

/**
 * A body that is kept, and so in bytes of its own, not a piece of Node's pool, which is held whole as long as one piece of it is.
 * @param onGrown told how many bytes each new form adds
 */
export const keptBody = (text: string, onGrown: (bytes: number) => void): Body =>
  createBody(bytesOf(text, Buffer.allocUnsafeSlow), onGrown);

/** A body that is sent and forgotten. */
export const passingBody = (text: string): Body => createBody(bytesOf(text, Buffer.allocUnsafe));

function createBody(plain: Buffer, onGrown?: (bytes: number) => void): Body {
  // Most are asked for in one form alone.
  let forms: { [Form in Encoding]?: Buffer | Promise<Buffer> | undefined } | undefined;
  let digest: string | undefined;

  const make = async (encoding: Encoding): Promise<Buffer> => {
    const bytes = await compress(plain, encoding);
    forms![encoding] = bytes;
    onGrown?.(bytes.length);
    return bytes;
  };

  return {
    plain,
    as(encoding) {
      forms ??= {};
      const known = forms[encoding];
      if (known !== undefined) return known;
      const made = make(encoding);
      forms[encoding] = made;
      // What could not be made is tried again.
      made.catch(() => {
        forms![encoding] = undefined;
      });
      return made;
    },
    tag(encoding) {
      // Only a GET has need of it, so that a POST need not wait for it.
      digest ??= hash('sha256', plain, 'base64url').slice(0, 27);
      return encoding === undefined ? `"${digest}"` : `"${digest}-${encoding}"`;
    },
  };
}

/** Where texts are written first, whose length in bytes is known only then: to count them before takes as long as to write them. */
const draft = Buffer.allocUnsafeSlow(2 ** 20);
/** How many bytes a unit of a text takes at most. */
const WIDEST = 3;

function bytesOf(text: string, allocate: (length: number) => Buffer): Buffer {
  const isDrafted = text.length * WIDEST <= draft.length;
  const length = isDrafted ? draft.write(text) : Buffer.byteLength(text);
  const bytes = allocate(length);
  if (isDrafted) draft.copy(bytes, 0, 0, length);
  else bytes.write(text);
  return bytes;
}
