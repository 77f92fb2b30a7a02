import { parseArgs } from 'node:util';
import { didYouMean, nearest } from './nearest.ts';
import { applicationIds, type ApplicationId } from './office/page/applications.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { UserError } from './userError.ts';

export const USAGE = `Usage: office-addin-sandbox [PANE_URL] [options]

Runs an Office Add-in against a local Microsoft 365: Office on the web, Entra ID and
Microsoft Graph on this machine. PANE_URL is the https address of the task pane.

Options:
  --addin ORIGIN    Origin of the add-in (default: that of PANE_URL, or https://localhost:3000)
  --pane PATH       Path of the task pane, instead of PANE_URL (default: /taskpane.html)
  --port NUMBER     First of three consecutive ports (default: 3001)
  --scenario ID     Scenario to start with (default: ok)
  --app NAME        ${applicationIds.join(', ')} (default: word)
  --open            Open the sandbox in the default browser
  --print-env       Print the settings for the add-in's server as KEY=value lines and exit
  -h, --help        Show this help

Example:
  office-addin-sandbox https://localhost:3000/taskpane.html --app excel --scenario sso-13005 --open`;

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

/** Parses the command line. Throws a UserError that names the invalid argument and suggests a similar one. */
export function readCliOptions(args: readonly string[]): CliOptions {
  const { values, positionals } = parse(args);
  const [paneUrl, extra] = positionals;
  if (extra !== undefined) throw new UserError(`Unexpected argument ${JSON.stringify(extra)}. ${SEE_HELP}`);
  if (paneUrl !== undefined && values.pane !== undefined) {
    throw new UserError('Give the task pane either as PANE_URL or with --pane, not both.');
  }
  const pane = paneUrl === undefined ? undefined : httpsUrl('PANE_URL', paneUrl);
  const addin = values.addin === undefined ? undefined : originOf(values.addin);
  const origin = addin ?? pane?.origin ?? 'https://localhost:3000';
  return {
    help: values.help ?? false,
    addin: origin,
    pane: pane?.href ?? paneOf(origin, values.pane ?? '/taskpane.html'),
    port: portOf(values.port ?? '3001'),
    scenario: oneOf(
      'scenario',
      values.scenario ?? 'ok',
      scenarios.map(({ id }) => id),
      'To see all scenarios, start the sandbox without --scenario.',
    ),
    app: oneOf('app', values.app ?? 'word', applicationIds, `Use one of: ${applicationIds.join(', ')}.`),
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
    const meant = nearest(token.name, Object.keys(OPTIONS));
    const hint = meant === undefined ? SEE_HELP : `Did you mean --${meant}?`;
    throw new UserError(`Unknown option ${token.rawName}. ${hint}`);
  }
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    const [sentence = ''] = (error as Error).message.split(/(?<=\.)\s/);
    throw new UserError(`${sentence.replace(/([^.])$/, '$1.')} ${SEE_HELP}`, { cause: error });
  }
}

/** @param hint says what to do when no known value is similar */
function oneOf<T extends string>(option: string, value: string, known: readonly T[], hint: string): T {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw invalid(`--${option}`, value, didYouMean(value, known) || hint);
}

function invalid(name: string, value: string, hint: string): UserError {
  return new UserError(`Invalid value "${value}" for ${name}. ${hint}`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_533) return port;
  throw invalid('--port', text, 'Use the first of three consecutive ports, a number from 1 to 65533.');
}

/** office.js and getAccessToken work only on https pages. */
function httpsUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:') return url;
  throw invalid(name, text, 'Use an https address, such as https://localhost:3000.');
}

function originOf(text: string): string {
  const url = httpsUrl('--addin', text);
  if (url.pathname === '/' && url.search === '' && url.hash === '') return url.origin;
  throw invalid('--addin', text, `Use an origin without a path: ${url.origin}.`);
}

function paneOf(origin: string, path: string): string {
  const url = path.startsWith('/') ? new URL(path, origin) : undefined;
  if (url?.origin === origin) return url.href;
  throw invalid('--pane', path, 'Use a path, such as /taskpane.html.');
}
