/** Who exists in the sandbox. Invented people; the ids never change, so that records keyed by them can be looked up. */

export type PersonId = 'adele' | 'megan' | 'alex' | 'lee' | 'pat' | 'noor';

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

export interface Person {
  readonly id: PersonId;
  /** Object id in its tenant; with the tenant id the identity. */
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
  /** A user of another organization, invited into this tenant: the profile is readable, the drive is not. */
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
/** The one tenant id of all personal Microsoft accounts (Microsoft identity platform, ID token claims, `tid`). */
const consumers: Tenant = {
  id: '9188040d-6c67-4c5b-b112-36a304b66dad',
  name: 'Personal accounts',
  domain: 'outlook.example',
};

export const tenants: readonly Tenant[] = [contoso, fabrikam, consumers];
export const CONSUMER_TENANT_ID = consumers.id;
/** Where the add-in is registered. */
export const HOME_TENANT_ID = contoso.id;

export const people: Readonly<Record<PersonId, Person>> = {
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
    // Personal accounts have object ids that begin with zeros (the account's 64-bit number, padded).
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

/** Who this is in a few words, for the choice of a person. */
export function describePerson({ tenant, administrator, hasDrive, guest }: Person): string {
  if (guest) return 'guest';
  if (tenant === consumers) return 'personal account';
  if (tenant === fabrikam) return 'other organization';
  if (administrator) return 'administrator';
  return hasDrive ? 'work account' : 'work account, no OneDrive';
}

export const everyone: readonly Person[] = Object.values(people);

export function isPersonId(value: unknown): value is PersonId {
  return typeof value === 'string' && Object.hasOwn(people, value);
}

/** @returns the person with this identity, or undefined. */
export function personByIdentity(oid: unknown, tid: unknown): Person | undefined {
  return everyone.find((person) => person.oid === oid && person.tenant.id === tid);
}

/** `common`, `organizations`, `consumers` or a tenant id: may this person sign in there? */
export function belongsTo(person: Person, tenantSegment: string): boolean {
  switch (tenantSegment.toLowerCase()) {
    case 'common':
      return true;
    case 'organizations':
      return person.tenant !== consumers;
    case 'consumers':
      return person.tenant === consumers;
    default:
      return (
        person.tenant.id === tenantSegment.toLowerCase() ||
        person.tenant.domain === tenantSegment.toLowerCase()
      );
  }
}

/** Does an authority of this name exist at all? */
export function isTenantSegment(segment: string): boolean {
  const name = segment.toLowerCase();
  if (['common', 'organizations', 'consumers'].includes(name)) return true;
  return tenants.some(({ id, domain }) => id === name || domain === name);
}

/** The id of one tenant, or null for the authorities that serve several. */
export function tenantIdOf(segment: string): string | null {
  const name = segment.toLowerCase();
  if (name === 'consumers') return consumers.id;
  return tenants.find(({ id, domain }) => id === name || domain === name)?.id ?? null;
}
