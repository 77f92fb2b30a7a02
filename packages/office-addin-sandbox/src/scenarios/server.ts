import type { ScenarioInput } from '../scenario.ts';
import { inGroup, type ScenarioRow } from './namedScenario.ts';

type ServerAnswers = NonNullable<ScenarioInput['server']>;

const RETRY = 'Shows a message with Try again; nothing is lost.';

/** Every request of the pane meets the same answer. */
function server(
  id: string,
  answer: ServerAnswers[number],
  code: string,
  texts: { readonly title: string; readonly source: string; readonly expected?: string },
): ScenarioRow {
  return { id, expected: RETRY, ...texts, code, recovers: false, scenario: { server: [answer] } };
}

/** The pane's way to its own server, and what that server says of itself. */
export const serverScenarios = inGroup('server', [
  {
    id: 'offline',
    title: 'The computer is offline',
    source: 'No network: every request of the pane fails.',
    expected: 'Says that there is no connection, with Try again.',
    code: 'network_unreachable',
    recovers: false,
    scenario: { network: 'offline' },
  },
  server('server-unreachable', 'reset', 'network_unreachable', {
    title: 'The server cannot be reached',
    source: 'The connection is refused although the computer is online.',
  }),
  server('server-hang', 'hang', 'network_timeout', {
    title: 'The server does not answer',
    source: 'The connection is open, no answer comes.',
    expected: 'Stops waiting after 25 seconds and shows a message with Try again.',
  }),
  server('server-captive-portal', 'html', 'answer_invalid', {
    title: 'A hotel network answers in place of the server',
    source: '200 with a web page instead of JSON.',
  }),
  server('server-no-token', 'no-token', 'token_missing', {
    title: 'A proxy removes the token',
    source: 'The request arrives without its Authorization header: 401.',
    expected: 'Says that the sign-in was not accepted; no loop.',
  }),
  server('server-request-refused', 'malformed', 'request_invalid', {
    title: 'The server does not understand the request',
    source: 'Something between pane and server changes the address: 400.',
    expected: 'Says that the add-in may be out of date; Try again.',
  }),
  server('server-defect', { code: 'internal_error' }, 'internal_error', {
    title: 'The server has a defect',
    source: '500 with the code internal_error.',
  }),
  server('server-shutting-down', { code: 'shutting_down', retryAfter: 2 }, 'shutting_down', {
    title: 'The server is being restarted',
    source: '503 while it finishes its last requests.',
  }),
  server('pane-defect', { code: 'unexpected' }, 'unexpected', {
    title: 'The pane meets an error that it does not expect',
    source: "Stands in for a defect of the pane: the server's answer has the pane's own code.",
  }),
  {
    id: 'preferences-unavailable',
    title: 'Settings cannot be read or saved',
    source: "The server's database does not answer: 503 for /api/preferences.",
    expected:
      'Shows the files with the default settings. Change a setting: it applies, and the settings say that it is not saved.',
    code: 'preferences_unavailable',
    recovers: true,
    scenario: { preferences: [{ code: 'preferences_unavailable' }] },
  },
  {
    id: 'preferences-changed',
    title: 'Settings were changed in another window',
    source: '412 for the first save: the record is newer than the one that the pane has read.',
    expected: 'Change a setting: it is read again and saved on top of the other change.',
    code: 'preferences_changed',
    recovers: true,
    scenario: { preferences: ['ok', { code: 'preferences_changed' }, 'ok'] },
  },
]);
