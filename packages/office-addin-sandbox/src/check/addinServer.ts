import { spawn, type ChildProcess } from 'node:child_process';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { constants } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { maskSecrets } from '../maskSecrets.ts';
import { shellCommand } from '../runCommand.ts';
import { UserError } from '../userError.ts';

/** Time for a server to start: a development build can take most of it. */
const START_MS = 120_000;
/** Time for one answer. A server that is alive but busy answers later than usual. */
const ANSWER_MS = 10_000;
/** Time to end after SIGTERM. */
const STOP_MS = 5_000;
/** Time for a server without a command to come back, such as one that restarts after a crash. */
const RETURN_MS = 10_000;
const EXIT_MS = 1_000;
const KEPT_LINES = 40;

/** The add-in's server: started by the user, or with a command. */
export class AddinServer {
  readonly #url: string;
  readonly #command: readonly string[] | undefined;
  readonly #env: NodeJS.ProcessEnv;
  #process: ChildProcess | undefined;
  #output: string[] = [];
  #ended: string | undefined;

  /** @param url of a page of the add-in */
  constructor(url: string, command: readonly string[] | undefined, env: NodeJS.ProcessEnv) {
    this.#url = url;
    this.#command = command;
    this.#env = env;
  }

  /**
   * Starts the command, if there is one, and waits until the server answers.
   * @throws UserError if it doesn't
   */
  async start(signal: AbortSignal): Promise<void> {
    const { origin } = new URL(this.#url);
    if (!this.#command) {
      if (await this.isUp()) return;
      throw new UserError(
        `${origin} doesn't respond. Start the add-in's server, or let check start it: office-addin-sandbox check MANIFEST -- COMMAND.`,
      );
    }
    if (await this.isUp()) {
      throw new UserError(
        `A server already responds at ${origin}. Stop it, or remove the command after -- to check that server.`,
      );
    }
    this.#spawn(this.#command);
    const deadline = Date.now() + START_MS;
    while (!(await this.isUp())) {
      signal.throwIfAborted();
      if (this.#ended !== undefined) throw new UserError(this.#withOutput(this.#ended));
      if (Date.now() > deadline) {
        throw new UserError(
          this.#withOutput(`The command doesn't serve ${origin} within ${START_MS / 1000} s.`),
        );
      }
      await wait(200, undefined, { signal });
    }
  }

  /**
   * Returns what is wrong with the server, or undefined. Starts the command again; without one, gives the server time to
   * come back.
   */
  async fault(signal: AbortSignal): Promise<string | undefined> {
    if (this.#ended === undefined && (await this.isUp())) return undefined;
    // The connection breaks a moment before the exit code is known.
    for (let waited = 0; this.#process && this.#ended === undefined && waited < EXIT_MS; waited += 50) {
      await wait(50, undefined, { signal });
    }
    const fault = this.#withOutput(
      this.#ended ?? `The server at ${new URL(this.#url).origin} no longer responds`,
    );
    if (this.#command) {
      await this.stop();
      await this.start(signal);
      return fault;
    }
    const deadline = Date.now() + RETURN_MS;
    while (Date.now() < deadline && !(await this.isUp())) await wait(500, undefined, { signal });
    return fault;
  }

  /** Ends the command, and what it has started. */
  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    this.#kill(child, 'SIGTERM');
    await Promise.race([ended, wait(STOP_MS, undefined, { ref: false })]);
    this.#kill(child, 'SIGKILL');
    await Promise.race([ended, wait(STOP_MS, undefined, { ref: false })]);
  }

  #spawn(command: readonly string[]): void {
    this.#output = [];
    this.#ended = undefined;
    const { file, args, options } = shellCommand(command);
    const child = spawn(file, args, {
      ...options,
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe'],
      // Its own group: npm and similar commands start the server as a child.
      detached: process.platform !== 'win32',
    });
    this.#process = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.#keep(text));
    }
    child.once('error', (error) => {
      this.#ended = `Can't run ${command[0] ?? ''}: ${error.message}`;
    });
    child.once('exit', (code, signalName) => {
      if (this.#process !== child) return;
      const status = code ?? 128 + (signalName ? constants.signals[signalName] : 0);
      this.#ended = `The add-in's server ended with code ${status}`;
    });
  }

  /** On Windows, ends the tree with taskkill: signals reach only one process there. */
  #kill(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
    if (child.pid === undefined) return;
    if (process.platform === 'win32') {
      spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' }).once(
        'error',
        () => undefined,
      );
      return;
    }
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  #keep(text: string): void {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    this.#output = [...this.#output, ...lines].slice(-KEPT_LINES);
  }

  /** Adds the line of an error, or the last one. */
  #withOutput(sentence: string): string {
    const line = this.#output.find((one) => /error/iu.test(one)) ?? this.#output.at(-1);
    return line === undefined ? sentence : `${sentence}: ${maskSecrets(line.trim()).slice(0, 200)}`;
  }

  /** Resolves with true for any HTTP response. */
  isUp(): Promise<boolean> {
    const send = this.#url.startsWith('https:') ? httpsRequest : httpRequest;
    return new Promise((resolve) => {
      const request = send(
        this.#url,
        // The certificate of a development server is trusted by the developer's system only.
        { rejectUnauthorized: false, timeout: ANSWER_MS, agent: false },
        (response) => {
          response.resume();
          resolve(true);
        },
      );
      request.once('timeout', () => request.destroy());
      request.once('close', () => resolve(false));
      request.once('error', () => resolve(false));
      request.end();
    });
  }
}
