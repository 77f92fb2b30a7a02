import { join } from 'node:path';
import { UserError } from '../userError.ts';
import { ID_PLACEHOLDER } from '../manifest/manifestFacts.ts';
import type { Application } from './application.ts';
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

/** Deletes a registration created by configure-sso, and removes its values from the files. @throws UserError */
export async function removeRegistration(removal: Removal): Promise<undefined> {
  const { project, options, graph, print, ask } = removal;
  const { clientId, uniqueName, graphEndpoint } = project;
  const found =
    clientId === undefined
      ? await registrationByName(graph, uniqueName, knowsUniqueNames(graphEndpoint))
      : await applicationByClientId(graph, clientId);
  if (!found) print('The registration does not exist.');
  else {
    const { displayName, appId, tags } = found;
    const pane = await paneRegistration(removal);
    if (!tags.some((tag) => tag.startsWith('configure-sso:'))) {
      throw new UserError(
        `The registration "${displayName}" (${appId}) was not created by configure-sso, so it is not deleted. Delete it ` +
          'in the Entra admin center, and set CLIENT_ID={CLIENT_ID} in .ENV.',
      );
    }
    print(
      `\n  delete  the registration "${displayName}" (client id ${appId}), its service principal and credentials`,
    );
    if (pane) print(`  delete  the pane's registration "${pane.displayName}" (client id ${pane.appId})`);
    if (options.files)
      print('  write   .ENV, .ENV.local and the manifests: placeholders, as in a fresh clone\n');
    if (options.dryRun) {
      print('Nothing was changed (--dry-run).');
      return undefined;
    }
    if (!options.yes) {
      if (!ask) throw new UserError('--remove deletes a registration. Without a terminal, it needs --yes.');
      if (!(await ask('Delete it? The add-in stops working for all users.'))) {
        print('Nothing was changed.');
        return undefined;
      }
    }
    for (const { id } of pane ? [found, pane] : [found]) {
      await graph.send({
        method: 'DELETE',
        path: `/applications/${id}`,
        action: 'delete the registration',
        allow: [404],
      });
    }
    print(
      'Deleted. You can restore it for 30 days: Entra admin center, App registrations, Deleted applications.',
    );
  }
  if (options.files && !options.dryRun) cleanFiles(removal);
  return undefined;
}

/** Returns the pane's own registration if configure-sso has created it. */
async function paneRegistration({ project, graph }: Removal): Promise<Application | undefined> {
  const { paneClientId } = project;
  const found = paneClientId === undefined ? undefined : await applicationByClientId(graph, paneClientId);
  return found?.tags.some((tag) => tag.startsWith('configure-sso:')) ? found : undefined;
}

function cleanFiles({ project, print }: Removal): void {
  const { folder, authority, origin, scopes } = project;
  const changes = fileChanges(
    readTexts(folder),
    {
      CLIENT_ID: '{CLIENT_ID}',
      PANE_CLIENT_ID: null,
      CLIENT_SECRET: null,
      CLIENT_CERTIFICATE_PATH: null,
      ...(/^[0-9a-f-]{36}$/u.test(authority.tenant) ? { AUTHORITY: `${authority.origin}/common` } : {}),
    },
    { origin, clientId: ID_PLACEHOLDER, scopes },
  );
  for (const { file, text, what } of changes) {
    writeFileAtomically(join(folder, file), text, file === '.ENV.local' ? 0o600 : undefined);
    print(`Wrote ${file} (${what})`);
  }
}
