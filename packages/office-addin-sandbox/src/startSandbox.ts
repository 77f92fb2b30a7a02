import { readAddins, type Addin } from './addins.ts';
import { ownAuthority } from './authority.ts';
import { browserArguments } from './browser/browserArguments.ts';
import { localhostCertificates, usableCertificates } from './certificates.ts';
import { LaunchEvents, type LaunchEventRequest, type LaunchEventResult } from './control/launchEvents.ts';
import type { RegistrationOptions } from './entra/registrations.ts';
import type { GraphCall } from './graph/graphCalls.ts';
import {
  consecutivePorts,
  ENTRA_ORIGIN,
  GRAPH_ORIGIN,
  HOST_PAGE_ORIGIN,
  type SandboxPorts,
} from './hostNames.ts';
import type { LogEntry } from './log.ts';
import { createOffice } from './office/server.ts';
import { pageOrigins } from './manifest/addinManifest.ts';
import { freePorts, type SandboxOrigins } from './ports.ts';
import type { ProblemTable } from './problems.ts';
import type { ScenarioInput } from './scenario.ts';
import { commandEnvironment } from './runCommand.ts';
import { unknownScenario } from './scenarios/namedScenario.ts';
import { serveSandbox } from './serveSandbox.ts';
import { SandboxState } from './state.ts';
import { UserError } from './userError.ts';

export interface SandboxOptions {
  /** Paths of manifests: XML or unified JSON. Determine panes, ribbon, applications and app registrations. */
  readonly manifest?: string | readonly string[];
  /**
   * `microsoft`: identity provider and Graph use Microsoft's host names, such as https://login.microsoftonline.com; browsers
   * and servers connect to the sandbox with {@link Sandbox.browserArgs} and `office-addin-sandbox/redirect`. `localhost`:
   * they use localhost. Default: `microsoft` with a manifest.
   */
  readonly names?: 'microsoft' | 'localhost';
  /**
   * Address of the host page. `microsoft`: https://word-edit.officeapps.live.com, which the `frame-ancestors` of production
   * servers allow. Default: `localhost` if all pages of the add-in are on localhost.
   */
  readonly hostPage?: 'localhost' | 'microsoft';
  /** office.js: a file or an https address. Default: the installed `@microsoft/office-js`. */
  readonly officeJs?: string;
  /** First of three consecutive ports; 0: any three free ports. Default: 3001. */
  readonly port?: number;
  /**
   * Origin of the add-in. Default: that of the manifest, or `https://localhost:3000`. With a manifest, several processes can
   * test the same add-in, each on a port of its server.
   */
  readonly addin?: string;
  /** All origins, instead of `port` and `addin`. */
  readonly origins?: SandboxOrigins;
  /** Address of the task pane. Default: `/taskpane.html` of the add-in. */
  readonly pane?: string;
  /**
   * Certificate for localhost, in PEM. Default: the sandbox's own with `names: 'microsoft'`, else the one of
   * office-addin-dev-certs.
   */
  readonly certificates?: { readonly cert: string | Buffer; readonly key: string | Buffer };
  /** What a manifest doesn't contain about its app registration. Default: any secret, and any redirect URI of the add-in. */
  readonly registration?: RegistrationOptions;
  /** Certificates of the app registration, in PEM. The identity provider rejects any other certificate. */
  readonly clientCertificates?: readonly string[];
  /**
   * Problems of the add-in's server, by code. Some scenarios respond with one instead of the server; scenarios whose
   * problem isn't in the table are omitted.
   */
  readonly problems?: ProblemTable;
  /** Additional Microsoft Graph calls. */
  readonly graph?: readonly GraphCall[];
  /** Rejects calls that the sandbox doesn't implement. Default: they are reported and have no effect. */
  readonly strict?: boolean;
  /** The scenario to start with, by id or composed. Default: `ok`. */
  readonly scenario?: string | ScenarioInput;
  /** Stops the sandbox. */
  readonly signal?: AbortSignal;
}

export interface Sandbox {
  readonly origins: SandboxOrigins;
  /** The add-ins of the manifests. */
  readonly addins: readonly Addin[];
  /** Ports on this machine. */
  readonly ports: SandboxPorts;
  /** Arguments for Chromium: connects to the sandbox instead of Microsoft, and accepts the sandbox's certificate. */
  readonly browserArgs: readonly string[];
  /** Address of the host page, without a trailing slash. */
  readonly origin: string;
  /** Value of AUTHORITY for the add-in's server. */
  readonly authority: string;
  /** Value of GRAPH_ENDPOINT for the add-in's server. */
  readonly graphEndpoint: string;
  /** Environment for a program, such as the add-in's server, that uses the sandbox instead of Microsoft. */
  environment(): Promise<Record<string, string>>;
  /** Scenario, log and documents. */
  readonly state: SandboxState;
  /** Applies a scenario, by id or composed; clears counters and log. Throws a UserError if the id is unknown. */
  setScenario(scenario: string | ScenarioInput): void;
  /** Returns the log since the scenario was applied, in order. */
  log(): readonly LogEntry[];
  /** Returns the content of an application's document, as plain data. */
  document(app: string): readonly unknown[];
  /** Restores the default scenario, empties the documents, and signs all users out at the identity provider. */
  reset(): void;
  /**
   * Raises an event in the host page, such as `OnMessageSend`. Resolves when the handlers have ended and the page shows the
   * outcome. Rejects with a UserError if no page shows an add-in that handles it.
   */
  launchEvent(type: string, request?: Omit<LaunchEventRequest, 'type'>): Promise<LaunchEventResult>;
  /** Closes all connections, including hanging ones, and frees the ports. */
  close(): Promise<void>;
}

/**
 * Starts the identity provider, Microsoft Graph and the Office host page, each on its own port on loopback.
 * @throws UserError with NODE_ENV=production, for an unknown scenario, and if a port is in use
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new UserError(
      'The sandbox does not start with NODE_ENV=production, because it issues tokens to any caller. Unset NODE_ENV.',
    );
  }
  const { clientCertificates = [], graph = [], signal } = options;
  signal?.throwIfAborted();
  const state = new SandboxState(options.problems);
  if (options.scenario !== undefined) setScenario(state, options.scenario);
  const addins = readAddins([options.manifest ?? []].flat(), options.addin ?? options.origins?.addin);
  const { origins, ports } = await chooseAddresses(options, addins);
  const names = options.names ?? (addins.length > 0 ? 'microsoft' : 'localhost');
  const authority = names === 'microsoft' ? await ownAuthority() : undefined;
  const certificates = options.certificates ?? authority ?? (await localhostCertificates());
  const office = await createOffice({
    addins,
    pane: options.pane ?? `${origins.addin}/taskpane.html`,
    officeJs: options.officeJs,
    strict: options.strict ?? false,
  });
  const launchEvents = new LaunchEvents();
  const servers = await serveSandbox({
    state,
    launchEvents,
    addins,
    registration: options.registration,
    origins,
    ports,
    certificates,
    microsoftCertificates: authority,
    clientCertificates,
    graph,
    office,
    signal,
  });
  return {
    origins,
    addins,
    ports,
    browserArgs: browserArguments(
      ports,
      [certificates.cert, authority?.cert, usableCertificates()?.cert].filter((cert) => cert !== undefined),
    ),
    origin: origins.office,
    authority: `${origins.entra}/common`,
    graphEndpoint: origins.graph,
    environment: () => commandEnvironment({ ports, addins }),
    state,
    setScenario: (scenario) => setScenario(state, scenario),
    log: () => state.log.entries,
    document: (app) => state.document(app),
    reset: () => state.reset(),
    launchEvent: (type, request = {}) => launchEvents.raise({ type, ...request }),
    close: () => servers.close(),
  };
}

async function chooseAddresses(
  { port = 3001, addin, origins, names, hostPage }: SandboxOptions,
  addins: readonly Addin[],
): Promise<{ origins: SandboxOrigins; ports: SandboxPorts }> {
  if (origins) {
    const [office, entra, graph] = [origins.office, origins.entra, origins.graph].map((origin) =>
      Number(new URL(origin).port),
    ) as [number, number, number];
    return { origins, ports: { office, entra, graph } };
  }
  const ports = port === 0 ? await threeFreePorts() : consecutivePorts(port);
  const [firstOrigin] = addins.flatMap(({ origins: own }) => own);
  const local: SandboxOrigins = {
    addin: addin ?? firstOrigin ?? 'https://localhost:3000',
    office: `https://localhost:${ports.office}`,
    entra: `https://localhost:${ports.entra}`,
    graph: `https://localhost:${ports.graph}`,
  };
  if ((names ?? (addins.length > 0 ? 'microsoft' : 'localhost')) === 'localhost')
    return { origins: local, ports };
  // office.js accepts a host page of the add-in's own host name, or one of Microsoft's.
  const isLocal = hostPage
    ? hostPage === 'localhost'
    : addins.flatMap(({ manifest }) => pageOrigins(manifest)).every(isLocalhost);
  return {
    origins: {
      ...local,
      office: isLocal ? local.office : HOST_PAGE_ORIGIN,
      entra: ENTRA_ORIGIN,
      graph: GRAPH_ORIGIN,
    },
    ports,
  };
}

function isLocalhost(origin: string): boolean {
  return new URL(origin).hostname === 'localhost';
}

async function threeFreePorts(): Promise<SandboxPorts> {
  const [office, entra, graph] = (await freePorts(3)) as [number, number, number];
  return { office, entra, graph };
}

function setScenario(state: SandboxState, scenario: string | ScenarioInput): void {
  if (typeof scenario !== 'string') {
    state.setScenario(scenario);
    return;
  }
  const found = state.scenarios.find(({ id }) => id === scenario);
  if (!found) throw new UserError(unknownScenario(scenario, state.scenarios));
  state.setScenario(found.scenario, found.id);
}
