import { localhostCertificates } from './certificates.ts';
import type { GraphCall } from './graph/graphCalls.ts';
import type { LogEntry } from './log.ts';
import { createOffice } from './office/server.ts';
import { freePorts, sandboxOrigins, type SandboxOrigins } from './ports.ts';
import type { ProblemTable } from './problems.ts';
import type { ScenarioInput } from './scenario.ts';
import { serveSandbox } from './serveSandbox.ts';
import { SandboxState } from './state.ts';
import { UserError } from './userError.ts';

export interface SandboxOptions {
  /** First of three consecutive ports; 0: any three free ports. Default: 3001. */
  readonly port?: number;
  /** Origin of the add-in. Default: `https://localhost:3000`. */
  readonly addin?: string;
  /** Every origin, instead of `port` and `addin`. */
  readonly origins?: SandboxOrigins;
  /** Address of the page that the task pane shows. Default: `/taskpane.html` of the add-in. */
  readonly pane?: string;
  /** PEM, good for localhost. Default: the certificate of office-addin-dev-certs. */
  readonly certificates?: { readonly cert: string | Buffer; readonly key: string | Buffer };
  /** Certificates of the app registration, PEM; a server that signs in with another one is refused. */
  readonly clientCertificates?: readonly string[];
  /**
   * Problems of the add-in's server, by code. Scenarios in which the sandbox answers in place of that server need
   * theirs; without it they are left out.
   */
  readonly problems?: ProblemTable;
  /** Calls of Microsoft Graph that the sandbox lacks. */
  readonly graph?: readonly GraphCall[];
  /** Id of the named scenario to start with. Default: `ok`. */
  readonly scenario?: string;
  /** Stops the sandbox. */
  readonly signal?: AbortSignal;
}

export interface Sandbox {
  readonly origins: SandboxOrigins;
  /** Address of the host page, without a slash at its end. */
  readonly origin: string;
  /** For AUTHORITY of the add-in's server. */
  readonly authority: string;
  /** For GRAPH_ENDPOINT of the add-in's server. */
  readonly graphEndpoint: string;
  /** Scenario, log and documents. */
  readonly state: SandboxState;
  /** Puts a scenario in force, named or composed; resets counters and log. Throws if there is no such scenario. */
  setScenario(scenario: string | ScenarioInput): void;
  /** Returns what has happened since the scenario was put in force, in order. */
  log(): readonly LogEntry[];
  /** Returns the content of the document of an application, as plain data. */
  document(app: string): readonly unknown[];
  /** Returns to the default scenario, with empty documents and everyone signed out at the identity provider. */
  reset(): void;
  /** Ends every connection, including those that a scenario keeps waiting, and frees the ports. */
  close(): Promise<void>;
}

/**
 * Starts identity provider, Microsoft Graph and the Office host page, each on the port of its origin, on this machine
 * only. Rejects with NODE_ENV=production, and with a message that names the port when one is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new UserError(
      'The sandbox does not start with NODE_ENV=production: it gives a token to anyone who asks.',
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
  if (!found) throw new UserError(`There is no scenario "${scenario}".`);
  state.setScenario(found.scenario, found.id);
}
