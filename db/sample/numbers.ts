import type { Random } from './random';

/** First three digits of mainland mobiles, as the operators have them. */
const PREFIXES = (
  '134 135 136 137 138 139 147 150 151 152 157 158 159 178 182 183 184 187 188 198 ' +
  '130 131 132 155 156 166 175 176 185 186 133 149 153 173 177 180 181 189 191 199'
).split(' ');

/** A mobile number of 11 digits. */
export function mobile(random: Random): string {
  return random.pick(PREFIXES) + String(random.between(0, 99_999_999)).padStart(8, '0');
}

/** Draws until it comes upon one that neither `taken` has nor was drawn before. */
export function freshBy(draw: () => string, taken: readonly (string | null)[]): () => string {
  const known = new Set(taken);
  const next = (): string => {
    const drawn = draw();
    if (known.has(drawn)) return next();
    known.add(drawn);
    return drawn;
  };
  return next;
}
