import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { didYouMean, nearest } from './nearest.ts';
import { applicationIds, type ApplicationId } from './office/page/applications.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { UserError } from './userError.ts';

export const USAGE = `Usage: office-addin-sandbox [MANIFEST... | PANE_URL] [options]
       office-addin-sandbox run MANIFEST... [options] -- COMMAND...

Runs an Office Add-in against a local Microsoft 365: Office on the web, Entra ID and
Microsoft Graph on this machine. MANIFEST is a manifest file, XML or unified JSON.
PANE_URL is the https address of the task pane of an add-in without one.

run starts the sandbox, runs the command so that it uses the sandbox instead of Microsoft,
and ends both. The exit code is that of the command.

Options:
  --app NAME        ${applicationIds.join(', ')} (default: the add-in's first)
  --port NUMBER     First of three consecutive ports (default: 3001)
  --scenario ID     Scenario to start with (default: ok)
  --office-js PATH  File or https address of office.js (default: the installed @microsoft/office-js)
  --strict          Reject calls that the sandbox doesn't implement
  --open, --no-open Open the sandbox in a browser (default: with a manifest, in a terminal)
  --cert FILE       Certificate of the sandbox for localhost, with --key FILE
  --addin ORIGIN    Origin of an add-in without a manifest (default: that of PANE_URL, or https://localhost:3000)
  --pane PATH       Path of its task pane, instead of PANE_URL (default: /taskpane.html)
  --print-env       Print the settings for the add-in's server as KEY=value lines and exit
  -h, --help        Show this help

Examples:
  office-addin-sandbox manifest.xml --app excel --scenario sso-13005
  office-addin-sandbox run manifest.xml -- node server.js`;

const OPTIONS = {
  addin: { type: 'string' },
  pane: { type: 'string' },
  port: { type: 'string' },
  scenario: { type: 'string' },
  app: { type: 'string' },
  'office-js': { type: 'string' },
  strict: { type: 'boolean' },
  open: { type: 'boolean' },
  'no-open': { type: 'boolean' },
  cert: { type: 'string' },
  key: { type: 'string' },
  'print-env': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export interface CliOptions {
  readonly help: boolean;
  /** Paths of manifests; empty: `pane` is the add-in. */
  readonly manifests: readonly string[];
  /** The command of `run`; undefined: only the sandbox runs. */
  readonly command: readonly string[] | undefined;
  readonly addin: string;
  /** Address of the task pane of an add-in without a manifest. */
  readonly pane: string;
  readonly port: number;
  readonly scenario: string;
  /** Undefined: the add-in's first application. */
  readonly app: ApplicationId | undefined;
  readonly officeJs: string | undefined;
  readonly strict: boolean;
  /** Undefined: open it for a person, not for a program. */
  readonly open: boolean | undefined;
  readonly certificate: { readonly cert: string; readonly key: string } | undefined;
  readonly printEnv: boolean;
}

const SEE_HELP = 'See office-addin-sandbox --help.';
const RUN_USAGE = 'Use: office-addin-sandbox run MANIFEST -- COMMAND.';

/** Parses the command line. Throws a UserError that names the invalid argument and suggests a similar one. */
export function readCliOptions(given: readonly string[]): CliOptions {
  const { args, command } = splitCommand(given);
  const { values, positionals } = parse(args);
  const urls = positionals.filter((text) => /^[a-z][a-z\d+.-]+:\/\//iu.test(text));
  const manifests = positionals.filter((text) => !urls.includes(text));
  const [paneUrl, extra] = urls;
  if (extra !== undefined || (paneUrl !== undefined && manifests.length > 0)) {
    throw new UserError(`Unexpected argument ${JSON.stringify(extra ?? paneUrl)}. ${SEE_HELP}`);
  }
  const missing = manifests.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UserError(`There is no manifest ${missing}. ${SEE_HELP}`);
  if (command && manifests.length === 0) throw new UserError(`run needs a manifest. ${RUN_USAGE}`);
  const owner = paneUrl === undefined ? 'a manifest' : 'PANE_URL';
  if (positionals.length > 0 && values.pane !== undefined) {
    throw new UserError(`Give the task pane either as ${owner} or with --pane, not both.`);
  }
  if (manifests.length > 0 && values.addin !== undefined) {
    throw new UserError('The manifest names the origin of the add-in. Remove --addin.');
  }
  if (values.open && values['no-open']) throw new UserError('Use either --open or --no-open, not both.');
  const pane = paneUrl === undefined ? undefined : httpsUrl('PANE_URL', paneUrl);
  const addin = values.addin === undefined ? undefined : originOf(values.addin);
  const origin = addin ?? pane?.origin ?? 'https://localhost:3000';
  return {
    help: values.help ?? false,
    manifests,
    command,
    addin: origin,
    pane: pane?.href ?? paneOf(origin, values.pane ?? '/taskpane.html'),
    port: portOf(values.port ?? '3001'),
    scenario: oneOf(
      'scenario',
      values.scenario ?? 'ok',
      scenarios.map(({ id }) => id),
      'To see all scenarios, start the sandbox without --scenario.',
    ),
    app:
      values.app === undefined
        ? undefined
        : oneOf('app', values.app, applicationIds, `Use one of: ${applicationIds.join(', ')}.`),
    officeJs: values['office-js'],
    strict: values.strict ?? false,
    open: values.open ?? (values['no-open'] ? false : undefined),
    certificate: certificateOf(values.cert, values.key),
    printEnv: values['print-env'] ?? false,
  };
}

/** Separates the command of `run`, which follows `--`. */
function splitCommand(args: readonly string[]): {
  args: readonly string[];
  command: readonly string[] | undefined;
} {
  if (args[0] !== 'run') return { args, command: undefined };
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  if (before.includes('--help') || before.includes('-h')) return { args: ['--help'], command: undefined };
  const command = end < 0 ? [] : args.slice(end + 1);
  if (command.length === 0) throw new UserError(`run needs a command after --. ${RUN_USAGE}`);
  return { args: before.slice(1), command };
}

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

function certificateOf(cert: string | undefined, key: string | undefined): CliOptions['certificate'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) throw new UserError('Use --cert and --key together.');
  const missing = [cert, key].find((path) => !existsSync(path));
  if (missing !== undefined) throw new UserError(`There is no file ${missing}.`);
  return { cert, key };
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
