import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import type { Target } from './scanner.ts';

/** What the operator's guide asks of the proxy in front. */
const asTheGuideSays = {
  minVersion: 'TLSv1.2',
  ciphers:
    'TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305',
} as const;

/** A front door with TLS before the service, with a certificate of a minute's making. */
export async function throughTls(target: Target): Promise<{ port: number; close(): Promise<void> }> {
  const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(target.scratch, name));
  execFileSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=localhost',
      '-keyout',
      String(key),
      '-out',
      String(cert),
    ],
    { stdio: 'ignore' },
  );
  const server = createServer(
    { key: readFileSync(String(key)), cert: readFileSync(String(cert)), ...asTheGuideSays },
    (asked, answer) => {
      const onward = request(
        new URL(asked.url ?? '/', target.address),
        { method: asked.method, headers: asked.headers },
        (answered) => {
          answer.writeHead(answered.statusCode ?? 502, answered.headers);
          answered.pipe(answer);
        },
      );
      onward.on('error', () => answer.writeHead(502).end());
      asked.pipe(onward);
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  if (typeof bound !== 'object' || bound === null) throw new Error('the front door has no port');
  return {
    port: bound.port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
