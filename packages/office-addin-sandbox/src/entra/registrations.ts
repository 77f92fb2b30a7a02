import type { Addin } from '../addins.ts';
import { pageOrigins } from '../manifest/addinManifest.ts';
import type { SandboxOrigins } from '../ports.ts';
import { SANDBOX_CLIENT_ID, SANDBOX_EXPIRED_SECRET, sandboxRegistration } from '../registration.ts';

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;
/** The permissions that `.default` requests if the manifest names none. */
const DEFAULT_PERMISSIONS = ['User.Read', 'Files.Read'];
const OIDC_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** An app registration. */
export interface Registration {
  readonly clientId: string;
  /** The Application ID URI, which tokens of version 1.0 have as their audience. */
  readonly appIdUri: string;
  /** Delegated Graph permissions, which `.default` requests. */
  readonly permissions: readonly string[];
  /** Origins of its single-page application. */
  readonly origins: readonly string[];
  /** Undefined: every page of `origins`, because a manifest names none. */
  readonly redirectUris?: readonly string[];
  /** Undefined: every secret but the expired one, because a manifest names none. */
  readonly secret?: string;
  /** Key of the add-in with the manifest; undefined: an add-in without one. */
  readonly addin?: string;
  /** False: the manifest has no WebApplicationInfo, so getAccessToken fails with 13000. */
  readonly singleSignOn: boolean;
}

/** What Entra ID knows about the app registration, and a manifest doesn't contain. */
export interface RegistrationOptions {
  /** Replaces the client id of the manifests, such as the placeholder of a template. */
  readonly clientId?: string;
  /** The only valid client secret. */
  readonly secret?: string;
  /** The only permitted redirect URIs. */
  readonly redirectUris?: readonly string[];
}

/** The app registrations of the sandbox's add-ins. */
export class Registrations {
  readonly #all: readonly Registration[];
  /** Accepts every client id: its manifest names none, or a placeholder. */
  readonly #open: Registration | undefined;

  /** @param addins empty: one registration with a fixed client id, for the add-in at `origins.addin` */
  constructor(
    origins: SandboxOrigins,
    addins: readonly Addin[] = [],
    options: RegistrationOptions = addins.length > 0 ? {} : sandboxRegistration(origins),
  ) {
    this.#all =
      addins.length > 0
        ? addins.map((addin) => fromManifest(addin, options))
        : [withoutManifest(origins, options)];
    this.#open =
      addins.length > 0 && options.clientId === undefined
        ? this.#all.find(({ clientId }) => isPlaceholder(clientId))
        : undefined;
  }

  get first(): Registration {
    return this.#all[0] as Registration;
  }

  /** Returns the registration with the client id, or undefined. */
  find(clientId: string | undefined): Registration | undefined {
    const same = this.#all.filter((one) => one.clientId.toLowerCase() === clientId?.toLowerCase());
    const [found] = same;
    // Add-ins with two manifests, such as one for Outlook, share a registration.
    if (found) return { ...found, origins: [...new Set(same.flatMap(({ origins }) => origins))] };
    if (!this.#open || !clientId) return undefined;
    const appIdUri = this.#open.appIdUri.replace(this.#open.clientId, clientId);
    return { ...this.#open, clientId, appIdUri };
  }

  /** Returns the registration of an add-in; without a key, the first. */
  ofAddin(key: string | undefined): Registration {
    return this.#all.find(({ addin }) => addin === key) ?? this.first;
  }

  /** Returns the origins of all add-ins. */
  get origins(): readonly string[] {
    return [...new Set(this.#all.flatMap(({ origins }) => origins))];
  }

  /** Returns the registration that exposes the API with this audience: a client id or an Application ID URI. */
  byAudience(audience: string): Registration | undefined {
    return this.#all.find(({ appIdUri }) => appIdUri === audience) ?? this.find(audience.split('/').at(-1));
  }
}

export function permitsRedirect({ redirectUris, origins }: Registration, uri: string): boolean {
  if (redirectUris) return redirectUris.includes(uri);
  if (!URL.canParse(uri)) return false;
  const { origin, protocol, host } = new URL(uri);
  // Brokers have addresses such as brk-multihub://localhost:3000.
  return origins.includes(protocol.startsWith('brk-') ? `https://${host}` : origin);
}

/** Returns an AADSTS number, or undefined for a valid secret. */
export function secretFault({ secret }: Registration, given: string): number | undefined {
  if (given === SANDBOX_EXPIRED_SECRET) return 7000222;
  return given === '' || (secret !== undefined && given !== secret) ? 7000215 : undefined;
}

function fromManifest({ key, manifest, origins }: Addin, options: RegistrationOptions): Registration {
  const { webApplication } = manifest;
  const clientId = options.clientId ?? webApplication?.id ?? SANDBOX_CLIENT_ID;
  const [firstPage = 'https://localhost:3000'] = pageOrigins(manifest);
  const resource = webApplication?.resource?.replace(webApplication.id, clientId);
  const permissions = (webApplication?.scopes ?? []).filter((scope) => !OIDC_SCOPES.includes(scope));
  return {
    ...options,
    clientId,
    appIdUri: resource ?? `api://${new URL(firstPage).host}/${clientId}`,
    permissions: permissions.length > 0 ? permissions : DEFAULT_PERMISSIONS,
    origins,
    addin: key,
    singleSignOn: webApplication !== undefined,
  };
}

function withoutManifest({ addin }: SandboxOrigins, options: RegistrationOptions): Registration {
  const clientId = options.clientId ?? SANDBOX_CLIENT_ID;
  return {
    ...options,
    clientId,
    appIdUri: `api://${new URL(addin).host}/${clientId}`,
    permissions: DEFAULT_PERMISSIONS,
    origins: [addin],
    singleSignOn: true,
  };
}

/** Returns whether the id is that of a manifest without one, or a text that a developer has to replace. */
function isPlaceholder(clientId: string): boolean {
  return clientId === SANDBOX_CLIENT_ID || !GUID.test(clientId);
}
