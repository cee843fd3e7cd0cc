import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

interface Serving {
  /** The built app. */
  readonly folder: string;
  /** A loopback address: the server is for this machine only. */
  readonly host: string;
  readonly port: number;
}

export interface AppServer {
  readonly url: string;
  close(): Promise<void>;
}

/** What speaks of a page as a whole. Scripts, styles and faces don't carry it: it says nothing of them. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), screen-wake-lock=(self)',
  'X-Frame-Options': 'DENY',
};

/**
 * What is sent for safety's sake. The page's own policy (in its head, with the hashes of its scripts) says what it may load;
 * these add what only a header can say.
 */
export const securityHeaders: Readonly<Record<string, string>> = {
  ...pageHeaders,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Files whose name holds a hash of what is in them never change; everything else is asked for again each time. */
const UNCHANGING = '/_app/immutable/';

/** Serves the built app, compressed where the build left a compressed twin, until it is closed. */
export async function serveApp({ folder, host, port }: Serving): Promise<AppServer> {
  const notFound = readFileSync(join(folder, '200.html'));
  const serveFile = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders(response, pathname) {
      const lasting = pathname.startsWith(UNCHANGING);
      if (lasting) for (const name of Object.keys(pageHeaders)) response.removeHeader(name);
      response.setHeader('Cache-Control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
    onNoMatch(_request, response) {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' });
      response.end(notFound);
    },
  });

  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    serveFile(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');

  return {
    url: `http://${host}:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
