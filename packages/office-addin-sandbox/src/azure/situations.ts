/** What shall be different, or go wrong, in the dry Azure. */
export const situations = {
  administrator: 'The account is Global Administrator.',
  'az-old': 'The Azure CLI is too old.',
  'signed-out': 'az is not signed in.',
  expired: 'The sign-in of az has expired.',
  'no-subscription': 'The account has no subscription, and az was not told that this is fine.',
  'other-cloud': 'az is signed in to another cloud.',
  denied: 'The account may read, and change nothing.',
  throttled: 'Graph answers 429 to the first try of every change.',
  busy: 'Graph answers 503 to the first two requests.',
  late: 'What was just made is unknown for two more requests.',
  'uri-policy': 'A policy of the tenant forbids Application ID URIs like ours.',
  'secret-policy': 'A policy of the tenant forbids secrets.',
} as const;

export type Situation = keyof typeof situations | `dies-${'before' | 'after'}-${number}`;

export function isSituation(text: string): text is Situation {
  return Object.hasOwn(situations, text) || /^dies-(?:before|after)-\d+$/u.test(text);
}

/** The connection is lost at the n-th Graph request: before it arrives, or after it was carried out. */
export function deathOf(
  situation: Situation | undefined,
): { when: 'before' | 'after'; at: number } | undefined {
  const found = /^dies-(?<when>before|after)-(?<at>\d+)$/u.exec(situation ?? '')?.groups;
  return found && { when: found['when'] as 'before' | 'after', at: Number(found['at']) };
}
