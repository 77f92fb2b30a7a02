import { parseArgs } from 'node:util';
import { nearest } from './nearest.ts';
import { applicationIds, type ApplicationId } from './office/page/applications.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { UserError } from './userError.ts';

export const USAGE = `Usage: office-addin-sandbox [PANE_URL] [options]

Starts a stand-in for Microsoft's cloud on this machine: Office on the web, Entra ID and
Microsoft Graph. Opens the task pane at PANE_URL in it.

  --addin ORIGIN    origin of the add-in (default: that of PANE_URL, or https://localhost:3000)
  --pane PATH       path of the task pane (default: /taskpane.html)
  --port NUMBER     first of three ports (default: 3001)
  --scenario ID     scenario to start with (default: ok)
  --app NAME        ${applicationIds.join(', ')} (default: word)
  --open            opens the browser
  --print-env       prints the settings for the add-in's server as KEY=value lines, and exits
  --help            shows this help`;

const OPTIONS = {
  addin: { type: 'string' },
  pane: { type: 'string' },
  port: { type: 'string' },
  scenario: { type: 'string' },
  app: { type: 'string' },
  open: { type: 'boolean' },
  'print-env': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface CliOptions {
  readonly help: boolean;
  readonly addin: string;
  /** Address of the task pane. */
  readonly pane: string;
  readonly port: number;
  readonly scenario: string;
  readonly app: ApplicationId;
  readonly open: boolean;
  readonly printEnv: boolean;
}

/** Reads the arguments of the command. Throws a UserError that names the wrong one and, if close, the one meant. */
export function readCliOptions(args: readonly string[]): CliOptions {
  const { values, positionals } = parse(args);
  const [paneUrl, extra] = positionals;
  if (extra !== undefined) throw new UserError(`Unexpected argument ${JSON.stringify(extra)}. ${SEE_HELP}`);
  if (paneUrl !== undefined && values.pane !== undefined) {
    throw new UserError('Give the task pane either as PANE_URL or with --pane, not both.');
  }
  const shown = paneUrl === undefined ? undefined : httpsUrl('PANE_URL', paneUrl);
  const addin = values.addin === undefined ? undefined : originOf(values.addin);
  const origin = addin ?? shown?.origin ?? 'https://localhost:3000';
  return {
    help: values.help ?? false,
    addin: origin,
    pane: shown?.href ?? paneOf(origin, values.pane ?? '/taskpane.html'),
    port: portOf(values.port ?? '3001'),
    scenario: oneOf(
      'scenario',
      values.scenario ?? 'ok',
      scenarios.map(({ id }) => id),
    ),
    app: oneOf('app', values.app ?? 'word', applicationIds),
    open: values.open ?? false,
    printEnv: values['print-env'] ?? false,
  };
}

const SEE_HELP = 'See office-addin-sandbox --help.';

function parse(args: readonly string[]) {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option' || Object.hasOwn(OPTIONS, token.name)) continue;
    throw new UserError(
      `Unknown option ${token.rawName}.${suggestion('--', token.name, Object.keys(OPTIONS))}`,
    );
  }
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split(/(?<=\.)\s/);
    throw new UserError(`${sentence.replace(/([^.])$/, '$1.')} ${SEE_HELP}`, { cause: error });
  }
}

function suggestion(prefix: string, name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  return meant === undefined ? ` ${SEE_HELP}` : ` Did you mean ${prefix}${meant}?`;
}

function oneOf<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UserError(`--${option} does not know "${value}".${suggestion('', value, known)}`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_533) return port;
  throw new UserError(
    `--port is "${text}" and has to be the first of three ports, a number from 1 to 65533.`,
  );
}

/** office.js and getAccessToken work on https pages only. */
function httpsUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:') return url;
  throw new UserError(`${name} is "${text}" and has to be an https address, such as https://localhost:3000.`);
}

function originOf(text: string): string {
  const url = httpsUrl('--addin', text);
  if (url.pathname === '/' && url.search === '' && url.hash === '') return url.origin;
  throw new UserError(`--addin is "${text}" and has to be an origin without a path: ${url.origin}.`);
}

function paneOf(origin: string, path: string): string {
  const url = path.startsWith('/') ? new URL(path, origin) : undefined;
  if (url?.origin === origin) return url.href;
  throw new UserError(`--pane is "${path}" and has to be a path, such as /taskpane.html.`);
}
