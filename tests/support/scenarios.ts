import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { scenarios as named, type NamedScenario, type ScenarioInput } from 'office-addin-sandbox';
import { ROOT } from 'office-addin-tools';
import { routes } from '../../src/contract/api.ts';
import { problemCodes, problemRow, type ProblemCode } from '../../src/contract/catalogue.ts';
import { explain } from '../../src/contract/explanations.ts';
import { listRoute } from '../../src/taskpane/features/files/filesState.ts';

/** The server's options, and the beginnings of their settings. A project may have removed some of them. */
const settings: Readonly<Record<string, RegExp>> = {
  redis: /^CACHE_/u,
  preferences: /^DATABASE_/u,
  telemetry: /^(?:OTEL|APPLICATIONINSIGHTS)_/u,
};

export const hasOption = (name: string) => existsSync(join(ROOT, 'src/server/options', name));

export const isOfRemovedOption = (setting: string) =>
  Object.entries(settings).some(([name, beginning]) => beginning.test(setting) && !hasOption(name));

/** A sandbox scenario with a code from the catalogue, which src/contract/contract.test.ts checks. */
export interface Scenario extends NamedScenario {
  readonly code: ProblemCode | null;
  /** For `Sandbox.scenario`. */
  readonly input: string | ScenarioInput;
}

/** Whether the pane lists files from OneDrive. A project may list something else. */
const listsDrive = listRoute === routes.files;

const isPlayable = ({ scenario, resource }: NamedScenario) =>
  (hasOption('preferences') || scenario.preferences === undefined) &&
  (listsDrive || resource !== '/me/drive');

/** The server's problems that no scenario of the sandbox has: every request of the pane gets them. */
const ownCodes = problemCodes.filter(
  (code) => problemRow(code).origin === 'server' && !named.some((scenario) => scenario.code === code),
);

/** The scenarios of the sandbox, and one for each problem that a project has added. */
export const scenarios: readonly Scenario[] = [
  ...named.filter(isPlayable).map((scenario) => ({ ...scenario, input: scenario.id }) as Scenario),
  ...ownCodes.map((code) => {
    const scenario: ScenarioInput = { server: [{ code }] };
    return {
      id: `server-${code}`,
      title: code,
      group: 'server' as const,
      source: 'The catalogue of the project.',
      expected: explain(code).title,
      code,
      recovers: false,
      scenario,
      input: scenario,
    };
  }),
];
