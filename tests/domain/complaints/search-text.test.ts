import { foundIn, readSearch, type Search, tokensOf } from '@domain/complaints/search-text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanFinds } from '../../support/complaint-scan';

const spelt = (text: string) => tokensOf(text).map((token) => token.text);
const termsOf = (search: Search) => (search.kind === 'text' ? search.terms : []);
const marked = (text: string, query: string) =>
  foundIn(text, termsOf(readSearch(query))).map(({ from, to }) => text.slice(from, to));

describe('what counts in a text', () => {
  it('is each Han character and each word of letters and digits; signs only part words', () => {
    expect(spelt('鱼油500ml，发霉！not OK')).toEqual(['鱼', '油', '500ml', '发', '霉', 'not', 'ok']);
    expect(spelt('ポカリ no. 7')).toEqual(['ポ', 'カ', 'リ', 'no', '7']);
    expect(spelt(' ，。…😀 ')).toEqual([]);
  });

  it('is the same in full and half width, in capitals, with joiners and variation marks', () => {
    expect(spelt('Ａ２奶粉')).toEqual(spelt('a2奶粉'));
    expect(spelt('ICE\u200bD')).toEqual(['iced']);
    expect(spelt('葛\u{e0100}粉')).toEqual(['葛', '粉']);
    expect(spelt('㎏')).toEqual(['kg']);
  });

  it('knows where each of it was written', () => {
    expect(tokensOf('Ａ２ 奶')).toEqual([
      { text: 'a2', single: false, from: 0, to: 2 },
      { text: '奶', single: true, from: 3, to: 4 },
    ]);
  });
});

describe('what a person looks for', () => {
  it('is everything, a number, or terms that must all be found', () => {
    expect(readSearch('  ')).toEqual({ kind: 'all' });
    expect(readSearch('#123')).toEqual({ kind: 'number', number: 123 });
    expect(readSearch('＃ １２')).toEqual({ kind: 'number', number: 12 });
    expect(readSearch('123')).toMatchObject({ kind: 'text', number: 123 });
    expect(readSearch('鱼油　发霉')).toMatchObject({ kind: 'text', terms: [{ length: 2 }, { length: 2 }] });
    expect(readSearch('！？')).toEqual({ kind: 'nothing' });
  });
});

describe('where it is found', () => {
  it('S71 is the whole term, over signs between its characters, and words by their beginning', () => {
    expect(marked('鱼油，发霉了', '油发')).toEqual(['油，发']);
    expect(marked('Refund asked, refunded', 'REF')).toEqual(['Refund', 'refunded']);
    expect(marked('买了500ml', '00')).toEqual([]);
    expect(marked('啊啊啊', '啊啊')).toEqual(['啊啊', '啊啊']);
  });

  it('is wherever a plain scan finds it, whatever the text and the query', () => {
    const sign = fc.constantFrom(...'鱼油发霉a2Ａé，。 \n・のーＢ😀\u200b');
    const text = fc.string({ unit: sign, maxLength: 14 });
    const query = fc.string({ unit: sign, minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, query, (told, asked) => {
        const terms = termsOf(readSearch(asked));
        const found = terms.length > 0 && terms.every((term) => foundIn(told, [term]).length > 0);
        expect(found).toBe(scanFinds([told], asked));
      }),
      { numRuns: 2000 },
    );
  });

  it('is for Han alone what `includes` says', () => {
    const han = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom(...'鱼油发霉坏'), minLength: 1, maxLength });
    fc.assert(
      fc.property(han(12), han(4), (told, asked) => {
        expect(marked(told, asked).length > 0).toBe(told.includes(asked));
      }),
    );
  });
});
