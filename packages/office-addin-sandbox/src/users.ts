/** The fictional users of the sandbox. Their ids never change, so stored records stay valid. */

export type UserId = 'adele' | 'megan' | 'alex' | 'lee' | 'pat' | 'noor';

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface User {
  readonly id: UserId;
  /** Object id. Together with the tenant id it identifies the user. */
  readonly oid: string;
  readonly tenant: Tenant;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  /** Mail address and user principal name. */
  readonly mail: string;
  readonly jobTitle: string | null;
  readonly officeLocation: string | null;
  readonly administrator: boolean;
  readonly hasDrive: boolean;
  readonly hasPhoto: boolean;
  /** Invited from another organization: has a readable profile but no drive. */
  readonly guest?: true;
}

const contoso: Tenant = {
  id: 'c0a70500-0000-4000-8000-00000000c001',
  name: 'Contoso',
  domain: 'contoso.example',
};
const fabrikam: Tenant = {
  id: 'fab21ca0-0000-4000-8000-00000000fab1',
  name: 'Fabrikam',
  domain: 'fabrikam.example',
};
/** Tenant of all personal Microsoft accounts (Microsoft identity platform, ID token claims, `tid`). */
const consumers: Tenant = {
  id: '9188040d-6c67-4c5b-b112-36a304b66dad',
  name: 'Personal accounts',
  domain: 'outlook.example',
};

export const tenants: readonly Tenant[] = [contoso, fabrikam, consumers];
export const CONSUMER_TENANT_ID = consumers.id;
/** The tenant of the app registration. */
export const HOME_TENANT_ID = contoso.id;

export const users: Readonly<Record<UserId, User>> = {
  adele: {
    id: 'adele',
    oid: 'ade1e000-0000-4000-8000-000000000001',
    tenant: contoso,
    displayName: 'Adele Vance',
    givenName: 'Adele',
    surname: 'Vance',
    mail: 'adele.vance@contoso.example',
    jobTitle: 'Project lead',
    officeLocation: '2/214',
    administrator: false,
    hasDrive: true,
    hasPhoto: true,
  },
  megan: {
    id: 'megan',
    oid: '3e9a0000-0000-4000-8000-000000000002',
    tenant: contoso,
    displayName: 'Megan Bowen',
    givenName: 'Megan',
    surname: 'Bowen',
    mail: 'megan.bowen@contoso.example',
    jobTitle: 'Field engineer',
    officeLocation: null,
    administrator: false,
    hasDrive: false,
    hasPhoto: false,
  },
  alex: {
    id: 'alex',
    oid: 'a1e80000-0000-4000-8000-000000000003',
    tenant: contoso,
    displayName: 'Alex Wilber',
    givenName: 'Alex',
    surname: 'Wilber',
    mail: 'alex.wilber@contoso.example',
    jobTitle: 'Administrator',
    officeLocation: '1/001',
    administrator: true,
    hasDrive: true,
    hasPhoto: false,
  },
  lee: {
    id: 'lee',
    oid: '1ee00000-0000-4000-8000-000000000004',
    tenant: fabrikam,
    displayName: 'Lee Gu',
    givenName: 'Lee',
    surname: 'Gu',
    mail: 'lee.gu@fabrikam.example',
    jobTitle: 'Director',
    officeLocation: '7/1',
    administrator: false,
    hasDrive: true,
    hasPhoto: false,
  },
  pat: {
    id: 'pat',
    // Object ids of personal accounts are the account's 64-bit number, padded with zeros.
    oid: '00000000-0000-0000-7a70-000000000005',
    tenant: consumers,
    displayName: 'Pat Lee',
    givenName: 'Pat',
    surname: 'Lee',
    mail: 'pat.lee@outlook.example',
    jobTitle: null,
    officeLocation: null,
    administrator: false,
    hasDrive: true,
    hasPhoto: false,
  },
  noor: {
    id: 'noor',
    oid: '400e0000-0000-4000-8000-000000000006',
    tenant: contoso,
    displayName: 'Noor Haddad',
    givenName: 'Noor',
    surname: 'Haddad',
    mail: 'noor.haddad@fabrikam.example',
    jobTitle: null,
    officeLocation: null,
    administrator: false,
    hasDrive: false,
    hasPhoto: false,
    guest: true,
  },
};

/** Returns the kind of account, for the list of users. */
export function describeUser({ tenant, administrator, hasDrive, guest }: User): string {
  if (guest) return 'guest';
  if (tenant === consumers) return 'personal account';
  if (tenant === fabrikam) return 'different organization';
  if (administrator) return 'administrator';
  return hasDrive ? 'work account' : 'work account, no OneDrive';
}

export const allUsers: readonly User[] = Object.values(users);

export function isUserId(value: unknown): value is UserId {
  return typeof value === 'string' && Object.hasOwn(users, value);
}

export function userByIdentity(oid: unknown, tid: unknown): User | undefined {
  return allUsers.find((user) => user.oid === oid && user.tenant.id === tid);
}

/**
 * Returns whether the user can sign in at this authority.
 * @param tenantSegment `common`, `organizations`, `consumers`, a tenant id or a domain
 */
export function belongsTo(user: User, tenantSegment: string): boolean {
  switch (tenantSegment.toLowerCase()) {
    case 'common':
      return true;
    case 'organizations':
      return user.tenant !== consumers;
    case 'consumers':
      return user.tenant === consumers;
    default:
      return (
        user.tenant.id === tenantSegment.toLowerCase() || user.tenant.domain === tenantSegment.toLowerCase()
      );
  }
}

export function isTenantSegment(segment: string): boolean {
  const name = segment.toLowerCase();
  if (['common', 'organizations', 'consumers'].includes(name)) return true;
  return tenants.some(({ id, domain }) => id === name || domain === name);
}

/** Returns the tenant's id, or null for an authority that serves several tenants. */
export function tenantIdOf(segment: string): string | null {
  const name = segment.toLowerCase();
  if (name === 'consumers') return consumers.id;
  return tenants.find(({ id, domain }) => id === name || domain === name)?.id ?? null;
}
