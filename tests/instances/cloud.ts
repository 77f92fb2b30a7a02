import { decodeJwt } from 'jose';
import {
  createSigningPair,
  goodClaims,
  sign,
  startStubService,
  type StubService,
} from '../server/stubService.ts';

/** Stubs of Entra ID and Graph over HTTPS. A Graph token names its user, and Graph returns that name. */
export interface Cloud {
  readonly entra: StubService;
  readonly graph: StubService;
  readonly exchanges: () => number;
  /** Returns a token of a new user, as the pane would send it. */
  readonly newUser: () => Promise<User>;
  readonly close: () => Promise<void>;
}

export interface User {
  readonly oid: string;
  readonly token: string;
}

export async function startCloud(): Promise<Cloud> {
  const pair = await createSigningPair('key-1');
  let exchanges = 0;
  let users = 0;
  const entra = await startStubService(({ method, body }) => {
    if (method !== 'POST') return { json: { keys: [pair.jwk] } };
    exchanges += 1;
    const { oid } = decodeJwt(new URLSearchParams(body).get('assertion') ?? '');
    return {
      json: {
        token_type: 'Bearer',
        scope: 'User.Read',
        expires_in: 3600,
        access_token: `for.${String(oid)}`,
      },
    };
  });
  const graph = await startStubService(({ headers }) => ({
    json: { displayName: headers.authorization?.replace('Bearer for.', 'user ') },
  }));
  return {
    entra,
    graph,
    exchanges: () => exchanges,
    async newUser() {
      users += 1;
      const oid = `cccccccc-0000-4000-8000-${String(users).padStart(12, '0')}`;
      return { oid, token: await sign(pair, { ...goodClaims(entra.origin), oid }) };
    },
    async close() {
      await Promise.all([entra.close(), graph.close()]);
    },
  };
}
