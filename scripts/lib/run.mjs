import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a program to its end and keeps what it wrote.
 * @param {string} program @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, show?: boolean }} [options] `show` passes the output through as it comes
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(program, args, { env = {}, cwd = root, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    child.on('error', (error) => resolve({ ok: false, output: `${output}\n${program}: ${error.message}` }));
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

/** Runs a tool that is installed in node_modules with the Node that runs us. */
export function runNode(/** @type {readonly string[]} */ args, /** @type {Parameters<typeof run>[2]} */ options) {
  return run(process.execPath, args, options);
}
