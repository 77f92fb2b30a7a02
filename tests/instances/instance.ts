import { join } from 'node:path';
import { ROOT } from 'office-addin-tools';
import {
  localhostCertificates,
  startNode,
  typescript,
  type NodeProcess,
  waitUntilServed,
} from 'office-addin-tools/testing';
import { CLIENT_ID } from '../server/stubService.ts';
import type { Cloud } from './cloud.ts';

/** A server process that can be stopped and restarted on the same port. */
export interface Instance {
  readonly port: number;
  /** Log lines so far, including those before restarts. */
  readonly log: () => LogLine[];
  /** Output so far, including that before restarts. */
  readonly output: () => string;
  readonly start: () => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Sends SIGTERM. @returns the exit code */
  readonly stop: () => Promise<number | null>;
}

export interface LogLine {
  readonly level: string;
  readonly msg: string;
  readonly reason?: string;
  readonly code?: string;
}

/** @param port must be free at every start */
export function instanceOf(cloud: Cloud, port: number, settings: Readonly<Record<string, string>>): Instance {
  let lives: NodeProcess[] = [];
  const current = () => lives.at(-1);
  const output = () => lives.map((life) => life.output()).join('');
  return {
    port,
    output,
    log: () =>
      output()
        .split('\n')
        .filter((line) => line.startsWith('{') && line.endsWith('}'))
        .map((line) => JSON.parse(line) as LogLine),
    async start() {
      const { ca, caPath } = await localhostCertificates();
      const env = {
        NODE_EXTRA_CA_CERTS: caPath,
        CLIENT_ID,
        CLIENT_SECRET: 'only-for-tests',
        AUTHORITY: `${cloud.entra.origin}/common`,
        GRAPH_ENDPOINT: cloud.graph.origin,
        TLS: 'off',
        PORT: String(port),
        RATE_LIMIT: '0',
        ...settings,
      };
      // Not the project's folder, which contains the developer's .ENV files.
      const life = startNode(typescript('src/server/main.ts'), env, undefined, join(ROOT, 'tests'));
      lives = [...lives, life];
      await waitUntilServed(`http://127.0.0.1:${port}/readyz`, ca, life);
    },
    async kill() {
      await current()?.kill();
    },
    async stop() {
      await current()?.stop();
      return (await current()?.ended) ?? null;
    },
  };
}
