import { DEFAULT_RULES } from '@domain/settings/shop-rules';
import { describe, expect, it } from 'vitest';
import { rulesWords } from '../../../electron/main/support/rules-words';

/** The same rules with this text wherever somebody may have typed something. */
function typedOver(value: unknown, text: string, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => typedOver(each, text, name));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, typedOver(inner, text, key)]),
    );
  const typed = ['id', 'name', 'text', 'hint', 'item', 'birthdayGift'];
  return typeof value === 'string' && typed.includes(name) ? text : value;
}

describe('the rules in a support file', () => {
  it('are every number and every choice, and of what was typed only how long it is', () => {
    const lines = rulesWords(typedOver(DEFAULT_RULES, '金丝雀') as object);
    expect(lines.join('\n')).not.toContain('金丝雀');
    expect(lines).toContain('points.earn.perFen: 100');
    expect(lines).toContain('tiers.loyal.visits: 12');
    expect(lines.filter((line) => line.endsWith('(text, 3)')).length).toBeGreaterThan(10);
    expect(lines.some((line) => /\.kind: amount$/.test(line))).toBe(true);
  });
});
