import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** In lower-case hex. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** RFC 8785: one spelling for one value, so that a hash can be made again by anybody. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('nothing to seal');
  return text;
}
