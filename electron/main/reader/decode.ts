import iconv from 'iconv-lite';
import type { Encoding } from '../../../db/domain/exchange/fields';

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'utf8',
  gb18030: 'gb18030',
  'utf-16le': 'utf16le',
  'utf-16be': 'utf16be',
};

export interface Decoder {
  readonly write: (bytes: Buffer) => string;
  readonly end: () => string;
}

/** Turns chunks of a file into text; characters may lie across chunks. What is malformed becomes U+FFFD. */
export function decoderOf(encoding: Encoding): Decoder {
  const decoder = iconv.getDecoder(NAMES[encoding], { stripBOM: false });
  return { write: (bytes) => decoder.write(bytes), end: () => decoder.end() ?? '' };
}
