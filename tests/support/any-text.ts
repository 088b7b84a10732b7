import fc from 'fast-check';

/** Every code point that is no half of a character. */
const character = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((point) => String.fromCodePoint(point));

/**
 * Any text of up to so many characters of any kind. What fast-check itself calls `binary` lists the
 * million characters first, which takes longer than most tests with it.
 */
export const anyText = (maxLength = 16): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(character, { maxLength }).map((characters) => characters.join('')) },
    { weight: 1, arbitrary: fc.string({ maxLength }) }, // with the names that programs trip over
  );
