import { belongsTo, isPersonId, people, type PersonId } from '../../people.ts';
import type { SignInAnswer } from '../../scenario.ts';
import { isChallenge, meetingClaims } from '../challenge.ts';
import type { AuthorizeRequest } from './authorizeRequest.ts';

/** One sign-in of a person at the provider's pages. */
export interface SignIn {
  readonly request: AuthorizeRequest;
  /** What the scenario wants of this sign-in. */
  readonly answer: SignInAnswer;
  readonly account: PersonId | null;
  readonly approved: boolean;
  readonly accepted: boolean;
}

export type PageName = 'accounts' | 'multifactor' | 'consent';

export type Outcome =
  | { readonly go: 'page'; readonly signIn: SignIn; readonly page: PageName }
  | { readonly go: 'code'; readonly signIn: SignIn; readonly account: PersonId }
  | { readonly go: 'cancel' }
  | { readonly go: 'decline'; readonly account: PersonId }
  /** The account does not belong to the tenant that was asked. */
  | { readonly go: 'foreign'; readonly account: PersonId }
  /** The provider itself fails, as the scenario wants. */
  | { readonly go: 'fail'; readonly account: PersonId };

/** Has this person agreed to what the request asks for, before now? */
export type HasConsented = (account: PersonId, permissions: readonly string[]) => boolean;

/** The page that comes now, or the code when there is nothing more to ask. Pure. */
export function proceed(signIn: SignIn, hasConsented: HasConsented): Outcome {
  const { request, answer, account } = signIn;
  if (account === null) return { go: 'page', signIn, page: 'accounts' };
  if (answer === 'fail') return { go: 'fail', account };
  if (!signIn.approved && (answer === 'mfa' || isChallenge(request.claims))) {
    return { go: 'page', signIn, page: 'multifactor' };
  }
  const consentAsked = request.prompt === 'consent' || answer === 'consent' || answer === 'decline';
  if (
    !signIn.accepted &&
    consentAsked &&
    !(request.prompt !== 'consent' && hasConsented(account, request.permissions))
  ) {
    return { go: 'page', signIn, page: 'consent' };
  }
  return { go: 'code', signIn, account };
}

/** What the click on a page's button leads to; a button of another page leads back to the page that stands. Pure. */
export function click(signIn: SignIn, action: string, hasConsented: HasConsented): Outcome {
  const now = proceed(signIn, hasConsented);
  if (now.go !== 'page') return now;
  if (action === 'cancel') return { go: 'cancel' };
  const { account } = signIn;
  switch (now.page) {
    case 'accounts': {
      const chosen = action.replace(/^account-/, '');
      if (!action.startsWith('account-') || !isPersonId(chosen)) return now;
      if (!belongsTo(people[chosen], signIn.request.tenant)) return { go: 'foreign', account: chosen };
      return proceed({ ...signIn, account: chosen }, hasConsented);
    }
    case 'multifactor':
      return action === 'approve' ? proceed({ ...signIn, approved: true }, hasConsented) : now;
    case 'consent':
      if (action === 'decline' && account !== null) return { go: 'decline', account };
      return action === 'accept' ? proceed({ ...signIn, accepted: true }, hasConsented) : now;
  }
}

/** The button that presses itself where nobody is there to click. @param user the scenario's user. */
export function automaticAction(page: PageName, answer: SignInAnswer, user: PersonId): string {
  switch (page) {
    case 'accounts':
      if (answer === 'cancel') return 'cancel';
      return `account-${answer === 'wrong-account' ? anotherThan(user) : user}`;
    case 'multifactor':
      return 'approve';
    case 'consent':
      return answer === 'decline' ? 'decline' : 'accept';
  }
}

export function anotherThan(user: PersonId): PersonId {
  return user === 'alex' ? 'adele' : 'alex';
}

/** Claims that the tokens of this sign-in carry because more proof was given. */
export function provenBy(signIn: SignIn): Record<string, unknown> {
  if (!signIn.approved) return {};
  return isChallenge(signIn.request.claims) ? meetingClaims(signIn.request.claims) : { amr: ['pwd', 'mfa'] };
}
