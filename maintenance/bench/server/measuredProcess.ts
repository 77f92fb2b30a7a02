import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';

const START_MS = 30_000;
const STOP_MS = 5_000;

/** In bytes, after garbage collections until no more memory is released. */
export interface Memory {
  /** Resident memory. */
  readonly rss: number;
  readonly heap: number;
  /** Buffers outside the heap. */
  readonly external: number;
}

export interface MeasuredProcess {
  /** Milliseconds from the start of the process to its first response. */
  readonly coldStartMs: number;
  /** Returns the processor time so far in milliseconds: user and system, all threads. */
  readonly cpuMs: () => Promise<number>;
  readonly memory: () => Promise<Memory>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a built server, waits until `url` answers, and measures it from inside the process. Its log is written, as in
 * production, and discarded.
 * @throws Error with its stderr if it exits or does not answer
 */
export async function startMeasuredProcess(
  program: string,
  env: Record<string, string>,
  url: string,
): Promise<MeasuredProcess> {
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
    if (child.exitCode !== null) throw new Error(`${program} has exited: ${errors}`);
    if (performance.now() - started > START_MS) throw new Error(`${program} did not answer: ${errors}`);
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
    // Not listening yet. The loop above has a time limit.
    return false;
  }
}
