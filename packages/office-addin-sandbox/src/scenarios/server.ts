import type { ScenarioInput } from '../scenario.ts';
import { inGroup, type ScenarioRow } from './namedScenario.ts';

type ServerAnswers = NonNullable<ScenarioInput['server']>;

const RETRY = 'Shows a message with Try again; nothing is lost.';

/** Every request of the pane gets the same answer. */
function server(
  id: string,
  answer: ServerAnswers[number],
  code: string,
  texts: { readonly title: string; readonly source: string; readonly expected?: string },
): ScenarioRow {
  return { id, expected: RETRY, ...texts, code, recovers: false, scenario: { server: [answer] } };
}

/** The connection between the pane and the add-in's server, and errors of that server. */
export const serverScenarios = inGroup('server', [
  {
    id: 'offline',
    title: 'The computer is offline',
    source: 'No network: every request of the pane fails.',
    expected: 'Shows that there is no connection, with Try again.',
    code: 'network_unreachable',
    recovers: false,
    scenario: { network: 'offline' },
  },
  server('server-unreachable', 'reset', 'network_unreachable', {
    title: "The server can't be reached",
    source: 'The connection is reset although the computer is online.',
  }),
  server('server-hang', 'hang', 'network_timeout', {
    title: 'The server never responds',
    source: 'The connection stays open without a response.',
    expected: 'Stops waiting after 25 seconds and shows a message with Try again.',
  }),
  server('server-captive-portal', 'html', 'answer_invalid', {
    title: 'A captive portal answers instead of the server',
    source: '200 with a web page instead of JSON.',
  }),
  server('server-no-token', 'no-token', 'token_missing', {
    title: 'A proxy removes the token',
    source: 'The request arrives without its Authorization header: 401.',
    expected: "Shows that the sign-in wasn't accepted; no loop.",
  }),
  server('server-request-refused', 'malformed', 'request_invalid', {
    title: "The server can't read the request",
    source: 'Something between the pane and the server changes the address: 400.',
    expected: 'Shows that the add-in may be out of date, with Try again.',
  }),
  server('server-defect', { code: 'internal_error' }, 'internal_error', {
    title: 'The server has a bug',
    source: '500 with the code internal_error.',
  }),
  server('server-shutting-down', { code: 'shutting_down', retryAfter: 2 }, 'shutting_down', {
    title: 'The server is restarting',
    source: '503 while it finishes open requests.',
  }),
  server('pane-defect', { code: 'unexpected' }, 'unexpected', {
    title: 'The pane has a bug',
    source: "Simulated: the server responds with the pane's own code for unexpected errors.",
  }),
  {
    id: 'preferences-unavailable',
    title: "Settings can't be read or saved",
    source: "The server's database doesn't respond: 503 for /api/preferences.",
    expected:
      "Shows the files with the default settings. Change a setting: it applies, and the settings show that it isn't saved.",
    code: 'preferences_unavailable',
    recovers: true,
    scenario: { preferences: [{ code: 'preferences_unavailable' }] },
  },
  {
    id: 'preferences-changed',
    title: 'Settings were changed in another window',
    source: '412 for the first save: the stored record is newer than the one the pane read.',
    expected: 'Change a setting: reads the settings again and saves the change on top of the other one.',
    code: 'preferences_changed',
    recovers: true,
    scenario: { preferences: ['ok', { code: 'preferences_changed' }, 'ok'] },
  },
]);
