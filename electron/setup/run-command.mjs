/** Child processes of the set-up. */
import { spawn, spawnSync } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { modulesFolder, projectNode } from './places.mjs';
import { SetupError } from './say.mjs';

/** The tools of the project, and Node 24, come first on the path of everything started here. */
export function projectEnv(extra = {}) {
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const path = [dirname(projectNode), join(modulesFolder, '.bin'), process.env[key] ?? ''].join(delimiter);
  return { ...process.env, [key]: path, ...extra };
}

/** Runs quietly to the end; its output is only told when it fails. Resolves to its standard output. */
export function run(command, args, { cwd, env = process.env, timeout } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...env, NO_COLOR: '1' },
      timeout,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let all = '';
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      all += chunk;
    });
    child.stderr.on('data', (chunk) => {
      all += chunk;
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(stdout);
      reject(new SetupError(`${command} ${args.join(' ')} ended with ${code ?? signal}:\n${shortened(all)}`));
    });
  });
}

/** The cause mostly stands at the beginning or at the end. */
function shortened(output) {
  const lines = stripVTControlCharacters(output).trim().split('\n');
  return (lines.length <= 40 ? lines : [...lines.slice(0, 15), '…', ...lines.slice(-25)]).join('\n');
}

/** npm as this machine has it; `npm run` tells where it is, which also spares us npm.cmd on Windows. */
export function npm(args, options) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], options);
  if (process.platform === 'win32') return run('cmd', ['/d', '/c', 'npm', ...args], options);
  return run('npm', args, options);
}

/** Whether a command can be started at all. */
export function has(command, args = ['--version']) {
  return spawnSync(command, args, { stdio: 'ignore' }).error === undefined;
}
