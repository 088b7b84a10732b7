import { migrate } from '@db/migrate';
import { connect } from '@db/open';
import { brokenAfter } from '../older-stores';

/** Migrates a store and dies in the middle of it: `migrator PATH SCHEMA STATEMENTS`. */
const [path = '', version, boundary] = process.argv.slice(2);
const raw = connect(path);
raw.function('die', () => process.kill(process.pid, 'SIGKILL'));
migrate(
  raw,
  () => undefined,
  brokenAfter({ version: Number(version), boundary: Number(boundary) }, 'select die()'),
);
