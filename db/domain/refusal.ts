/**
 * A refusal is a declared value, never an exception: the shop says no for a reason that the
 * contract names, with the numbers a person needs to understand it. Throwing means a bug.
 */
export class Refusal<Code extends string = string, Params extends object = object> {
  constructor(
    readonly code: Code,
    readonly params: Params,
  ) {}
}

export type NoParams = Record<string, never>;

export function refuse<const Code extends string>(code: Code): Refusal<Code, NoParams>;
export function refuse<const Code extends string, Params extends object>(
  code: Code,
  params: Params,
): Refusal<Code, Params>;
export function refuse(code: string, params: object = {}): Refusal {
  return new Refusal(code, params);
}
