import { localhostCertificates } from './certificates.ts';
import type { GraphCall } from './graph/graphCalls.ts';
import type { LogEntry } from './log.ts';
import { createOffice } from './office/server.ts';
import { freePorts, sandboxOrigins, type SandboxOrigins } from './ports.ts';
import type { ProblemTable } from './problems.ts';
import type { ScenarioInput } from './scenario.ts';
import { unknownScenario } from './scenarios/namedScenario.ts';
import { serveSandbox } from './serveSandbox.ts';
import { SandboxState } from './state.ts';
import { UserError } from './userError.ts';

export interface SandboxOptions {
  /** First of three consecutive ports; 0: any three free ports. Default: 3001. */
  readonly port?: number;
  /** Origin of the add-in. Default: `https://localhost:3000`. */
  readonly addin?: string;
  /** All origins, instead of `port` and `addin`. */
  readonly origins?: SandboxOrigins;
  /** Address of the task pane. Default: `/taskpane.html` of the add-in. */
  readonly pane?: string;
  /** Certificate for localhost, in PEM. Default: the one of office-addin-dev-certs. */
  readonly certificates?: { readonly cert: string | Buffer; readonly key: string | Buffer };
  /** Certificates of the app registration, in PEM. The identity provider rejects any other certificate. */
  readonly clientCertificates?: readonly string[];
  /**
   * Problems of the add-in's server, by code. Some scenarios respond with one instead of the server; scenarios whose
   * problem isn't in the table are omitted.
   */
  readonly problems?: ProblemTable;
  /** Additional Microsoft Graph calls. */
  readonly graph?: readonly GraphCall[];
  /** Id of the named scenario to start with. Default: `ok`. */
  readonly scenario?: string;
  /** Stops the sandbox. */
  readonly signal?: AbortSignal;
}

export interface Sandbox {
  readonly origins: SandboxOrigins;
  /** Address of the host page, without a trailing slash. */
  readonly origin: string;
  /** Value of AUTHORITY for the add-in's server. */
  readonly authority: string;
  /** Value of GRAPH_ENDPOINT for the add-in's server. */
  readonly graphEndpoint: string;
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
  const origins = options.origins ?? (await chooseOrigins(options));
  const certificates = options.certificates ?? (await localhostCertificates());
  const office = await createOffice(options.pane ?? `${origins.addin}/taskpane.html`);
  const servers = await serveSandbox({
    state,
    origins,
    certificates,
    clientCertificates,
    graph,
    office,
    signal,
  });
  return {
    origins,
    origin: origins.office,
    authority: `${origins.entra}/common`,
    graphEndpoint: origins.graph,
    state,
    setScenario: (scenario) => setScenario(state, scenario),
    log: () => state.log.entries,
    document: (app) => state.document(app),
    reset: () => state.reset(),
    close: () => servers.close(),
  };
}

async function chooseOrigins({ port = 3001, addin }: SandboxOptions): Promise<SandboxOrigins> {
  if (port !== 0) return sandboxOrigins(port, addin);
  const [office, entra, graph] = (await freePorts(3)).map((free) => `https://localhost:${free}`);
  return { ...sandboxOrigins(3001, addin), office, entra, graph } as SandboxOrigins;
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
