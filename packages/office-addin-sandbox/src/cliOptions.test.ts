import { expect, it } from 'vitest';
import { readCliOptions } from './cliOptions.ts';

it('has defaults for everything', () => {
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

it('takes the origin of the add-in from the address of the pane', () => {
  expect(readCliOptions(['https://localhost:8443/pane.html?x=1'])).toMatchObject({
    addin: 'https://localhost:8443',
    pane: 'https://localhost:8443/pane.html?x=1',
  });
});

it('joins --addin and --pane', () => {
  expect(readCliOptions(['--addin', 'https://addin.example/', '--pane', '/a.html'])).toMatchObject({
    addin: 'https://addin.example',
    pane: 'https://addin.example/a.html',
  });
});

it.each([
  [['--scenari', 'ok'], 'Unknown option --scenari. Did you mean --scenario?'],
  [['--what'], 'Unknown option --what. See office-addin-sandbox --help.'],
  [['--scenario', 'obo-mfaa'], '--scenario does not know "obo-mfaa". Did you mean obo-mfa?'],
  [['--app', 'exel'], '--app does not know "exel". Did you mean excel?'],
  [['--app', 'onenote'], '--app does not know "onenote".'],
  [['--port', '65534'], '--port is "65534"'],
  [['--port', '1e3'], '--port is "1e3"'],
  [['--port'], '--port'],
  [['--open=yes'], '--open'],
  [['http://localhost:3000/'], 'PANE_URL is "http://localhost:3000/" and has to be an https address'],
  [['manifest.xml'], 'PANE_URL is "manifest.xml"'],
  [['--addin', 'https://localhost:3000/x'], 'has to be an origin without a path: https://localhost:3000'],
  [['--pane', 'taskpane.html'], 'has to be a path'],
  [['--pane', '//other.example/'], 'has to be a path'],
  [['https://localhost:1/', 'more'], 'Unexpected argument "more"'],
  [['https://localhost:1/', '--pane', '/x'], 'not both'],
])('refuses %j', (args, message) => {
  expect(() => readCliOptions(args)).toThrow(message);
});
