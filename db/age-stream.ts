import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { age } from './age';

/** What age files hold goes through memory piece by piece, whatever its size. */

const PIECE = 1024 * 1024;

/** To each of the recipients (`age1…`). */
export async function* encrypted(
  plain: ReadableStream<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await age();
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  yield* pieces(await encrypter.encrypt(plain));
}

/** Throws what the format says when none of the identities opens the file, or it is damaged. */
export async function* decrypted(path: string, identities: readonly string[]): AsyncGenerator<Uint8Array> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  yield* pieces(await decrypter.decrypt(fileStream(path)));
}

export const fileStream = (path: string): ReadableStream<Uint8Array> =>
  webStream(createReadStream(path, { highWaterMark: PIECE }));

export const streamOf = (bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  webStream(Readable.from(bytes));

// Node's stream of bytes is the web's; the two type libraries do not know of each other.
const webStream = (stream: Readable) => Readable.toWeb(stream) as ReadableStream<Uint8Array>;

async function* pieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
  } finally {
    await reader.cancel();
  }
}
