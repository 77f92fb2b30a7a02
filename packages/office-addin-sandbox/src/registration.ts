/**
 * The app registration in the sandbox, and the settings that make the add-in's server use the sandbox. Nothing here is
 * confidential: the identity provider exists only on this machine.
 */
import type { RegistrationOptions } from './entra/registrations.ts';
import type { SandboxOrigins } from './ports.ts';

/** The scope that the registration exposes, without its App ID URI. */
export const API_SCOPE = 'access_as_user';

export const SANDBOX_CLIENT_ID = '5a5d0b0c-0000-4000-8000-000000000001';
export const SANDBOX_CLIENT_SECRET = 'only-good-in-the-sandbox';
/** A former secret of the registration. */
export const SANDBOX_EXPIRED_SECRET = 'was-good-in-the-sandbox';

/** `IDENTITY_ENDPOINT` and `IDENTITY_HEADER`, which give an App Service access to its managed identities. */
export const IDENTITY_PATH = '/msi/token';
export const SANDBOX_IDENTITY_HEADER = 'header-of-the-sandbox';

/** `federated`: the registration trusts it as a credential; `untrusted`: only assigned to the App Service. */
export const managedIdentities = {
  federated: {
    clientId: '5a5d0b0c-0000-4000-8000-0000000000f1',
    principalId: '5a5d0b0c-0000-4000-8000-0000000000f2',
  },
  untrusted: {
    clientId: '5a5d0b0c-0000-4000-8000-0000000000e1',
    principalId: '5a5d0b0c-0000-4000-8000-0000000000e2',
  },
} as const;

/** The credential of the add-in's server. `path`: a PEM file with certificate and key. */
export type SandboxCredential =
  | { readonly kind: 'secret' }
  | { readonly kind: 'certificate'; readonly path: string }
  | { readonly kind: 'managed-identity' };

interface SettingsOptions {
  /** The project's own SCOPE, so the code requests the same scopes as in production; empty: the default. */
  readonly scope?: string | undefined;
  readonly credential?: SandboxCredential;
}

/** Returns the app registration that matches {@link sandboxSettings}: its secret, and the redirect URIs of its pages. */
export function sandboxRegistration({ addin }: SandboxOrigins): Required<RegistrationOptions> {
  return {
    clientId: SANDBOX_CLIENT_ID,
    secret: SANDBOX_CLIENT_SECRET,
    redirectUris: [`${addin}/bridge.html`, `${addin}/dialog.html`, `brk-multihub://${new URL(addin).host}`],
  };
}

/** Returns the environment for the add-in's server: only these settings differ from production. */
export function sandboxSettings(
  origins: SandboxOrigins,
  { scope = '', credential = { kind: 'secret' } }: SettingsOptions = {},
): Record<string, string> {
  return {
    SCOPE: scope,
    CLIENT_ID: SANDBOX_CLIENT_ID,
    ...credentialSettings(origins, credential),
    // Overrides the project's own setting; empty counts as not set.
    ALLOWED_TENANTS: '',
    AUTHORITY: `${origins.entra}/common`,
    GRAPH_ENDPOINT: origins.graph,
    OFFICE_JS_URL: `${origins.office}/office-js/office.js`,
    FRAME_ANCESTORS: origins.office,
    ADDIN_ORIGIN: origins.addin,
    PORT: new URL(origins.addin).port,
  };
}

/** Sets all three credentials, so that none of the project's own stays in effect. */
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
