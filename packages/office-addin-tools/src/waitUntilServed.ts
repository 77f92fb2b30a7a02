import { get as getByHttp } from 'node:http';
import { get as getByHttps } from 'node:https';
import { connect } from 'node:net';
import { UserError } from './userError.ts';
import type { NodeProcess } from './nodeProcess.ts';

const EVERY_MS = 100;

/** Waits until the URL answers with a status below 500. @throws UserError if the process exits first, or after `ms` */
export async function waitUntilServed(url: string, ca: Buffer, by: NodeProcess, ms = 90_000): Promise<void> {
  const end = Date.now() + ms;
  let ended = false;
  void by.ended.then(() => (ended = true));
  while (!(await answers(url, ca))) {
    if (ended) throw new UserError(by.output().trim() || `The process that should serve ${url} has exited.`);
    if (Date.now() > end) throw new UserError(`${url} did not answer within ${ms / 1000} seconds.`);
    await new Promise((done) => setTimeout(done, EVERY_MS));
  }
}

function answers(url: string, ca: Buffer): Promise<boolean> {
  return new Promise((settle) => {
    const get = url.startsWith('https:') ? getByHttps : getByHttp;
    const request = get(url, { ca, timeout: 2_000, agent: false }, (response) => {
      response.resume();
      settle((response.statusCode ?? 500) < 500);
    });
    request.once('error', () => settle(false));
    request.once('timeout', () => request.destroy());
  });
}

/** @throws UserError that names the port and the setting to change */
export async function requireFreePort(port: number, setting: string): Promise<void> {
  const taken = await new Promise<boolean>((settle) => {
    const socket = connect({ port, host: 'localhost' });
    socket.once('connect', () => {
      socket.destroy();
      settle(true);
    });
    socket.once('error', () => settle(false));
  });
  if (!taken) return;
  throw new UserError(
    `Port ${port} is in use by another program. Stop that program, or set ${setting} to another port in the ` +
      'environment or, for npm start, in .ENV.local.',
  );
}
