// @module-tag full
import { afterEach, expect, it } from 'vitest';
import type { Answers } from './answers.ts';
import { CreatedProject, everything, nothing, traces } from './testing/createdProject.ts';
import { applications, options } from './template/parts.ts';

/** Created projects pass the checks of `npm test`. createdProject.test.ts builds the smallest. */

let project: CreatedProject;
afterEach(() => project.remove());

const OF_THE_VARIANT = [
  'src/taskpane/documents',
  'src/taskpane/app',
  'src/server/server.test.ts',
  'src/taskpane/strings/languages.test.ts',
];

it.each<[string, Answers, folder: string]>([
  ['everything, from a path with spaces', everything, 'my add-in'],
  ['no options', { ...everything, options: [] }, 'plain'],
  ...applications.map((application): [string, Answers, string] => [
    `${application} alone, with a name in another script`,
    {
      ...nothing,
      name: '納品書ファイル',
      applications: [application],
      options: options.filter((name) => name !== 'infra'),
    },
    application,
  ]),
])(
  '%s: passes the lint, the compiler and the unit tests of what differs',
  async (_what, answers, folder) => {
    project = await new CreatedProject(folder).generate(answers);
    expect(traces(project, answers)).toEqual([]);
    project.linkPackages();
    await project.typecheck();
    await project.lint();
    await project.unitTests(...OF_THE_VARIANT);
    if (answers === everything) await project.build();
  },
  400_000,
);

it(
  'everything in English, the default: passes all unit tests, and browser tests',
  { timeout: 900_000 },
  async () => {
    project = (await new CreatedProject().generate({ ...everything, languages: ['en'] })).linkPackages();
    await project.unitTests();
    await project.build();
    await project.browserTests(3600, 'tests/pane', 'tests/mainJob.spec.ts');
  },
);

it('the smallest project: passes browser tests', { timeout: 600_000 }, async () => {
  project = (await new CreatedProject().generate(nothing)).linkPackages();
  await project.build();
  await project.browserTests(3700, 'tests/pane', 'tests/mainJob.spec.ts');
});
