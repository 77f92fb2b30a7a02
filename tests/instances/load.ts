import { setTimeout as pause } from 'node:timers/promises';
import { Agent, request } from 'undici';
import type { User } from './cloud.ts';
import { CUT_OFF, SERVED_BY } from './roundRobin.ts';

/** One response to GET /api/me. */
export interface Seen {
  readonly status: number;
  readonly port: number;
  readonly cutOff: string | undefined;
  /** True for a 200 with another user's data. */
  readonly wrong: boolean;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Load {
  readonly seen: readonly Seen[];
  /** Switches to these users, in turn. */
  use(users: readonly User[]): void;
  /** Stops, and resolves when all requests in flight have a response. */
  stop(): Promise<void>;
}

/** Pause that leaves CPU time for processes that are starting. */
const PAUSE_MS = 15;

/** Sends requests of this many users at a time, repeatedly. */
export function startLoad(origin: string, first: readonly User[], atOnce: number): Load {
  const agent = new Agent({ connections: atOnce });
  const seen: Seen[] = [];
  let users = first;
  let turn = 0;
  let going = true;

  async function ask(): Promise<void> {
    while (going) {
      turn += 1;
      const user = users[turn % users.length] as User;
      seen.push(await one(agent, origin, user));
      await pause(PAUSE_MS);
    }
  }

  const work = Promise.all(Array.from({ length: atOnce }, ask));
  return {
    seen,
    use: (others) => void (users = others),
    async stop() {
      going = false;
      await work;
      await agent.close();
    },
  };
}

async function one(dispatcher: Agent, origin: string, { oid, token }: User): Promise<Seen> {
  const startedAt = performance.now();
  const headers = { authorization: `Bearer ${token}` };
  const answer = await request(`${origin}/api/me`, { dispatcher, headers });
  const body = (await answer.body.json().catch(() => ({}))) as { id?: unknown; displayName?: unknown };
  const right = body.id === oid && body.displayName === `user ${oid}`;
  return {
    status: answer.statusCode,
    port: Number(answer.headers[SERVED_BY]),
    cutOff: answer.headers[CUT_OFF]?.toString(),
    wrong: answer.statusCode === 200 && !right,
    startedAt,
    endedAt: performance.now(),
  };
}
