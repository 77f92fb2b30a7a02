import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startTestSandbox } from '../testing/testSandbox.ts';
import { SandboxState } from '../state.ts';
import { exportCommand } from './exportCommand.ts';
import { readScenarioFile, recordSession, scenarioOf } from './recording.ts';

const folder = mkdtempSync(join(tmpdir(), 'recording-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('keeps scenario and traffic, without tokens, personal data and texts of the document', () => {
  const state = new SandboxState();
  state.setScenario({ getAccessToken: [13005], profile: { displayName: 'Zoe Real', jobTitle: 'Pilot' } });
  state.log.add('getAccessToken', {
    options: { authChallenge: 'eyJhbGciOiJub25lIn0.eyJhIjoxfQ.' },
    answer: 13005,
  });
  state.log.add('document', { app: 'word', written: [{ kind: 'paragraph', text: 'Salary of Zoe' }] });
  const recording = recordSession(state);
  expect(recording).toMatchObject({
    scenarioId: null,
    scenario: { getAccessToken: [13005], profile: { displayName: '<masked>', jobTitle: 'Pilot' } },
    traffic: [{ options: { authChallenge: '<token>' } }, { written: [{ kind: 'paragraph' }] }],
  });
  expect(JSON.stringify(recording)).not.toMatch(/eyJ|Zoe/u);
  expect(recording.scenario).not.toHaveProperty('obo');
});

it('replays the answers of each call, in detail where the scenario has it', () => {
  const state = new SandboxState();
  const challenge = { aadsts: 50076, suberror: 'basic_action' };
  state.setScenario({ obo: [challenge, 'ok'] }, 'obo-mfa');
  for (const answer of ['prompt', 13013, 'ok']) state.log.add('getAccessToken', { options: {}, answer });
  for (const answer of [50076, 'ok', 500]) state.log.add('obo', { answer });
  state.log.add('graph', { path: '/v1.0/me', answer: 'ok' });
  for (const answer of [503, 'ok']) state.log.add('graph', { path: '/v1.0/me/drive', answer });
  expect(scenarioOf(recordSession(state))).toEqual({
    obo: [challenge, 'ok', { status: 500 }],
    getAccessToken: [13013, 'ok'],
    graphResources: [{ path: '/me/drive', answers: [503, 'ok'] }],
  });
});

it('exports from a running sandbox, and reads the file', async () => {
  const sandbox = await startTestSandbox();
  sandbox.state.setScenario({ getAccessToken: [13005] }, 'sso-13005');
  sandbox.state.log.add('getAccessToken', { options: {}, answer: 13005 });
  const file = join(folder, 'bug.json');
  const { port } = new URL(sandbox.origins.office);
  expect(await exportCommand([file, '--port', port])).toContain(`--scenario ${file}`);
  expect(readScenarioFile(file)).toEqual({ getAccessToken: [13005] });
  await expect(exportCommand([folder, '--port', port])).rejects.toThrow(`Can't write ${folder}`);
  await sandbox.close();
  await expect(exportCommand([file, '--port', port])).rejects.toThrow('No sandbox responds');
  await expect(exportCommand(['--port'])).rejects.toThrow('Use: office-addin-sandbox export FILE');
});

it.each([
  ['{', 'JSON'],
  ['{"obo": ["wrong"]}', 'scenario.obo'],
  ['{"format": "office-addin-sandbox recording", "version": 2}', "isn't a recording"],
  ['{"oboo": []}', 'oboo'],
])('names what is wrong in the file %j', (text, message) => {
  const file = join(folder, 'wrong.json');
  writeFileSync(file, text);
  expect(() => readScenarioFile(file)).toThrow(message);
});

it('reads a plain scenario', () => {
  const file = join(folder, 'scenario.json');
  writeFileSync(file, '{"popups": "block"}');
  expect(readScenarioFile(file)).toEqual({ popups: 'block' });
});
