import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const START_MS = 30_000;
const STOP_MS = 5_000;

/** Bytes, after so many full garbage collections that no more is given back. */
export interface Memory {
  /** Resident: what the operating system has given. */
  readonly rss: number;
  readonly heap: number;
  /** Outside of the heap: buffers. */
  readonly external: number;
}

export interface Measured {
  /** Milliseconds from the start of the process to its first answer. */
  readonly coldStartMs: number;
  /** Milliseconds of processor time so far, user and system together, of all threads. */
  readonly cpuMs: () => Promise<number>;
  readonly memory: () => Promise<Memory>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a built server, waits until `url` answers, and measures it from inside the process.
 * What it logs is written, as in production, and thrown away.
 * @throws Error with what it printed to stderr, when it ends or stays silent
 */
export async function startMeasured(
  program: string,
  env: Record<string, string>,
  url: string,
): Promise<Measured> {
  const preload = pathToFileURL(join(import.meta.dirname, 'report.mjs')).href;
  const started = performance.now();
  const child = spawn(process.execPath, ['--expose-gc', '--import', preload, program], {
    cwd: join(program, '..'),
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${program} has ended: ${errors}`);
    if (performance.now() - started > START_MS) throw new Error(`${program} does not answer: ${errors}`);
    await new Promise((next) => setTimeout(next, 2));
  }
  const coldStartMs = performance.now() - started;
  const ask = async (question: 'cpu' | 'memory') => {
    const answer = new Promise((settle) => child.once('message', settle));
    child.send(question);
    return answer;
  };
  return {
    coldStartMs,
    async cpuMs() {
      const { user, system } = (await ask('cpu')) as NodeJS.CpuUsage;
      return (user + system) / 1000;
    },
    async memory() {
      const { rss, heapUsed, external } = (await ask('memory')) as NodeJS.MemoryUsage;
      return { rss, heap: heapUsed, external };
    },
    async stop() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(force);
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    // Refused: it does not listen yet. The loop above ends by itself.
    return false;
  }
}
