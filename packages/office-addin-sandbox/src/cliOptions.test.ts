import { expect, it } from 'vitest';
import { readCliOptions } from './cliOptions.ts';

/** Any existing file: the options don't read it. */
const MANIFEST = import.meta.filename;

it('returns the defaults without arguments', () => {
  expect(readCliOptions([])).toEqual({
    help: false,
    manifests: [],
    check: undefined,
    command: undefined,
    addin: 'https://localhost:3000',
    pane: 'https://localhost:3000/taskpane.html',
    port: 3001,
    scenario: 'ok',
    app: undefined,
    officeJs: undefined,
    strict: false,
    open: undefined,
    certificate: undefined,
    printEnv: false,
  });
});

it('derives the origin of the add-in from PANE_URL', () => {
  expect(readCliOptions(['https://localhost:8443/pane.html?x=1'])).toMatchObject({
    addin: 'https://localhost:8443',
    pane: 'https://localhost:8443/pane.html?x=1',
  });
});

it('accepts several manifests', () => {
  expect(readCliOptions([MANIFEST, MANIFEST, '--strict', '--no-open'])).toMatchObject({
    manifests: [MANIFEST, MANIFEST],
    strict: true,
    open: false,
  });
});

it('separates the command of run from the options', () => {
  expect(
    readCliOptions(['run', MANIFEST, '--app', 'excel', '--', 'npm', 'start', '--app', 'x']),
  ).toMatchObject({
    manifests: [MANIFEST],
    app: 'excel',
    command: ['npm', 'start', '--app', 'x'],
  });
});

it('reads the options of check, with and without a command', () => {
  const args = ['check', MANIFEST, '--only', 'graph,sso-13005', '--only', 'ok', '--json', 'a.json'];
  expect(readCliOptions(args)).toMatchObject({
    manifests: [MANIFEST],
    command: undefined,
    check: { only: ['graph', 'sso-13005', 'ok'], json: 'a.json', html: undefined },
  });
  expect(
    readCliOptions([...args, '--max-token-calls', '3', '--wait', '9', '--', 'npm', 'start']),
  ).toMatchObject({
    command: ['npm', 'start'],
    check: { maxTokenCalls: 3, limitMs: 9000 },
  });
  expect(readCliOptions(['check', '--help'])).toMatchObject({ help: true, check: undefined });
});

it('combines --addin and --pane', () => {
  expect(readCliOptions(['--addin', 'https://addin.example/', '--pane', '/a.html'])).toMatchObject({
    addin: 'https://addin.example',
    pane: 'https://addin.example/a.html',
  });
});

it.each([
  [['--scenari', 'ok'], 'Unknown option --scenari. Did you mean --scenario?'],
  [['--what'], 'Unknown option --what. See office-addin-sandbox --help.'],
  [['--scenario', 'obo-mfaa'], 'Invalid value "obo-mfaa" for --scenario. Did you mean obo-mfa?'],
  [
    ['--scenario', 'nothing-like-it'],
    'Invalid value "nothing-like-it" for --scenario. To see all scenarios, start the sandbox without --scenario.',
  ],
  [['--app', 'exel'], 'Invalid value "exel" for --app. Did you mean excel?'],
  [['--app', 'onenote'], 'Invalid value "onenote" for --app. Use one of: word, excel, powerpoint, outlook.'],
  [['--port', '65534'], 'Invalid value "65534" for --port'],
  [['--port', '1e3'], 'Invalid value "1e3" for --port'],
  [['--port'], '--port'],
  [['--open=yes'], '--open'],
  [['http://localhost:3000/'], 'Invalid value "http://localhost:3000/" for PANE_URL. Use an https address'],
  [['no-manifest.xml'], 'There is no manifest no-manifest.xml'],
  [['https://localhost:1/', MANIFEST], 'Unexpected argument "https://localhost:1/"'],
  [[MANIFEST, '--addin', 'https://localhost:1'], 'Remove --addin'],
  [['--open', '--no-open'], 'not both'],
  [['--cert', MANIFEST], 'Use --cert and --key together'],
  [['--cert', MANIFEST, '--key', 'no-key.pem'], 'There is no file no-key.pem'],
  [['run', MANIFEST], 'run needs a command after --'],
  [['run', '--', 'node'], 'run needs a manifest'],
  [['check'], 'check needs one manifest'],
  [['check', MANIFEST, MANIFEST], 'check needs one manifest'],
  [['check', MANIFEST, '--'], 'check needs a command after --'],
  [['check', MANIFEST, '--scenario', 'ok'], 'check runs all scenarios. Use --only for one'],
  [['--scenario', 'no-recording.json'], 'no-recording.json: ENOENT'],
  [['check', MANIFEST, '--max-token-calls', '0'], 'Use a number from 1 to 9999'],
  [[MANIFEST, '--only', 'graph'], '--only is an option of check'],
  [['--addin', 'https://localhost:3000/x'], 'Use an origin without a path: https://localhost:3000'],
  [['--pane', 'taskpane.html'], 'Use a path'],
  [['--pane', '//other.example/'], 'Use a path'],
  [['https://localhost:1/', 'https://localhost:2/'], 'Unexpected argument "https://localhost:2/"'],
  [['https://localhost:1/', '--pane', '/x'], 'not both'],
])('rejects %j', (args, message) => {
  expect(() => readCliOptions(args)).toThrow(message);
});
