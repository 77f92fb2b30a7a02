/** Conditions that the simulated Azure can produce. */
export const situations = {
  administrator: 'The account is a Global Administrator.',
  'az-old': 'The Azure CLI is too old.',
  'signed-out': 'az is not signed in.',
  expired: 'The sign-in of az has expired.',
  'no-subscription': 'The account has no subscription; az requires --allow-no-subscriptions.',
  'other-cloud': 'az is signed in to another cloud.',
  denied: 'The account can read but not change anything.',
  throttled: 'Graph returns 429 for the first attempt at each change.',
  busy: 'Graph returns 503 for the first two requests.',
  late: 'A new object is not found for two more requests.',
  'uri-policy': 'A tenant policy forbids custom Application ID URIs.',
  'secret-policy': 'A tenant policy forbids client secrets.',
} as const;

export type Situation = keyof typeof situations | `dies-${'before' | 'after'}-${number}`;

export function isSituation(text: string): text is Situation {
  return Object.hasOwn(situations, text) || /^dies-(?:before|after)-\d+$/u.test(text);
}

/** Returns when the connection is lost: at the n-th request to Graph, before or after that request takes effect. */
export function connectionLossOf(
  situation: Situation | undefined,
): { when: 'before' | 'after'; at: number } | undefined {
  const found = /^dies-(?<when>before|after)-(?<at>\d+)$/u.exec(situation ?? '')?.groups;
  return found && { when: found['when'] as 'before' | 'after', at: Number(found['at']) };
}
