import { z } from 'zod';
import { PACKET_KIND_NAMES } from '../domain/packets/entries';

/**
 * What a manifest and the papers between store and head office look like when they come from outside.
 * Fields that a newer minor version has added are left out.
 */
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const number = z.int();
const line = z.string().min(1).max(200);
const storeId = z.uuid();
const epoch = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{6}$/);
const fingerprint = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
const publicKey = z.base64().length(44);
const isoInstant = z.iso.datetime({ precision: 3 });
const businessDate = z.iso.date();

export const packetRefShape = z.object({ epoch, sequence: z.int().min(1), hash });

const fileShape = z.object({
  /** Nothing that leads out of a folder can be written so. */
  name: z.string().regex(/^(schema\.json|data\/[a-z][a-z0-9_]{0,40}\.(ndjson|parquet))$/),
  /** Null also of a kind that a newer minor version has added. */
  kind: z.enum(PACKET_KIND_NAMES).nullable().catch(null),
  bytes: count,
  sha256: hash,
  rows: count,
  sums: z.record(z.string(), number),
});

const monthShape = z.object({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  sales: count,
  salesFen: number,
  refunds: count,
  refundsFen: number,
  newMembers: count,
  complaints: count,
  respondedOnTime: count,
  responseDue: count,
  resolvedOnTime: count,
  resolutionDue: count,
});

const figuresShape = z.object({
  members: count,
  byClass: z.object({ A: count, B: count, C: count, D: count, none: count }),
  pointsOwed: number,
  liabilityFen: number,
  couponsOpen: count,
  months: z.array(monthShape),
});

export const versionShape = z.object({ major: z.int().min(1), minor: count });

export const manifestShape = z.object({
  format: z.literal('shuke-packet'),
  version: versionShape,
  schema: count,
  shuke: line,
  store: z.object({ id: storeId, name: line, region: z.string().max(200), zone: line }),
  keyId: fingerprint,
  epoch,
  epochStartedAt: isoInstant,
  parent: packetRefShape.nullable(),
  sequence: z.int().min(1),
  kind: z.enum(['full', 'delta']),
  previous: hash.nullable(),
  firstEntry: z.int().min(1),
  lastEntry: count,
  audit: z.object({ seq: count, hash }),
  clock: z.object({ madeAt: isoInstant, businessDate }),
  level: z.object({ personal: z.union([z.literal(0), z.literal(1), z.literal(2)]), reason: z.string() }),
  files: z.array(fileShape).max(50),
  figures: figuresShape,
});

const VERSION = z.literal(1);

export const documentShapes = {
  /** What a store needs to know of head office. */
  card: z.object({
    format: z.literal('shuke-hq'),
    version: VERSION,
    name: line,
    recipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
    publicKey,
    fingerprint,
  }),
  /** What head office needs to know of a store. */
  sheet: z.object({
    format: z.literal('shuke-store'),
    version: VERSION,
    storeId,
    name: line,
    region: z.string().max(200),
    publicKey,
    fingerprint,
  }),
  /** Up to where head office has everything of a store, and what it misses. */
  ack: z.object({
    format: z.literal('shuke-ack'),
    version: VERSION,
    storeId,
    epoch,
    /** The last packet without a hole before it, and its last entry; null when there is none. */
    upto: z.object({ sequence: z.int().min(1), entry: count, hash }).nullable(),
    missing: z.array(z.object({ epoch, from: z.int().min(1), to: z.int().min(1) })),
    forks: z.array(z.object({ epoch, sequence: z.int().min(1) })),
    rejected: z.array(z.object({ file: z.string().max(300), why: z.string().max(300) })),
    at: isoInstant,
    signature: z.base64(),
  }),
  /** What head office would have a store change; the owner decides. */
  rules: z.object({
    format: z.literal('shuke-rules'),
    version: VERSION,
    id: z.uuid(),
    number: z.int().min(1),
    issuedAt: isoInstant,
    from: businessDate,
    title: line,
    why: z.string().max(2000),
    changes: z.record(z.string(), z.unknown()),
    signature: z.base64(),
  }),
} as const;

export type Documents = { [Kind in keyof typeof documentShapes]: z.infer<(typeof documentShapes)[Kind]> };
