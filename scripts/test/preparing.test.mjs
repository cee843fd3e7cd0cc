import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compressBakedFiles } from '../lib/compress.mjs';
import { firstFreePort } from '../lib/free-port.mjs';
import { hashInputs, stamp } from '../lib/inputs.mjs';
import { missingPackages } from '../lib/installed.mjs';
import { nodeIsNewEnough } from '../lib/node-version.mjs';
import { portAskedFor } from '../lib/port.mjs';

describe('the version of Node', () => {
  test.each(['20.19.0', '20.20.2', '22.12.0', '23.0.0', '26.1.0'])('%s is new enough', (version) => {
    expect(nodeIsNewEnough(version)).toEqual({ ok: true });
  });

  test.each(['16.20.0', '18.20.8', '20.18.3', '21.7.0', '22.11.0'])(
    '%s is not, and the message says what is',
    (version) => {
      expect(nodeIsNewEnough(version)).toMatchObject({ ok: false, why: expect.stringMatching(/20\.19.*22\.12/) });
    },
  );
});

describe('what is missing in node_modules', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'packages/body': { version: '0.1.0' },
      'node_modules/@sacra/body': { link: true },
      'node_modules/svelte': { version: '5.57.3' },
      'node_modules/lightningcss-darwin-arm64': { version: '1.0.0', optional: true },
    },
  };
  const installed = {
    packages: { 'node_modules/@sacra/body': { link: true }, 'node_modules/svelte': { version: '5.57.3' } },
  };

  test('is nothing when every package is there in its version; those of other machines are not missed', () => {
    expect(missingPackages(lock, installed)).toEqual([]);
  });

  test('is everything in a fresh clone', () => {
    expect(missingPackages(lock, undefined)).toEqual(['node_modules/@sacra/body', 'node_modules/svelte']);
  });

  test('is a package whose version in the lock has moved on', () => {
    const older = { packages: { ...installed.packages, 'node_modules/svelte': { version: '5.57.2' } } };
    expect(missingPackages(lock, older)).toEqual(['node_modules/svelte']);
  });
});

describe('the hash of what a step reads', () => {
  let folder = '';
  const write = (path, text) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const hash = () => hashInputs(folder, ['content', 'lock.json']);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'sacra-inputs-'));
    write('content/poses/pigeon.yaml', 'name: Pigeon');
    write('lock.json', '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('stays when nothing changes, and when only made files, tests or other folders do', () => {
    const before = hash();
    write('content/node_modules/x.js', 'x');
    write('content/generated/x.json', 'x');
    write('content/test/x.test.ts', 'x');
    write('elsewhere/x.ts', 'x');
    expect(hash()).toBe(before);
  });

  test('changes when a text, a name or the number of files does', () => {
    const hashes = [hash()];
    write('content/poses/pigeon.yaml', 'name: Pigeon pose');
    hashes.push(hash());
    write('content/poses/child.yaml', 'name: Child');
    hashes.push(hash());
    rmSync(join(folder, 'content/poses/child.yaml'));
    write('content/poses/childs.yaml', 'name: Child');
    hashes.push(hash());
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  test('is remembered by a stamp, each step for itself', () => {
    expect(stamp(folder, 'bake').matches('abc')).toBe(false);
    stamp(folder, 'bake').write('abc');
    expect(stamp(folder, 'bake').matches('abc')).toBe(true);
    expect(stamp(folder, 'bake').matches('abd')).toBe(false);
    expect(stamp(folder, 'web-build').matches('abc')).toBe(false);
  });
});

describe('the port', () => {
  test.each([
    [undefined, 4173],
    ['', 4173],
    ['8080', 8080],
  ])('for PORT=%s is %i', (asked, port) => {
    expect(portAskedFor(asked)).toEqual({ ok: true, port });
  });

  test.each(['abc', '0', '70000', '80.5', '-1'])('cannot be %s, and the message says what can', (asked) => {
    expect(portAskedFor(asked)).toMatchObject({ ok: false, why: expect.stringContaining('from 1 to 65535') });
  });

  test('moves on from one that is taken', async () => {
    const taken = createServer();
    await new Promise((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address();
    const free = await firstFreePort(port, '127.0.0.1');
    await new Promise((resolve) => taken.close(resolve));
    expect(free).toBeGreaterThan(port);
  });
});

describe('compressing what was baked', () => {
  test('puts two twins beside each baked file, from which the same bytes come back, and leaves the rest alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sacra-compress-'));
    const bytes = Buffer.from('sacra '.repeat(1000));
    mkdirSync(join(folder, 'atlas'));
    writeFileSync(join(folder, 'atlas/reference.bin'), bytes);
    writeFileSync(join(folder, 'index.html'), bytes);
    compressBakedFiles(folder);
    expect(brotliDecompressSync(readFileSync(join(folder, 'atlas/reference.bin.br')))).toEqual(bytes);
    expect(gunzipSync(readFileSync(join(folder, 'atlas/reference.bin.gz')))).toEqual(bytes);
    expect(existsSync(join(folder, 'index.html.br'))).toBe(false);
    rmSync(folder, { recursive: true });
  });
});
