import type { ComplaintRow } from '@contract/complaints';
import { COMPLAINT_STATES } from '@domain/complaints/complaint';
import { instant } from '@domain/units';
import { boardOf, SECTIONS, sectionOf } from '@renderer/features/complaints/board';
import { isAllowed, nextStep, STEP_KEYS, STEPS, stepsOnKeys } from '@renderer/features/complaints/steps';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aComplaint, HOUR } from './shop';

const NOW = instant(Date.UTC(2026, 10, 22, 4));
const at = (hours: number) => instant(NOW + hours * HOUR);
const row = (more: object): ComplaintRow => aComplaint(more) as unknown as ComplaintRow;

describe('where a complaint stands on the board', () => {
  const due = (clock: 'response' | 'resolution', hours: number) => ({ nextDue: { clock, at: at(hours) } });
  it.each([
    ['late', { ...due('response', -1) }],
    ['soon', { ...due('response', 2) }],
    ['running', { ...due('response', 20) }],
    ['soon', { state: 'responded', ...due('resolution', 20) }],
    ['waiting', { pausedAt: at(-50), nextDue: null }],
    ['to_close', { state: 'resolved', nextDue: null }],
  ])('%s', (section, more) => expect(sectionOf(row(more), NOW)).toBe(section));

  it('everybody stands on it once, in the order in which they came, and the urgent sections come first', () => {
    const anyRow = fc.record({
      id: fc.uuid(),
      state: fc.constantFrom('open', 'responded', 'resolved', 'reopened'),
      pausedAt: fc.option(fc.constant(at(-3))),
      nextDue: fc.option(
        fc.record({
          clock: fc.constantFrom('response', 'resolution'),
          at: fc.integer({ min: -90, max: 90 }).map(at),
        }),
      ),
    });
    fc.assert(
      fc.property(fc.array(anyRow), (rows) => {
        const board = boardOf(rows.map(row), NOW);
        const shown = board.flatMap((part) => part.rows.map(({ id }) => id));
        expect(shown.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
        const order = board.map(({ section }) => SECTIONS.indexOf(section));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        for (const part of board) {
          const places = part.rows.map(({ id }) => rows.findIndex((each) => each.id === id));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});

describe('the steps of a complaint', () => {
  const running = (state: (typeof COMPLAINT_STATES)[number]) => ({ state, pausedAt: null });

  it('leads from open to closed by one main step each', () => {
    expect(COMPLAINT_STATES.map((state) => [state, nextStep(running(state))])).toEqual([
      ['open', 'respond'],
      ['responded', 'resolve'],
      ['resolved', 'close'],
      ['closed', null],
      ['reopened', 'respond'],
    ]);
  });

  it('a paused one goes on first, and cannot be paused twice', () => {
    const paused = { state: 'open', pausedAt: at(-1) } as const;
    expect(nextStep(paused)).toBe('resume');
    expect(isAllowed('pause', paused)).toBe(false);
    expect(isAllowed('resume', paused)).toBe(true);
    expect(isAllowed('resume', running('open'))).toBe(false);
  });

  it('S71 takes a note and a correction in every state: nothing is ever finished', () => {
    for (const state of COMPLAINT_STATES)
      for (const step of ['note', 'correct', 'compensate'] as const)
        expect(isAllowed(step, running(state))).toBe(true);
  });

  it('no key means two things at once, and every step that is allowed has its key', () => {
    for (const state of COMPLAINT_STATES)
      for (const pausedAt of [null, at(-1)]) {
        const shown = stepsOnKeys({ state, pausedAt });
        const keys = shown.map((step) => STEP_KEYS[step]);
        expect(new Set(keys).size).toBe(keys.length);
        expect(STEPS.filter((step) => isAllowed(step, { state, pausedAt }) && !shown.includes(step))).toEqual(
          [],
        );
      }
  });
});
