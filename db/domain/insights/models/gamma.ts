/** From here on Stirling's series is exact to a double; below it the recurrence of the gamma function leads there. */
const STIRLING_FROM = 10;
const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** ln Γ(z) for z > 0, to about 1e-15 of its size (Abramowitz and Stegun 6.1.40). */
export function logGamma(z: number): number {
  let at = z;
  let shift = 1;
  while (at < STIRLING_FROM) {
    shift *= at;
    at += 1;
  }
  const square = 1 / (at * at);
  const tail =
    (1 / 12 -
      square *
        (1 / 360 -
          square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - (square * 691) / 360360))))) /
    at;
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TWO_PI + tail - Math.log(shift);
}

/** ψ(z), the derivative of ln Γ, for z > 0 (Abramowitz and Stegun 6.3.18). */
export function digamma(z: number): number {
  let at = z;
  let shift = 0;
  while (at < STIRLING_FROM) {
    shift += 1 / at;
    at += 1;
  }
  const square = 1 / (at * at);
  const tail =
    square *
    (1 / 12 -
      square *
        (1 / 120 - square * (1 / 252 - square * (1 / 240 - square * (1 / 132 - (square * 691) / 32760)))));
  return Math.log(at) - 0.5 / at - tail - shift;
}
