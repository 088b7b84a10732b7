import { z } from 'zod';
import { rulesShape } from '../../contract/settings';

/** A day or a time of day: a rule's own, nobody's name. */
const WHEN = /^\d{4}-\d{2}-\d{2}$|^\d{1,2}:\d{2}$/;

/** Words that the contract itself gives rules to choose from; anything else was typed by somebody. */
const VOCABULARY: ReadonlySet<string> = new Set(
  chosenFrom(z.toJSONSchema(rulesShape, { unrepresentable: 'any', io: 'input' })),
);

/** Every number and choice of the rules as `path: value`; of typed text (names, scripts) only how long it is. */
export function rulesWords(rules: object): string[] {
  return Object.entries(rules).flatMap(([name, value]) => wordsOf(name, value));
}

function wordsOf(path: string, value: unknown): string[] {
  if (Array.isArray(value)) {
    if (value.every((each) => typeof each !== 'object' || each === null))
      return [`${path}: [${value.map(leaf).join(', ')}]`];
    return value.flatMap((each, at) => wordsOf(`${path}[${at}]`, each));
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, inner]) => wordsOf(`${path}.${name}`, inner));
  return [`${path}: ${leaf(value)}`];
}

const leaf = (value: unknown): string =>
  typeof value !== 'string' || VOCABULARY.has(value) || WHEN.test(value)
    ? String(value)
    : `(text, ${value.length})`;

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
