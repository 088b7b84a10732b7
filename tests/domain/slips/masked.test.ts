import { normalisePhone } from '@domain/members/phone';
import { COMPOUND_SURNAMES } from '@domain/members/readings';
import { masked } from '@domain/slips/masked';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const nameOf = (name: string) => masked({ name, phone: null }).name;
const phoneOf = (phone: string) => masked({ name: '', phone }).phone;

describe('what strangers may see of a member', () => {
  it.each([
    ['张三', '张**'],
    ['欧阳娜娜', '欧阳**'],
    ['司马光', '司马**'],
    ['歐陽修', '歐陽**'],
    // Two characters alone are surname and given name, also where they could be a compound surname.
    ['东方', '东**'],
    ['李', '李**'],
    ['John Smith', 'J**'],
    ['émile', 'É**'],
    ['Ｊｏｈｎ', 'J**'],
    ['阿不都·热合曼', '阿**'],
    ['13812348812张三', '张**'],
    ['', ''],
    ['13812348812', ''],
    ['☎ 🙂', ''],
  ])('%s is shown as %j', (name, shown) => expect(nameOf(name)).toBe(shown));

  it.each([
    ['13812348812', '138****8812'],
    ['02112345678', '021****5678'],
    ['5551234', '***1234'],
    ['+85291234567', '+85*****4567'],
  ])('the phone %s is shown as %s', (phone, shown) => expect(phoneOf(phone)).toBe(shown));

  it('nothing is shown of a phone that is not known', () =>
    expect(masked({ name: '张三', phone: null }).phone).toBe(''));

  const han = fc.constantFrom(...Array.from('张王李赵陈刘杨黄周吴徐孙伟芳娜秀英敏静丽强磊洋勇艳杰娟涛明超'));

  it('no character of a given name is ever shown', () => {
    const surname = fc.oneof(fc.constantFrom('张', '王', '李', '赵'), fc.constantFrom(...COMPOUND_SURNAMES));
    // Given names whose characters are in no surname above, so that one that is shown is one that leaked.
    const given = fc.array(fc.constantFrom(...Array.from('娜秀英敏静丽强磊洋勇艳杰娟涛')), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(surname, given, (family, own) => {
        expect(nameOf(family + own.join(''))).toBe(`${family}**`);
      }),
    );
  });

  it('at most a surname of two characters stands before the stars, whatever was typed as a name', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 20 }),
          fc.array(han).map((all) => all.join('')),
        ),
        (name) => {
          expect(nameOf(name)).toMatch(/^(?:|[^*]{1,3}\*\*)$/u);
        },
      ),
    );
  });

  it('no digits of a phone stand together but its first three and its last four', () => {
    const phone = fc
      .oneof(
        fc.stringMatching(/^1[3-9]\d{9}$/),
        fc.stringMatching(/^\+[1-9]\d{6,13}$/),
        fc.stringMatching(/^\d{7,10}$/),
      )
      .map(normalisePhone)
      .filter((known) => known !== undefined);
    fc.assert(
      fc.property(phone, (known) => {
        const runs = phoneOf(known).match(/\d+/g) ?? [];
        expect(runs.length).toBeLessThanOrEqual(2);
        expect(runs.at(-1)).toBe(known.slice(-4));
        expect(runs.slice(0, -1).every((run) => run.length <= 3)).toBe(true);
        expect(phoneOf(known)).toHaveLength(known.length);
      }),
    );
  });
});
