import type { User } from '../users.ts';

/** Returns the body of `GET /me`: Graph's default properties, or those of `$select`. @param override the scenario's `profile` */
export function profile(
  user: User,
  override: Readonly<Record<string, unknown>>,
  select: string | undefined,
): Record<string, unknown> {
  const all: Record<string, unknown> = {
    businessPhones: [],
    displayName: user.displayName,
    givenName: user.givenName,
    jobTitle: user.jobTitle,
    mail: user.mail,
    mobilePhone: null,
    officeLocation: user.officeLocation,
    preferredLanguage: null,
    surname: user.surname,
    userPrincipalName: user.mail,
    id: user.oid,
    ...override,
  };
  return select === undefined ? all : selected(all, select);
}

/** Applies `$select`: case-insensitive, ignores unknown members. */
export function selected(all: Readonly<Record<string, unknown>>, select: string): Record<string, unknown> {
  const wanted = new Set(select.split(',').map((name) => name.trim().toLowerCase()));
  return Object.fromEntries(Object.entries(all).filter(([name]) => wanted.has(name.toLowerCase())));
}
