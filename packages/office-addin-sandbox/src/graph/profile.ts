import type { Person } from '../people.ts';

/** `GET /me`: the properties that Graph gives without `$select`. @param override the scenario's `profile`. */
export function profile(
  person: Person,
  override: Readonly<Record<string, unknown>>,
  select: string | undefined,
): Record<string, unknown> {
  const all: Record<string, unknown> = {
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: person.officeLocation,
    preferredLanguage: null,
    surname: person.surname,
    userPrincipalName: person.mail,
    id: person.oid,
    ...override,
  };
  return select === undefined ? all : selected(all, select);
}

/** `$select`: these members and no others, in any letter case; unknown ones are left out. */
export function selected(all: Readonly<Record<string, unknown>>, select: string): Record<string, unknown> {
  const wanted = new Set(select.split(',').map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name.toLowerCase())));
}
