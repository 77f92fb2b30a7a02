import { belongsTo, isUserId, users, type UserId } from '../../users.ts';
import type { SignInAnswer } from '../../scenario.ts';
import { isChallenge, claimsForChallenge } from '../challenge.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';

/** A sign-in in progress. */
export interface SignIn {
  readonly request: AuthorizeRequest;
  /** The scenario's answer for this sign-in. */
  readonly answer: SignInAnswer;
  readonly account: UserId | null;
  /** Multifactor authentication is done. */
  readonly approved: boolean;
  /** The user accepted the consent page. */
  readonly accepted: boolean;
}

export type PageName = 'accounts' | 'multifactor' | 'consent';

export type Outcome =
  | { readonly type: 'page'; readonly signIn: SignIn; readonly page: PageName }
  | { readonly type: 'code'; readonly signIn: SignIn; readonly account: UserId }
  | { readonly type: 'cancel' }
  | { readonly type: 'decline'; readonly account: UserId }
  /** The account isn't in the requested tenant. */
  | { readonly type: 'foreign'; readonly account: UserId }
  /** The provider reports an error, as in the scenario. */
  | { readonly type: 'fail'; readonly account: UserId };

/** Returns whether the user has already consented to all permissions. */
export type HasConsented = (account: UserId, permissions: readonly string[]) => boolean;

/** Returns the next page, or the code if no page is left. */
export function nextStep(signIn: SignIn, hasConsented: HasConsented): Outcome {
  const { request, answer, account } = signIn;
  if (account === null) return { type: 'page', signIn, page: 'accounts' };
  if (answer === 'fail') return { type: 'fail', account };
  if (!signIn.approved && (answer === 'mfa' || isChallenge(request.claims))) {
    return { type: 'page', signIn, page: 'multifactor' };
  }
  const needsConsent = request.prompt === 'consent' || answer === 'consent' || answer === 'decline';
  if (
    !signIn.accepted &&
    needsConsent &&
    !(request.prompt !== 'consent' && hasConsented(account, request.permissions))
  ) {
    return { type: 'page', signIn, page: 'consent' };
  }
  return { type: 'code', signIn, account };
}

/** Returns the outcome of a submitted page. Shows the current page again if the button belongs to another page. */
export function submit(signIn: SignIn, action: string, hasConsented: HasConsented): Outcome {
  const current = nextStep(signIn, hasConsented);
  if (current.type !== 'page') return current;
  if (action === 'cancel') return { type: 'cancel' };
  const { account } = signIn;
  switch (current.page) {
    case 'accounts': {
      const chosen = action.replace(/^account-/, '');
      if (!action.startsWith('account-') || !isUserId(chosen)) return current;
      if (!belongsTo(users[chosen], signIn.request.tenant)) return { type: 'foreign', account: chosen };
      return nextStep({ ...signIn, account: chosen }, hasConsented);
    }
    case 'multifactor':
      return action === 'approve' ? nextStep({ ...signIn, approved: true }, hasConsented) : current;
    case 'consent':
      if (action === 'decline' && account !== null) return { type: 'decline', account };
      return action === 'accept' ? nextStep({ ...signIn, accepted: true }, hasConsented) : current;
  }
}

/** Returns the button to click automatically. @param user the scenario's user */
export function automaticAction(page: PageName, answer: SignInAnswer, user: UserId): string {
  switch (page) {
    case 'accounts':
      if (answer === 'cancel') return 'cancel';
      return `account-${answer === 'wrong-account' ? otherUser(user) : user}`;
    case 'multifactor':
      return 'approve';
    case 'consent':
      return answer === 'decline' ? 'decline' : 'accept';
  }
}

export function otherUser(user: UserId): UserId {
  return user === 'alex' ? 'adele' : 'alex';
}

/** Returns claims that show in the tokens that multifactor authentication is done. */
export function proofClaims(signIn: SignIn): Record<string, unknown> {
  if (!signIn.approved) return {};
  return isChallenge(signIn.request.claims)
    ? claimsForChallenge(signIn.request.claims)
    : { amr: ['pwd', 'mfa'] };
}
