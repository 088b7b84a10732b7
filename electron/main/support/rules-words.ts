import { z } from 'zod';
import { rulesShape } from '../../contract/settings';

/** A day or a time of day: a rule's own, nobody's name. */
const WHEN = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}:\d{2}$/;

/** Every number and choice of the rules as `path: value`; of typed text (names, scripts) only how long it is. */
export function rulesWords(rules: object): string[] {
  // Read here and not as main starts: it takes a tenth of what main computes until then.
  const choices = new Set(chosenFrom(z.toJSONSchema(rulesShape, { unrepresentable: 'any', io: 'input' })));
  return Object.entries(rules).flatMap(([name, value]) => wordsOf(name, value, choices));
}

/** `choices`: words that the contract itself gives rules to choose from; anything else was typed by somebody. */
function wordsOf(path: string, value: unknown, choices: ReadonlySet<string>): string[] {
  const leaf = (each: unknown): string =>
    typeof each !== 'string' || choices.has(each) || WHEN.test(each)
      ? String(each)
      : `(text, ${each.length})`;
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object' || each === null))
      return [`${path}: [${value.map(leaf).join(', ')}]`];
    return value.flatMap((each, at) => wordsOf(`${path}[${at}]`, each, choices));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => wordsOf(`${path}.${name}`, inner, choices));
  return [`${path}: ${leaf(value)}`];
}

/** Every word that stands as a choice anywhere in a JSON schema. */
function chosenFrom(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(chosenFrom);
  if (typeof schema !== 'object' || schema === null) return [];
  const own = [
    ...('enum' in schema && Array.isArray(schema.enum) ? schema.enum : []),
    ...('const' in schema ? [schema.const] : []),
  ].filter((word) => typeof word === 'string');
  return [...own, ...Object.values(schema).flatMap(chosenFrom)];
}
