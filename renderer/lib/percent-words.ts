/** A share or score as it is read: `86.0%`, `+42`. */
export const percentWords = (percent: number): string => `${percent.toFixed(1)}%`;

/** A net score with its sign, in whole points: `+42`, `−8`, `0`. */
export function scoreWords(score: number): string {
  const whole = Math.round(score);
  return whole === 0 ? '0' : whole > 0 ? `+${whole}` : `−${-whole}`;
}
