import { dialogScenarios } from './dialog.ts';
import { driveScenarios } from './drives.ts';
import { documentScenarios } from './document.ts';
import { getAccessTokenScenarios } from './getAccessToken.ts';
import { graphScenarios } from './graph.ts';
import { inGroup, type NamedScenario } from './namedScenario.ts';
import { nestedScenarios } from './nested.ts';
import { onBehalfOfScenarios } from './onBehalfOf.ts';
import { otherScenarios } from './other.ts';
import { serverScenarios } from './server.ts';
import { tokenScenarios } from './token.ts';

const defaultScenario = inGroup('other', [
  {
    id: 'ok',
    title: 'Everything works',
    source: 'Adele is signed in to Office; Office, Entra ID and Graph return no errors.',
    expected: 'Shows her name and her files, without a second sign-in.',
    code: null,
    recovers: true,
    scenario: {},
  },
]);

/** All named scenarios, in the order of the panel. The sandbox starts with the first. */
export const scenarios: readonly NamedScenario[] = [
  ...defaultScenario,
  ...getAccessTokenScenarios,
  ...tokenScenarios,
  ...onBehalfOfScenarios,
  ...graphScenarios,
  ...driveScenarios,
  ...dialogScenarios,
  ...nestedScenarios,
  ...serverScenarios,
  ...documentScenarios,
  ...otherScenarios,
];
