import { fillScript, SCRIPT_VARIABLES, type ScriptFacts } from '@domain/care/script';
import { CARE_WORDS, startingScripts } from '@domain/care/starting-words';
import { businessDate } from '@domain/units';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KNOWN, UNKNOWN } from './facts';

const filled = (text: string, facts: Partial<ScriptFacts> = {}) => fillScript(text, { ...KNOWN, ...facts });

describe('the variables of a script (rules, Care tasks)', () => {
  test.each([
    ['[客户姓名]您好', '王芳您好'],
    ['Hello [name]', 'Hello 王芳'],
    ['[门店]的[店员]', '街角小店的小林'],
    ['[会员号]，[等级]，[积分]分', '000012，忠实会员，320分'],
    ['[member no], [level], [points] points', '000012, loyal member, 320 points'],
    ['您有[券]', '您有五元券、诚意券'],
    ['you have [coupons]', 'you have 五元券, 诚意券'],
    ['您[上次消费日]买的[上次商品]', '您5月15日买的手冲壶'],
    ['the [last item] you bought on [last visit]', 'the 手冲壶 you bought on 15 May'],
    ['[未到店天数]天没见', '3天没见'],
    ['[生日]是您的生日，有[生日礼]', '5月20日是您的生日，有生日咖啡券'],
    ['your birthday is on [birthday]', 'your birthday is on 20 May'],
    ['[周年]周年', '3周年'],
    ['[节日]，[节日礼]', '端午，粽子'],
    ['「[投诉内容]」', '「壶嘴漏水」'],
    ['一张[挽回券]', '一张诚意券（6月16日前可用）'],
    ['a [win-back coupon]', 'a 诚意券 (until 16 June)'],
    ['[活动日期]办[活动]', '6月1日15:00办新品试吃会'],
    ['[event] on [event day]', '新品试吃会 on 1 June at 15:00'],
    ['该做[保养项目]了', '该做净水器滤芯了'],
  ])('%s', (script, said) => {
    expect(filled(script)).toEqual({ text: said, missing: [] });
  });

  test('a day of another year is said with its year', () => {
    const lastVisit = businessDate('2025-11-03');
    expect(filled('[上次消费日] / [last visit]', { lastVisit }).text).toBe('2025年11月3日 / 3 November 2025');
  });

  test('an event without an hour is said by its day', () => {
    const event = { name: '会员日', on: businessDate('2026-06-01'), startsAt: null };
    expect(filled('[活动日期] / [event day]', { event }).text).toBe('6月1日 / 1 June');
  });

  test.each(['［客户姓名］', '[ 客户姓名 ]', '[　客户 姓名]', '[NAME]', '[ Name ]', '［ｎａｍｅ］'])(
    '%s is the name, in whichever width, case and spacing',
    (written) => {
      expect(filled(`${written}！`)).toEqual({ text: '王芳！', missing: [] });
    },
  );

  test('the signature of an SMS and empty brackets are left alone', () => {
    expect(filled('【街角小店】您好 [] [ ]')).toEqual({ text: '【街角小店】您好 [] [ ]', missing: [] });
  });

  test('of a long complaint the beginning of its first line is said', () => {
    const said = filled('「[投诉内容]」', { complaint: `${'漏'.repeat(60)}\n第二行` }).text;
    expect(said).toBe(`「${'漏'.repeat(39)}…」`);
  });
});

describe('what nothing is known for', () => {
  test('stays in its brackets and is named once, so that no sentence breaks off', () => {
    expect(fillScript('[客户姓名]您好，［客户姓名］，[ last  item ]', UNKNOWN)).toEqual({
      text: '[客户姓名]您好，［客户姓名］，[ last  item ]',
      missing: ['客户姓名', 'last item'],
    });
  });

  test('is named as it was written when nobody knows the variable', () => {
    expect(filled('[客户姓名]，[ 星座 ]')).toEqual({ text: '王芳，[ 星座 ]', missing: ['星座'] });
  });

  test('every variable has two spellings of its own', () => {
    const spellings = SCRIPT_VARIABLES.flatMap(({ zh, en }) => [zh, en]);
    expect(new Set(spellings).size).toBe(spellings.length);
  });

  test('every variable of the first scripts is known, in both languages', () => {
    for (const words of [CARE_WORDS['zh-CN'], CARE_WORDS.en])
      for (const { text, name } of startingScripts(words)) expect(filled(text).missing, name).toEqual([]);
  });
});

/** Words with brackets of both widths among them, and variables known and unknown. */
const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('[', ']', '［', '］', '[客户姓名]', '［name］', '[积分]', '[星座]', '[上次商品]'),
);
const script = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
const facts = fc
  .record({ name: script, lastItem: script, complaint: script, points: fc.integer({ min: -5, max: 500 }) })
  .map((some): ScriptFacts => ({ ...KNOWN, ...some }));

describe('laws of filling', () => {
  test('filled twice is filled once: no value is taken for a variable', () => {
    fc.assert(
      fc.property(script, facts, (text, known) => {
        const once = fillScript(text, known);
        expect(fillScript(once.text, known)).toEqual(once);
      }),
    );
  });

  test('a text without brackets stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), facts, (text, known) => {
        const plain = text.replace(/[[\]［］]/gu, '');
        expect(fillScript(plain, known)).toEqual({ text: plain, missing: [] });
      }),
    );
  });

  test('nothing is missing exactly when no variable stands in the text any more', () => {
    fc.assert(
      fc.property(script, facts, (text, known) => {
        const { text: said, missing } = fillScript(text, known);
        const left = [...said.matchAll(/[[［]([^[\]［］\n]{1,40})[\]］]/gu)].filter(([, inside = '']) =>
          /[\p{L}\p{M}\p{N}]/u.test(inside.normalize('NFKC')),
        );
        expect(missing.length > 0).toBe(left.length > 0);
      }),
    );
  });
});
