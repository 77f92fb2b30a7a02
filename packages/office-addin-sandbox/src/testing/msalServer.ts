import { ConfidentialClientApplication, type Configuration, type INetworkModule } from '@azure/msal-node';
import { SANDBOX_CLIENT_ID, SANDBOX_CLIENT_SECRET } from '../registration.ts';
import type { TestSandbox } from './testSandbox.ts';

/** Returns msal-node configured for the sandbox, with a network module that trusts its certificate. */
export function msalServer(
  { origins, fetch }: TestSandbox,
  auth: Partial<Configuration['auth']> = { clientSecret: SANDBOX_CLIENT_SECRET },
): ConfidentialClientApplication {
  const send = async <T>(
    url: string,
    init: { method: string; headers: Record<string, string>; body?: string },
  ) => {
    const answer = await fetch(url, init);
    const text = await answer.text();
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: JSON.parse(text) as T,
    };
  };
  const networkClient: INetworkModule = {
    sendGetRequestAsync: (url, options) => send(url, { method: 'GET', headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url, options) =>
      send(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' }),
  };
  return new ConfidentialClientApplication({
    auth: {
      clientId: SANDBOX_CLIENT_ID,
      authority: `${origins.entra}/common`,
      knownAuthorities: [new URL(origins.entra).host],
      clientCapabilities: ['CP1'],
      ...auth,
    },
    system: { networkClient },
  });
}
