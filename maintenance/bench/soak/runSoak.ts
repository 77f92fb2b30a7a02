import { Pool } from 'undici';
import { growth, type Growth } from '../endurance/growth.ts';
import { randomSource } from '../endurance/randomSource.ts';
import { startTestedServer, type Sample } from '../endurance/testedServer.ts';
import { startFaultyServices } from './faultyServices.ts';
import { KeyRing } from './keyRing.ts';
import { Users } from './users.ts';
import { visit, type Tally } from './visits.ts';

export interface Soak {
  readonly seconds: number;
  readonly users: number;
  readonly perSecond: number;
  readonly seed: number;
}

export interface SoakSample extends Sample {
  /** Seconds since the start. */
  readonly at: number;
  /** The server's connections to Entra ID and Graph. */
  readonly connections: number;
  readonly inFlight: number;
}

export interface SoakResult extends Soak {
  readonly outcomes: Readonly<Record<string, number>>;
  readonly problems: readonly string[];
  readonly exchanges: number;
  readonly questions: number;
  readonly rotations: number;
  readonly samples: readonly SoakSample[];
  /** After the last response. */
  readonly calm: SoakSample;
  /** Since the end of the warm-up. */
  readonly growth: Growth;
  readonly errors: readonly string[];
}

const FAULTY = 0.04;
const TICK_MS = 100;
const SAMPLE_MS = 5_000;
const ROTATION_MS = 60_000;
/** Bounds the load if all requests hang. */
const MAX_IN_FLIGHT = 400;
/** The server's time limits end every request within 20 seconds. */
const CALM_MS = 25_000;
/** Fraction of the time for the warm-up, in which each user sends one request. */
export const WARM_SHARE = 0.2;

export async function runSoak(soak: Soak, print: (sample: SoakSample) => void): Promise<SoakResult> {
  const { seconds, users, perSecond, seed } = soak;
  const random = randomSource(seed);
  const ring = new KeyRing();
  await ring.rotate(Date.now());
  const services = await startFaultyServices(ring, random, FAULTY);
  const { origin } = new URL(services.authority);
  const server = await startTestedServer({
    AUTHORITY: services.authority,
    GRAPH_ENDPOINT: services.graph,
    RATE_LIMIT: '0',
  });
  const pool = new Pool(server.origin, { connections: MAX_IN_FLIGHT });
  const userPool = new Users(origin, ring);
  const tally: Tally = { outcomes: {}, problems: [], inFlight: 0 };
  const samples: SoakSample[] = [];
  const begin = performance.now();
  const elapsed = () => performance.now() - begin;
  const take = async (): Promise<SoakSample> => {
    const at = Math.round(elapsed() / 1000);
    const taken = await server.sample();
    return { ...taken, at, connections: services.connections(), inFlight: tally.inFlight };
  };

  try {
    let visits = 0;
    let nextSample = SAMPLE_MS;
    let nextRotation = ROTATION_MS;
    for (let tick = 1; elapsed() < seconds * 1000; tick += 1) {
      const due = Math.floor((elapsed() / 1000) * perSecond);
      while (visits < due) {
        const number = visits < users ? visits : Math.floor(random() * users);
        visits += 1;
        if (tally.inFlight < MAX_IN_FLIGHT) void visit(pool, userPool, number, random, tally);
      }
      if (elapsed() > nextSample) {
        nextSample += SAMPLE_MS;
        const sample = await take();
        samples.push(sample);
        print(sample);
      }
      if (elapsed() > nextRotation) {
        nextRotation += ROTATION_MS;
        await ring.rotate(Date.now());
      }
      await new Promise((next) => setTimeout(next, Math.max(0, tick * TICK_MS - elapsed())));
    }
    const calm = await untilCalm(take, tally);
    print(calm);
    const { outcomes, problems } = tally;
    const counts = { exchanges: services.exchanges(), questions: services.questions() };
    const warm = samples.filter(({ at }) => at >= seconds * WARM_SHARE);
    const { errors } = server;
    const { rotations } = ring;
    return { ...soak, outcomes, problems, ...counts, rotations, samples, calm, growth: growth(warm), errors };
  } finally {
    await pool.destroy();
    await server.stop();
    await services.close();
  }
}

async function untilCalm(take: () => Promise<SoakSample>, tally: Tally): Promise<SoakSample> {
  const end = performance.now() + CALM_MS;
  while (tally.inFlight > 0 && performance.now() < end) await new Promise((next) => setTimeout(next, 200));
  return take();
}
