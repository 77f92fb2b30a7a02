import { connect } from 'node:net';
import type { ServiceFacts } from './facts.ts';

const LIMIT_MS = 4_000;

/** Checks that an https URL answers, with any status, and compares its Date header with this machine's clock. */
export async function probeHttps(name: string, where: string, url: string): Promise<ServiceFacts> {
  const asked = Date.now();
  try {
    const response = await fetch(url, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(LIMIT_MS),
    });
    const said = Date.parse(response.headers.get('date') ?? '');
    const ahead = Number.isFinite(said) ? said - (asked + Date.now()) / 2 : undefined;
    return { name, where, fault: undefined, ahead };
  } catch (error) {
    return { name, where, fault: reasonOf(error) };
  }
}

/** Checks that the host accepts TCP connections. @param port the default if the URL has none */
export async function probeTcp(
  name: string,
  where: string,
  url: string,
  port: number,
): Promise<ServiceFacts> {
  const { hostname, port: said } = new URL(url);
  const fault = await new Promise<string | undefined>((settle) => {
    const socket = connect({
      host: hostname.replace(/^\[|\]$/gu, ''),
      port: said === '' ? port : Number(said),
    });
    const end = (reason: string | undefined) => {
      socket.destroy();
      settle(reason);
    };
    socket.setTimeout(LIMIT_MS, () => end('no answer'));
    socket.once('connect', () => end(undefined));
    socket.once('error', (error) => end(reasonOf(error)));
  });
  return { name, where, fault };
}

/** Returns the error code only: a message may contain a URL with a password. */
export function reasonOf(error: unknown): string {
  const { name, code, cause } = error as { name?: string; code?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return 'no answer';
  return cause?.code ?? (typeof code === 'string' ? code : undefined) ?? 'no connection';
}
