import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A directory object, as Graph returns it. */
export type DirectoryObject = Record<string, unknown> & { id: string };

export interface DirectoryState {
  readonly tenant: { readonly id: string; readonly displayName: string };
  readonly verifiedDomains: string[];
  readonly user: { readonly name: string };
  readonly applications: DirectoryObject[];
  readonly servicePrincipals: DirectoryObject[];
  readonly oauth2PermissionGrants: DirectoryObject[];
}

export const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
export const DRY_USER = 'ada@dry-azure.example';
/** A managed identity for federated credentials: object id and client id. */
export const DRY_IDENTITY = {
  id: '0d0d0d0d-0000-4000-8000-000000000001',
  appId: '0d0d0d0d-0000-4000-8000-000000000002',
};

/** Delegated permissions of Microsoft Graph's service principal. */
const permissions: Readonly<Record<string, string>> = {
  openid: '37f7f235-527c-4136-accd-4a02d197296e',
  profile: '14dad69e-099b-42c9-810b-d002981feec1',
  email: '64a6cdd6-aab1-4aaf-94b8-3cc8405e90d0',
  offline_access: '7427e0e9-2fba-42fe-b0c0-848c9e6a8182',
  'User.Read': 'e1fe6dd8-ba31-4d61-89e7-88639da4683d',
  'Files.Read': '10465720-29dd-4523-a11a-6a75c743c9d9',
  'Mail.Read': '570282fd-fa5c-430d-a7fd-fc8dc98a9dca',
  'Calendars.Read': '465a38f9-76ea-45b9-9f34-9e8b0d4b0b42',
};

/** A tenant, kept between runs in a JSON file. */
export class Directory {
  readonly state: DirectoryState;
  readonly file: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, 'azure.json');
    this.state = read(this.file) ?? emptyTenant();
    this.save();
  }

  /** Writes the file atomically: a run may be interrupted at any time. */
  save(): void {
    const temporary = `${this.file}.new`;
    writeFileSync(temporary, `${JSON.stringify(this.state, null, 2)}\n`);
    renameSync(temporary, this.file);
  }
}

function read(file: string): DirectoryState | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as DirectoryState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`Can't read the tenant of the dry run in ${file}. Delete the file to start over.`, {
      cause: error,
    });
  }
}

function emptyTenant(): DirectoryState {
  return {
    tenant: { id: randomUUID(), displayName: 'Dry Azure' },
    verifiedDomains: ['dry-azure.example', 'contoso.com'],
    user: { name: DRY_USER },
    applications: [],
    servicePrincipals: [
      {
        id: randomUUID(),
        appId: GRAPH_APP_ID,
        displayName: 'Microsoft Graph',
        servicePrincipalType: 'Application',
        oauth2PermissionScopes: Object.entries(permissions).map(([value, id]) => ({
          id,
          value,
          type: 'User',
        })),
      },
      { ...DRY_IDENTITY, displayName: 'add-in identity', servicePrincipalType: 'ManagedIdentity' },
    ],
    oauth2PermissionGrants: [],
  };
}
