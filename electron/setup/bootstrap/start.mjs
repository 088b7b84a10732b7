/**
 * Electron holds `ready` back until its entry module has been evaluated, and for that the entry must
 * be an ES module that awaits the project's: what may only be said before ready is then in time.
 */
import { createRequire } from 'node:module';

await createRequire(import.meta.url)('./start-project.cjs').started;
