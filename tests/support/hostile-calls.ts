import { contract } from '@contract/index';
import type { Endpoint } from '@contract/rpc';
import fc from 'fast-check';
import { z } from 'zod';

/** What a page that has been taken over could send over the bridge. */
export interface HostileCall {
  readonly channel: unknown;
  readonly payload: unknown;
}

/** Ids that are really there, so that a call gets past the first look. */
export interface Known {
  readonly ids: readonly string[];
}

const ENDPOINTS: readonly (readonly [string, Endpoint])[] = Object.entries(contract).flatMap(
  ([room, rooms]) =>
    Object.entries(rooms).map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint]),
);

const BY_NAME = new Map<unknown, Endpoint>(ENDPOINTS);
const endpointOf = (channel: unknown): Endpoint | undefined => BY_NAME.get(channel);

const callShape = z.strictObject({
  requestId: z.uuid().optional(),
  approval: z.uuid().optional(),
  input: z.unknown(),
});

/** Makes `count` calls, the same for the same seed; a command or an act among them is always malformed. */
export function hostileCallsTo(known: Known): (count: number, seed: number) => HostileCall[] {
  const hostile = calls(known).filter((call) => isHostile(call) && isSent(call));
  return (count, seed) => fc.sample(hostile, { numRuns: count, seed });
}

/** Playwright writes values anew in the page, where an own key of this name would become something else. */
function isSent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return !Object.hasOwn(value, '__proto__') && Object.values(value).every(isSent);
}

/** Malformed, or a question: questions may be asked by anybody who is let in, and must not change anything. */
function isHostile({ channel, payload }: HostileCall): boolean {
  const endpoint = endpointOf(channel);
  if (endpoint === undefined || endpoint.kind === 'query') return true;
  return isMalformed(endpoint, payload);
}

/** True for what gets as far as the limit of calls: a channel that there is, in the shape of a call. */
export const isCounted = ({ channel, payload }: HostileCall): boolean =>
  endpointOf(channel) !== undefined && callShape.safeParse(payload).success;

/** True where the contract has no answer but a fault. */
export function mustFail({ channel, payload }: HostileCall): boolean {
  const endpoint = endpointOf(channel);
  return endpoint === undefined || isMalformed(endpoint, payload);
}

function isMalformed(endpoint: Endpoint, payload: unknown): boolean {
  const call = callShape.safeParse(payload);
  if (!call.success) return true;
  if (endpoint.kind === 'command' && call.data.requestId === undefined) return true;
  return !endpoint.input.safeParse(call.data.input).success;
}

function calls(known: Known): fc.Arbitrary<HostileCall> {
  // What each channel may be sent takes longer to describe than to draw.
  const described = new Map<string, fc.Arbitrary<HostileCall>>();
  const of = ([channel, { input }]: (typeof ENDPOINTS)[number]) => {
    const before = described.get(channel);
    if (before !== undefined) return before;
    const made = fc.record({ channel: fc.constant<unknown>(channel), payload: payloads(input, known) });
    described.set(channel, made);
    return made;
  };
  const real = fc.constantFrom(...ENDPOINTS).chain(of);
  const strange = fc.record({ channel: fc.oneof(names, junk), payload: fc.oneof(junk, anyPayload) });
  return fc.oneof({ weight: 9, arbitrary: real }, { weight: 1, arbitrary: strange });
}

const payloads = (input: z.ZodType, known: Known): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: junk },
    { weight: 1, arbitrary: anyPayload },
    {
      weight: 6,
      arbitrary: fc.record({ requestId: fc.uuid(), input: valid(input, known).chain(mutants) }),
    },
    { weight: 1, arbitrary: fc.record({ requestId: junk, approval: junk, input: valid(input, known) }) },
    { weight: 1, arbitrary: fc.record({ input: valid(input, known) }) },
  );

/** Everything that survives the way through a structured clone, and what nobody expects in a field. */
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({
    withBigInt: true,
    withNullPrototype: true,
    withSparseArray: true,
    maxDepth: 3,
  }),
  fc.constantFrom<unknown>(
    ...[
      null,
      undefined,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      2 ** 53,
      -1,
      1.5,
      1e21,
      10n,
      '',
      ' ',
      '\0',
    ],
    ...[
      '__proto__',
      'constructor',
      "' or 1=1 --",
      '"; drop table member; --',
      '%',
      '%_%',
      '../../etc/passwd',
    ],
    ...['\u202e', '\ud800', '👩‍👩‍👧', 'a'.repeat(70_000), '1'.repeat(400), '[object Object]', 'null', 'NaN'],
    ...[[], {}, [[[[]]]], { toString: 1 }, { length: -1 }],
    ...[new Date(0), /(a+)+$/, new Array(5000).fill(0)],
  ),
);

const anyPayload = fc.record({ requestId: fc.oneof(fc.uuid(), junk), input: junk }, { requiredKeys: [] });

const names = fc.oneof(
  fc.constantFrom(
    ...[
      'constructor',
      '__proto__',
      'toString',
      'members',
      'members.',
      '.card',
      'members.card.then',
      'members..card',
    ],
    ...[
      'members.constructor',
      'members.__proto__',
      '__proto__.card',
      'MEMBERS.card',
      'members.card ',
      'members/card',
    ],
    ...[
      'members.card\0',
      'staff.signIn\n',
      'hasOwnProperty',
      'valueOf',
      'x'.repeat(100_000),
      '\u202emembers.card',
    ],
  ),
  fc.constantFrom(...ENDPOINTS).chain(([name]) =>
    fc.tuple(fc.nat(name.length), fc.string({ minLength: 1, maxLength: 3 })).map(([at, more]) => {
      const changed = name.slice(0, at) + more + name.slice(at);
      return ENDPOINTS.some(([real]) => real === changed) ? `${changed}!` : changed;
    }),
  ),
);

/** The given value with one thing wrong somewhere in it, or with nothing wrong once in a while. */
function mutants(value: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(value);
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.tuple(fc.constantFrom(...places), junk).map(([at, put]) => replaced(value, at, put)),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...places).map((at) => replaced(value, [...at, 'unexpected'], 1)),
    },
    { weight: 2, arbitrary: fc.constantFrom(...places).map((at) => without(value, at)) },
    { weight: 1, arbitrary: fc.constant(value) },
  );
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...at, key]))];
}

function replaced(value: unknown, [first, ...rest]: Place, put: unknown): unknown {
  if (first === undefined) return put;
  if (typeof value !== 'object' || value === null) return { [first]: replaced(undefined, rest, put) };
  const copy = copyOf(value);
  copy[first] = replaced(copy[first], rest, put);
  return copy;
}

/** An array is a record of its places here: hostile ones have other keys, too. */
const copyOf = (value: object): Record<string, unknown> =>
  Object.assign(Array.isArray(value) ? ([] as unknown[]) : {}, value) as Record<string, unknown>;

function without(value: unknown, [first, ...rest]: Place): unknown {
  if (first === undefined || typeof value !== 'object' || value === null) return undefined;
  const copy = copyOf(value);
  if (rest.length === 0) delete copy[first];
  else copy[first] = without(copy[first], rest);
  return copy;
}

/** Values that a shape is likely to take. What zod can only ask a function about is guessed; a wrong guess is one more mutant. */
function valid(schema: z.core.$ZodType, known: Known): fc.Arbitrary<unknown> {
  const { def } = schema._zod;
  const id = fc.oneof(fc.constantFrom(...known.ids), fc.uuid());
  switch (def.type) {
    case 'object':
      return fc.record(mapped((def as z.core.$ZodObjectDef).shape, (inner) => valid(inner, known)));
    case 'string': {
      const { format } = def as z.core.$ZodStringFormatDef;
      return format === 'uuid'
        ? id
        : fc.oneof(fc.string({ maxLength: 30 }), fc.constantFrom('林', '2026-05-18', '1'));
    }
    case 'number':
      return fc.oneof(fc.nat(100), fc.integer());
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom<unknown>(...(def as z.core.$ZodLiteralDef<z.core.util.Literal>).values);
    case 'enum':
      return fc.constantFrom<unknown>(...Object.values((def as z.core.$ZodEnumDef).entries));
    case 'array':
      return fc.array(valid((def as z.core.$ZodArrayDef).element, known), { maxLength: 3 });
    case 'tuple':
      return fc.tuple(...(def as z.core.$ZodTupleDef).items.map((item) => valid(item, known)));
    case 'union':
      return fc.oneof(...(def as z.core.$ZodUnionDef).options.map((option) => valid(option, known)));
    case 'nullable':
      return fc.oneof(fc.constant(null), valid((def as z.core.$ZodNullableDef).innerType, known));
    case 'optional':
    case 'default':
    case 'readonly':
      return valid((def as z.core.$ZodReadonlyDef).innerType, known);
    case 'lazy':
      return fc.constant({ all: [] });
    case 'pipe':
      return valid((def as z.core.$ZodPipeDef).in, known);
    case 'record':
      return fc.constant({});
    default:
      return fc.oneof(fc.nat(5000), fc.constantFrom<unknown>('2026-05-18', '2026-01-01'), fc.constant(null));
  }
}

const mapped = <In, Out>(record: Readonly<Record<string, In>>, to: (value: In) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
