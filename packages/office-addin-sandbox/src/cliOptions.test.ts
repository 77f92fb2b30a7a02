import { expect, it } from 'vitest';
import { readCliOptions } from './cliOptions.ts';

it('returns the defaults without arguments', () => {
  expect(readCliOptions([])).toEqual({
    help: false,
    addin: 'https://localhost:3000',
    pane: 'https://localhost:3000/taskpane.html',
    port: 3001,
    scenario: 'ok',
    app: 'word',
    open: false,
    printEnv: false,
  });
});

it('derives the origin of the add-in from PANE_URL', () => {
  expect(readCliOptions(['https://localhost:8443/pane.html?x=1'])).toMatchObject({
    addin: 'https://localhost:8443',
    pane: 'https://localhost:8443/pane.html?x=1',
  });
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
  [['manifest.xml'], 'Invalid value "manifest.xml" for PANE_URL'],
  [['--addin', 'https://localhost:3000/x'], 'Use an origin without a path: https://localhost:3000'],
  [['--pane', 'taskpane.html'], 'Use a path'],
  [['--pane', '//other.example/'], 'Use a path'],
  [['https://localhost:1/', 'more'], 'Unexpected argument "more"'],
  [['https://localhost:1/', '--pane', '/x'], 'not both'],
])('rejects %j', (args, message) => {
  expect(() => readCliOptions(args)).toThrow(message);
});
