import { canonical } from '../canonical';
import { type NoParams, type Refusal, refuse } from '../domain/refusal';
import { fingerprintOf, isSigned, type Purpose, publicKeyOf, signFor } from './keys';
import { type Documents, documentShapes } from './shapes';

export type HqCard = Documents['card'];
export type StoreSheet = Documents['sheet'];
export type Ack = Documents['ack'];
export type RulePacket = Documents['rules'];
type SignedKind = 'ack' | 'rules';

/** `document_newer`: a newer Shuke has written it. `document_unreadable`: it is something else, or damaged. */
export type DocumentRefusal = Refusal<'document_newer' | 'document_unreadable', NoParams>;

/** Head office's card: what a store encrypts to, and whose signature it believes. */
export const cardText = (card: { name: string; recipient: string; signingKey: string }): string =>
  textOf({ format: 'shuke-hq', version: 1, name: card.name, recipient: card.recipient, ...keyOf(card) });

/** A store's registration sheet: what stands in its QR, and in the file beside it. */
export const sheetText = (sheet: {
  storeId: string;
  name: string;
  region: string;
  signingKey: string;
}): string => {
  const { storeId, name, region } = sheet;
  return textOf({ format: 'shuke-store', version: 1, storeId, name, region, ...keyOf(sheet) });
};

/** Signed by head office. */
export const ackText = (ack: Omit<Ack, 'format' | 'version' | 'signature'>, signingKey: string): string =>
  signedText('ack', { format: 'shuke-ack', version: 1, ...ack }, signingKey);

/** Signed by head office. */
export const rulesText = (
  rules: Omit<RulePacket, 'format' | 'version' | 'signature'>,
  signingKey: string,
): string => signedText('rules', { format: 'shuke-rules', version: 1, ...rules }, signingKey);

export const readCard = (text: string): HqCard | DocumentRefusal => keyed(read('card', text));
export const readSheet = (text: string): StoreSheet | DocumentRefusal => keyed(read('sheet', text));

/** `document_signature`: not signed by the key of the card. */
export const readAck = (text: string, publicKey: string) => readSigned('ack', text, publicKey);
export const readRules = (text: string, publicKey: string) => readSigned('rules', text, publicKey);

/** An ack or a rule packet of a chain; nothing of one is longer. */
const MOST_CHARACTERS = 1024 * 1024;

const textOf = (value: object): string => `${canonical(value)}\n`;

const keyOf = ({ signingKey }: { signingKey: string }) => {
  const publicKey = publicKeyOf(signingKey);
  return { publicKey, fingerprint: fingerprintOf(publicKey) };
};

const signedText = (purpose: Purpose, body: object, signingKey: string): string =>
  textOf({ ...body, signature: signFor(purpose, canonical(body), signingKey) });

function readSigned<Kind extends SignedKind>(kind: Kind, text: string, publicKey: string) {
  const document = read(kind, text);
  if ('code' in document) return document;
  // What is signed is all that stands in it, also what this version knows nothing of.
  const { signature, ...body } = parsed(text) ?? {};
  const isRight = typeof signature === 'string' && isSigned(kind, canonical(body), signature, publicKey);
  return isRight ? document : refuse('document_signature');
}

function read<Kind extends keyof Documents>(kind: Kind, text: string): Documents[Kind] | DocumentRefusal {
  const value = parsed(text);
  if (value === null) return refuse('document_unreadable');
  const shape = documentShapes[kind];
  const isNewer = value.format === shape.shape.format.value && Number(value.version) > 1;
  if (isNewer) return refuse('document_newer');
  const { data } = shape.safeParse(value);
  // The shape of a kind gives that kind; the compiler does not follow a key through its table.
  return data === undefined ? refuse('document_unreadable') : (data as Documents[Kind]);
}

/** Whoever has mistyped or mixed up a key is told before it is used. */
function keyed<Keyed extends HqCard | StoreSheet>(document: Keyed | DocumentRefusal) {
  if ('code' in document || document.fingerprint === fingerprintOf(document.publicKey)) return document;
  return refuse('document_unreadable');
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  if (text.length > MOST_CHARACTERS) return null;
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : null; // as just seen
  } catch {
    return null;
  }
}
