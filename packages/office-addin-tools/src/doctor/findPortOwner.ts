import { execFile } from 'node:child_process';
import { get } from 'node:https';
import { connect } from 'node:net';
import type { PortFacts } from './facts.ts';

const LIMIT_MS = 3_000;

/** Returns undefined if the port is free. */
export async function findPortOwner(setting: string, port: number): Promise<PortFacts | undefined> {
  if (!(await listens(port))) return undefined;
  const [by, ours] = await Promise.all([ownerOf(port), isOurs(port)]);
  return { setting, port, by, ours };
}

function listens(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ port, host: 'localhost' });
    const end = (taken: boolean) => {
      socket.destroy();
      settle(taken);
    };
    socket.setTimeout(LIMIT_MS, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** Returns whether the add-in's server or the sandbox listens on the port. */
async function isOurs(port: number): Promise<boolean> {
  const answers = await Promise.all(['/healthz', '/__sandbox/scenarios'].map((path) => answerOf(port, path)));
  return (
    answers[0] === '{"status":"ok"}' ||
    answers[1]?.startsWith('[') === true ||
    answers[1]?.startsWith('{') === true
  );
}

/** Skips the certificate check: the request contains nothing secret, and only the shape of the answer matters. */
function answerOf(port: number, path: string): Promise<string | undefined> {
  return new Promise((settle) => {
    const options = {
      port,
      host: 'localhost',
      path,
      rejectUnauthorized: false,
      timeout: LIMIT_MS,
      agent: false,
    };
    const request = get(options, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body = (body + text).slice(0, 200)));
      response.once('end', () => settle(response.statusCode === 200 ? body : undefined));
      response.once('error', () => settle(undefined));
    });
    request.once('error', () => settle(undefined));
    request.once('timeout', () => request.destroy());
  });
}

async function ownerOf(port: number): Promise<string | undefined> {
  if (process.platform === 'win32') {
    const lines = (await outputOf('netstat', ['-ano', '-p', 'TCP'])).split(/\r?\n/u);
    const line = lines.find((text) => text.includes(`:${port} `) && /LISTEN/iu.test(text));
    const id = /(?<id>\d+)\s*$/u.exec(line ?? '')?.groups?.['id'];
    return id && `process ${id}`;
  }
  const lsof = /p(?<id>\d+)\nc(?<name>.*)/u.exec(
    await outputOf('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc']),
  )?.groups;
  if (lsof) return `process ${lsof['id'] ?? ''} (${lsof['name'] ?? ''})`;
  const ss = /users:\(\("(?<name>[^"]*)",pid=(?<id>\d+)/u.exec(
    await outputOf('ss', ['-Hltnp', `sport = :${port}`]),
  )?.groups;
  return ss && `process ${ss['id'] ?? ''} (${ss['name'] ?? ''})`;
}

/** Returns the program's output; empty if it is missing or fails, because the port's owner is optional information. */
function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((settle) => {
    execFile(program, args, { timeout: LIMIT_MS, windowsHide: true }, (_error, stdout) => settle(stdout));
  });
}
