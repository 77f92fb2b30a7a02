/**
 * The app registration that the sandbox's identity provider knows, and the settings that make the add-in use the
 * sandbox. Nothing here is a secret: the provider exists on this machine only.
 */
import type { SandboxOrigins } from './ports.ts';

/** The scope that the registration exposes, without the App ID URI before it. */
export const API_SCOPE = 'access_as_user';

export const SANDBOX_CLIENT_ID = '5a5d0b0c-0000-4000-8000-000000000001';
export const SANDBOX_CLIENT_SECRET = 'only-good-in-the-sandbox';
/** One that the registration had before. */
export const SANDBOX_EXPIRED_SECRET = 'was-good-in-the-sandbox';

/** Where an App Service would find its managed identities: `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`. */
export const IDENTITY_PATH = '/msi/token';
export const SANDBOX_IDENTITY_HEADER = 'header-of-the-sandbox';

/** `federated`: the registration trusts it as its credential; `stranger`: assigned to the App Service, and no more. */
export const managedIdentities = {
  federated: {
    clientId: '5a5d0b0c-0000-4000-8000-0000000000f1',
    principalId: '5a5d0b0c-0000-4000-8000-0000000000f2',
  },
  stranger: {
    clientId: '5a5d0b0c-0000-4000-8000-0000000000e1',
    principalId: '5a5d0b0c-0000-4000-8000-0000000000e2',
  },
} as const;

/** How the add-in's server proves to be the application. `path`: PEM with certificate and key. */
export type SandboxCredential =
  | { readonly kind: 'secret' }
  | { readonly kind: 'certificate'; readonly path: string }
  | { readonly kind: 'managed-identity' };

interface Chosen {
  /** SCOPE of the project: what the code asks of Graph, it asks of the sandbox, too; empty: the default. */
  readonly scope?: string | undefined;
  readonly credential?: SandboxCredential;
}

/** Environment of the add-in's server: these settings and nothing else differ from production. */
export function sandboxSettings(
  origins: SandboxOrigins,
  { scope = '', credential = { kind: 'secret' } }: Chosen = {},
): Record<string, string> {
  return {
    SCOPE: scope,
    CLIENT_ID: SANDBOX_CLIENT_ID,
    ...credentialSettings(origins, credential),
    // A developer's own registration may name some; an empty setting counts as not set.
    ALLOWED_TENANTS: '',
    AUTHORITY: `${origins.entra}/common`,
    GRAPH_ENDPOINT: origins.graph,
    OFFICE_JS_URL: `${origins.office}/office-js/office.js`,
    FRAME_ANCESTORS: origins.office,
    ADDIN_ORIGIN: origins.addin,
    PORT: new URL(origins.addin).port,
  };
}

/** All three, so that none of a developer's own registration stays beside the one that is meant. */
function credentialSettings(origins: SandboxOrigins, credential: SandboxCredential): Record<string, string> {
  const none = { CLIENT_SECRET: '', CLIENT_CERTIFICATE_PATH: '', MANAGED_IDENTITY_CLIENT_ID: '' };
  switch (credential.kind) {
    case 'secret':
      return { ...none, CLIENT_SECRET: SANDBOX_CLIENT_SECRET };
    case 'certificate':
      return { ...none, CLIENT_CERTIFICATE_PATH: credential.path };
    case 'managed-identity':
      return {
        ...none,
        MANAGED_IDENTITY_CLIENT_ID: managedIdentities.federated.clientId,
        IDENTITY_ENDPOINT: `${origins.entra}${IDENTITY_PATH}`,
        IDENTITY_HEADER: SANDBOX_IDENTITY_HEADER,
      };
  }
}
