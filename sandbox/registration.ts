/**
 * The app registration that the sandbox's identity provider knows, and the settings that make the add-in use the
 * sandbox. Nothing here is a secret: the provider exists on this machine only.
 */
import type { SandboxOrigins } from './ports.ts';

export const SANDBOX_CLIENT_ID = '5a5d0b0c-0000-4000-8000-000000000001';
export const SANDBOX_CLIENT_SECRET = 'only-good-in-the-sandbox';

/**
 * Environment of the add-in's server: these settings and nothing else differ from production.
 * @param scope SCOPE of the project: what the code asks of Graph, it asks of the sandbox, too; empty: the default
 */
export function sandboxSettings(origins: SandboxOrigins, scope = ''): Record<string, string> {
  return {
    SCOPE: scope,
    CLIENT_ID: SANDBOX_CLIENT_ID,
    CLIENT_SECRET: SANDBOX_CLIENT_SECRET,
    // A developer's own registration may use these; an empty setting counts as not set.
    CLIENT_CERTIFICATE_PATH: '',
    MANAGED_IDENTITY_CLIENT_ID: '',
    ALLOWED_TENANTS: '',
    AUTHORITY: `${origins.entra}/common`,
    GRAPH_ENDPOINT: origins.graph,
    OFFICE_JS_URL: `${origins.office}/office-js/office.js`,
    ADDIN_ORIGIN: origins.addin,
    PORT: new URL(origins.addin).port,
  };
}
