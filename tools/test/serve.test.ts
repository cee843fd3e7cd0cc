import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { pageHeaders, securityHeaders, serveApp, type AppServer } from '../src/serve.ts';

const files: Record<string, string> = {
  'index.html': '<!doctype html><title>Home</title>',
  '200.html': '<!doctype html><title>Nothing here</title>',
  'history/index.html': '<!doctype html><title>History</title>',
  '_app/immutable/a.js': 'export const a = 1;',
};

let folder = '';
let server: AppServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sacra-serve-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, '_app/immutable/a.js.br'), brotliCompressSync(files['_app/immutable/a.js'] ?? ''));
  writeFileSync(join(folder, '..', 'sacra-serve-secret'), 'secret');
  server = await serveApp({ folder, host: '127.0.0.1', port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  rmSync(join(folder, '..', 'sacra-serve-secret'));
});

/** Asks with the path exactly as written: `fetch` would tidy it. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<IncomingMessage & { body: Buffer }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Object.assign(response, { body: Buffer.concat(chunks) })));
    }).on('error', reject);
  });
}

describe('the server', () => {
  test.each([
    ['/', 'index.html'],
    ['/history/', 'history/index.html'],
    ['/history', 'history/index.html'],
    ['/_app/immutable/a.js', '_app/immutable/a.js'],
  ])('answers %s with %s', async (path, file) => {
    const { statusCode, body } = await ask(path);
    expect(statusCode).toBe(200);
    expect(body.toString()).toBe(files[file]);
  });

  test.each(['/', '/nowhere', '/_app/immutable/nowhere.js'])('puts every security header on %s', async (path) => {
    const { headers } = await ask(path);
    for (const [name, value] of Object.entries(securityHeaders)) expect(headers[name.toLowerCase()]).toBe(value);
  });

  test('puts on a script all of them but those that speak of a page', async () => {
    const { headers } = await ask('/_app/immutable/a.js');
    const sent = Object.keys(securityHeaders).filter((name) => name.toLowerCase() in headers);
    expect(sent).toEqual(Object.keys(securityHeaders).filter((name) => !(name in pageHeaders)));
    expect(sent).toContain('X-Content-Type-Options');
  });

  test('lets nobody put the app into a frame', () => {
    expect(securityHeaders['Content-Security-Policy']).toContain("frame-ancestors 'none'");
  });

  test('answers an unknown address with the app, and says 404', async () => {
    const { statusCode, body } = await ask('/nowhere/at/all');
    expect(statusCode).toBe(404);
    expect(body.toString()).toBe(files['200.html']);
  });

  test.each(['/../sacra-serve-secret', '/%2e%2e/sacra-serve-secret', '/..%2fsacra-serve-secret'])(
    'never leaves its folder, not for %s',
    async (path) => {
      const { body } = await ask(path);
      expect(body.toString()).not.toContain('secret');
    },
  );

  test('sends the compressed twin of a file to who can read it', async () => {
    const { headers, body } = await ask('/_app/immutable/a.js', { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(body).toString()).toBe(files['_app/immutable/a.js']);
  });

  test('lets browsers keep what can never change, and ask again for the rest', async () => {
    expect((await ask('/_app/immutable/a.js')).headers['cache-control']).toContain('immutable');
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
  });
});
