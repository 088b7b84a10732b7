/** Progress lines of the set-up: short, each with what is being done and how long it took. */

export function say(line) {
  process.stdout.write(`shuke: ${line}\n`);
}

/** Runs `work` between two lines, so that a wait of a minute is never silent. */
export async function step(title, work) {
  const started = Date.now();
  say(`${title} …`);
  const result = await work();
  say(`${title}: done in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/** A failure the person can do something about: printed as it is, without a stack. */
export class SetupError extends Error {}

/** Ends the process with the message of a failed set-up; a bug keeps its stack. */
export function fail(error) {
  process.stderr.write(`\nshuke: ${error instanceof SetupError ? error.message : error.stack}\n`);
  process.exit(1);
}
