import { join } from 'node:path';
import { UserError } from '../userError.ts';
import { ID_PLACEHOLDER } from '../manifest/manifestFacts.ts';
import { fileChanges } from './fileChanges.ts';
import type { GraphClient } from './graphClient.ts';
import type { Options } from './options.ts';
import { writeFileAtomically } from './writeFileAtomically.ts';
import type { Project } from './project.ts';
import { readTexts } from './projectTexts.ts';
import { applicationByClientId } from './readRegistration.ts';
import { knowsUniqueNames, registrationByName } from './registrations.ts';

export interface Removal {
  readonly project: Project;
  readonly options: Options;
  readonly graph: GraphClient;
  readonly print: (sentence: string) => void;
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
}

/** Deletes the registration that configure-sso made, and takes its values out of the files. @throws UserError */
export async function removeRegistration(removal: Removal): Promise<undefined> {
  const { project, options, graph, print, ask } = removal;
  const { clientId, uniqueName, graphEndpoint } = project;
  const found =
    clientId === undefined
      ? await registrationByName(graph, uniqueName, knowsUniqueNames(graphEndpoint))
      : await applicationByClientId(graph, clientId);
  if (!found) print('There is no such registration (any more).');
  else {
    const { displayName, appId, tags } = found;
    if (!tags.some((tag) => tag.startsWith('configure-sso:'))) {
      throw new UserError(
        `The registration "${displayName}" (${appId}) was not made by configure-sso, so it is not deleted. Delete it ` +
          'by hand in the Entra admin center, and write CLIENT_ID={CLIENT_ID} into .ENV.',
      );
    }
    print(
      `\n  delete  the registration "${displayName}" (client id ${appId}), its service principal and credentials`,
    );
    if (options.files)
      print('  write   .ENV, .ENV.local and the manifests: placeholders, as in a fresh clone\n');
    if (options.dryRun) {
      print('Nothing was changed (--dry-run).');
      return undefined;
    }
    if (!options.yes) {
      if (!ask) throw new UserError('--remove deletes a registration: without a terminal it needs --yes.');
      if (!(await ask('Delete it? The add-in stops for everybody who uses it.'))) {
        print('Nothing was changed.');
        return undefined;
      }
    }
    await graph.send({
      method: 'DELETE',
      path: `/applications/${found.id}`,
      doing: 'delete the registration',
      allow: [404],
    });
    print(
      'Deleted. For thirty days it can be restored: Entra admin center, App registrations, Deleted applications.',
    );
  }
  if (options.files && !options.dryRun) cleanFiles(removal);
  return undefined;
}

function cleanFiles({ project, print }: Removal): void {
  const { folder, authority, origin, scopes } = project;
  const changes = fileChanges(
    readTexts(folder),
    {
      CLIENT_ID: '{CLIENT_ID}',
      CLIENT_SECRET: null,
      CLIENT_CERTIFICATE_PATH: null,
      ...(/^[0-9a-f-]{36}$/u.test(authority.tenant) ? { AUTHORITY: `${authority.origin}/common` } : {}),
    },
    { origin, clientId: ID_PLACEHOLDER, scopes },
  );
  for (const { file, text, what } of changes) {
    writeFileAtomically(join(folder, file), text, file === '.ENV.local' ? 0o600 : undefined);
    print(`Written: ${file} (${what})`);
  }
}
