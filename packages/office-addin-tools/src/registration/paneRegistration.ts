import type { Application } from './application.ts';
import { differencesOfAudience, differencesOfRedirects, merged, type Differences } from './differences.ts';
import { brokerUri, signInPages } from './wantedRegistration.ts';

/** How many registrations the add-in has: one for everything, or a second one for the pane, a public client. */
export type RegistrationCount = 'one' | 'two';

export const PANE_SUFFIX = '-pane';

/** The pane's own registration: a public client without a credential, which may request a token for the server's API. */
export interface WantedPane {
  readonly signInAudience: string;
  /** For the platform "Single-page application", in this order. */
  readonly redirectUris: readonly string[];
  /** Client id of the server's registration. */
  readonly apiClientId: string;
  /** Id of its scope access_as_user. */
  readonly scopeId: string;
}

/** The pane's own registration before any change, and the planned changes. */
export interface PaneState {
  readonly existing: Application | undefined;
  readonly uniqueName: string;
  readonly displayName: string;
  readonly wanted: WantedPane;
  readonly differences: Differences;
}

/** Returns the registration that the pane needs if it has its own. Pure. */
export function wantedPane(
  origin: string,
  facts: Pick<WantedPane, 'signInAudience' | 'apiClientId' | 'scopeId'>,
): WantedPane {
  return { ...facts, redirectUris: [...signInPages(origin), brokerUri(origin)] };
}

/** Compares the pane's registration with the wanted one. Entries that others have added stay. Pure. */
export function differencesOfPane(actual: Application, wanted: WantedPane): Differences {
  return merged([
    differencesOfAudience(actual, wanted.signInAudience),
    differencesOfRedirects(actual, wanted.redirectUris),
    apiPermission(actual, wanted),
  ]);
}

function apiPermission(
  { requiredResourceAccess }: Application,
  { apiClientId, scopeId }: WantedPane,
): Differences {
  const access = structuredClone(requiredResourceAccess);
  let api = access.find(({ resourceAppId }) => resourceAppId === apiClientId);
  if (api?.resourceAccess.some(({ id }) => id === scopeId)) return { list: [], patch: {} };
  if (!api) access.push((api = { resourceAppId: apiClientId, resourceAccess: [] }));
  api.resourceAccess.push({ id: scopeId, type: 'Scope' });
  return {
    list: [
      {
        where: 'API permissions',
        problem: "The permission for the server's API is missing.",
        plan: "add the permission for the server's API",
      },
    ],
    patch: { requiredResourceAccess: access },
  };
}
