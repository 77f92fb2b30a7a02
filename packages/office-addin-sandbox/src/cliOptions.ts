import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { didYouMean, nearest } from './nearest.ts';
import { applicationIds, type ApplicationId } from './office/page/applications.ts';
import { readScenarioFile } from './recording/recording.ts';
import type { ScenarioInput } from './scenario.ts';
import { scenarios } from './scenarios/scenarios.ts';
import { UserError } from './userError.ts';

export const USAGE = `Usage: office-addin-sandbox [MANIFEST... | PANE_URL] [options]
       office-addin-sandbox run MANIFEST... [options] -- COMMAND...
       office-addin-sandbox check MANIFEST [options] [-- COMMAND...]
       office-addin-sandbox export FILE [--port NUMBER]
       office-addin-sandbox probe [--app NAME] [--form read|compose] [--json FILE] [--client-id ID]
       office-addin-sandbox compare REAL.json [OTHER.json]
       office-addin-sandbox coverage [--json] [--seen FILE]...

Runs an Office Add-in against a local Microsoft 365: Office on the web, Entra ID and
Microsoft Graph on this machine. MANIFEST is a manifest file, XML or unified JSON.
PANE_URL is the https address of the task pane of an add-in without one.

run starts the sandbox, runs the command so that it uses the sandbox instead of Microsoft,
and ends both. The exit code is that of the command.

check opens the add-in in every scenario in a browser and reports where it fails without
telling the user, waits forever, or breaks. COMMAND starts the add-in's server; without it,
the server has to run. Needs @playwright/test or playwright-core in your project. Exit code:
0 all passed, 1 a scenario failed, 2 the check could not run.

export saves the traffic of the running sandbox and its scenario as JSON, without tokens and
personal data. --scenario FILE replays it.

probe opens an add-in that records how Office behaves, in the sandbox or in real Office; --json
runs it in the sandbox and saves the answers. compare shows how the answers of a file differ
from the sandbox, or from another file. Exit code: 0 no difference, 1 differences, 2 error.

coverage lists how the sandbox supports office.js. --seen adds the answers of a real Office.

Options:
  --app NAME        ${applicationIds.join(', ')} (default: the add-in's first)
  --port NUMBER     First of three consecutive ports (default: 3001)
  --scenario ID     Scenario to start with, or a JSON file: a recording of export, or a scenario
                    (default: ok). With check: only this file
  --office-js PATH  File or https address of office.js (default: the installed @microsoft/office-js)
  --strict          Reject calls that the sandbox doesn't implement
  --open, --no-open Open the sandbox in a browser (default: with a manifest, in a terminal)
  --cert FILE       Certificate of the sandbox for localhost, with --key FILE
  --addin ORIGIN    Origin of an add-in without a manifest (default: that of PANE_URL, or https://localhost:3000)
  --pane PATH       Path of its task pane, instead of PANE_URL (default: /taskpane.html)
  --print-env       Print the settings for the add-in's server as KEY=value lines and exit
  -h, --help        Show this help

Options of check:
  --only NAME       Scenario or group, several times or separated by commas (default: all)
  --json FILE       Write the report as JSON
  --html FILE       Write the report as one HTML file, with pictures
  --click LABEL     Control that signs in, if check doesn't find it
  --wait SECONDS    Longest wait for the add-in to come to rest (default: 45)
  --max-token-calls NUMBER  Calls of getAccessToken that are allowed per scenario (default: 6)

Examples:
  office-addin-sandbox manifest.xml --app excel --scenario sso-13005
  office-addin-sandbox run manifest.xml -- node server.js
  office-addin-sandbox check manifest.xml --html report.html -- node server.js`;

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
  only: { type: 'string', multiple: true },
  json: { type: 'string' },
  html: { type: 'string' },
  click: { type: 'string' },
  wait: { type: 'string' },
  'max-token-calls': { type: 'string' },
} as const;

const CHECK_OPTIONS = ['only', 'json', 'html', 'click', 'wait', 'max-token-calls'] as const;
/** Options that `check` ignores, because it opens pages itself. */
const NOT_FOR_CHECK = ['open', 'no-open', 'addin', 'pane', 'print-env'] as const;

export interface CliOptions {
  readonly help: boolean;
  /** Paths of manifests; empty: `pane` is the add-in. */
  readonly manifests: readonly string[];
  /** Undefined: not the command `check`. */
  readonly check: CheckOptions | undefined;
  /** The command of `run` and `check`; undefined: only the sandbox runs. */
  readonly command: readonly string[] | undefined;
  readonly addin: string;
  /** Address of the task pane of an add-in without a manifest. */
  readonly pane: string;
  readonly port: number;
  /** Id, or the content of a file. */
  readonly scenario: string | ScenarioInput;
  /** Undefined: the add-in's first application. */
  readonly app: ApplicationId | undefined;
  readonly officeJs: string | undefined;
  readonly strict: boolean;
  /** Undefined: open it for a person, not for a program. */
  readonly open: boolean | undefined;
  readonly certificate: { readonly cert: string; readonly key: string } | undefined;
  readonly printEnv: boolean;
}

export interface CheckOptions {
  /** Scenarios and groups; empty: all. */
  readonly only: readonly string[];
  /** File of the only scenario. */
  readonly file: string | undefined;
  readonly json: string | undefined;
  readonly html: string | undefined;
  readonly click: string | undefined;
  /** Longest wait for the add-in to come to rest. */
  readonly limitMs: number | undefined;
  readonly maxTokenCalls: number | undefined;
}

const SEE_HELP = 'See office-addin-sandbox --help.';
const RUN_USAGE = 'Use: office-addin-sandbox run MANIFEST -- COMMAND.';
const CHECK_USAGE = 'Use: office-addin-sandbox check MANIFEST [-- COMMAND].';

/** Parses the command line. Throws a UserError that names the invalid argument and suggests a similar one. */
export function readCliOptions(given: readonly string[]): CliOptions {
  const { name, args, command } = splitCommand(given);
  const { values, positionals } = parse(args);
  const urls = positionals.filter((text) => /^[a-z][a-z\d+.-]+:\/\//iu.test(text));
  const manifests = positionals.filter((text) => !urls.includes(text));
  const [paneUrl, extra] = urls;
  if (extra !== undefined || (paneUrl !== undefined && manifests.length > 0)) {
    throw new UserError(`Unexpected argument ${JSON.stringify(extra ?? paneUrl)}. ${SEE_HELP}`);
  }
  const missing = manifests.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UserError(`There is no manifest ${missing}. ${SEE_HELP}`);
  const check = name === 'check' && !values.help ? checkOptions(values, positionals) : undefined;
  if (name !== 'check') refuse(values, CHECK_OPTIONS, 'is an option of check');
  if (name === 'run' && command && manifests.length === 0)
    throw new UserError(`run needs a manifest. ${RUN_USAGE}`);
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
    check,
    command,
    addin: origin,
    pane: pane?.href ?? paneOf(origin, values.pane ?? '/taskpane.html'),
    port: portOf(values.port ?? '3001'),
    scenario: scenarioOf(values.scenario ?? 'ok'),
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

/** Separates the command of `run` and `check`, which follows `--`. */
function splitCommand(args: readonly string[]): {
  name?: 'run' | 'check';
  args: readonly string[];
  command: readonly string[] | undefined;
} {
  const [name] = args;
  if (name !== 'run' && name !== 'check') return { args, command: undefined };
  const end = args.indexOf('--');
  const before = end < 0 ? args : args.slice(0, end);
  if (before.includes('--help') || before.includes('-h')) return { args: ['--help'], command: undefined };
  const command = end < 0 ? undefined : args.slice(end + 1);
  if (command?.length === 0 || (name === 'run' && !command)) {
    throw new UserError(`${name} needs a command after --. ${name === 'run' ? RUN_USAGE : CHECK_USAGE}`);
  }
  return { name, args: before.slice(1), command };
}

type Values = ReturnType<typeof parse>['values'];

function checkOptions(values: Values, positionals: readonly string[]): CheckOptions {
  if (positionals.length !== 1) throw new UserError(`check needs one manifest. ${CHECK_USAGE}`);
  refuse(values, NOT_FOR_CHECK, "isn't an option of check");
  const { scenario: file, only } = values;
  if (file !== undefined && !isFile(file)) {
    throw invalid('--scenario', file, 'check runs all scenarios. Use --only for one, or a JSON file.');
  }
  if (file !== undefined && only) throw new UserError('Use either --scenario or --only, not both.');
  const seconds = countOf('--wait', values.wait);
  return {
    file,
    only: (only ?? []).flatMap((names) => names.split(',')).filter((one) => one !== ''),
    json: values.json,
    html: values.html,
    click: values.click,
    limitMs: seconds === undefined ? undefined : seconds * 1000,
    maxTokenCalls: countOf('--max-token-calls', values['max-token-calls']),
  };
}

function countOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined || /^[1-9]\d{0,3}$/u.test(text))
    return text === undefined ? undefined : Number(text);
  throw invalid(name, text, 'Use a number from 1 to 9999.');
}

function refuse(values: Values, names: readonly (keyof Values)[], why: string): void {
  const given = names.find((name) => values[name] !== undefined);
  if (given !== undefined) throw new UserError(`--${given} ${why}. ${SEE_HELP}`);
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

const isFile = (scenario: string) => scenario.toLowerCase().endsWith('.json');

function scenarioOf(text: string): string | ScenarioInput {
  if (isFile(text)) return readScenarioFile(text);
  return oneOf(
    'scenario',
    text,
    scenarios.map(({ id }) => id),
    'To see all scenarios, start the sandbox without --scenario.',
  );
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
