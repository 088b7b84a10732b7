import { type PinOwner, refusedNewPin, UNKNOWN } from '@domain/staff/pin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const owner = { phone: '13800274916', birthday: { year: 1990, month: 5, day: 18 } };
const codeOf = (pin: string, digits = pin.length, of: PinOwner = owner) =>
  refusedNewPin(pin, digits, of)?.code ?? 'fine';

describe('trust, People: a new PIN', () => {
  it.each([
    ['one digit', ['1111', '000000', '99999999']],
    ['a group over and over', ['1212', '121212', '123123', '12341234']],
    [
      'a run up or down, around zero too',
      ['1234', '123456', '678901', '654321', '2109', '135791', '97531975'],
    ],
    ['pairs in a run', ['112233', '998877', '11223344']],
    ['the end of the own phone number', ['4916', '274916', '00274916']],
    ['the own birthday', ['0518', '1805', '1990', '900518', '180590', '051890', '19900518', '18051990']],
  ])('is not %s', (_what, pins) => {
    for (const pin of pins) expect([pin, codeOf(pin)]).toEqual([pin, 'trivial_pin']);
  });

  it('may be what only somebody else would be guessed by', () => {
    for (const pin of ['0518', '900518', '4916', '274916'])
      expect([pin, codeOf(pin, pin.length, UNKNOWN)]).toEqual([pin, 'fine']);
  });

  it('has as many digits as the rule wants', () => {
    expect(refusedNewPin('2718', 6, UNKNOWN)).toMatchObject({ code: 'pin_length', params: { digits: 6 } });
    expect(refusedNewPin('27182818', 6, UNKNOWN)).toMatchObject({ code: 'pin_length' });
    expect(refusedNewPin('27182a', 6, UNKNOWN)).toMatchObject({ code: 'pin_length' });
    expect(refusedNewPin('271828', 6, UNKNOWN)).toBeUndefined();
  });

  it('leaves far more than a person could try: under two in a hundred of all are refused', () => {
    const all = Array.from({ length: 10_000 }, (_, pin) => String(pin).padStart(4, '0'));
    const refused = all.filter((pin) => refusedNewPin(pin, 4, owner) !== undefined);
    expect(refused.length).toBeLessThan(200);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (pin) => {
        // Whatever is refused is so for anybody, or for the phone or the birthday.
        const text = String(pin).padStart(6, '0');
        if (refusedNewPin(text, 6, UNKNOWN) !== undefined)
          expect(refusedNewPin(text, 6, owner)).toBeDefined();
      }),
    );
  });
});
