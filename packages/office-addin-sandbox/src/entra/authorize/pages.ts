import { allUsers, users, type User, type UserId } from '../../users.ts';
import { hintedAccount } from './session.ts';
import { escapeHtml } from './pageTemplate.ts';
import type { PageName, SignIn } from './steps.ts';

interface PageContent {
  readonly title: string;
  /** HTML. */
  readonly content: string;
}

/**
 * Returns a page with its form.
 * @param action address that the form posts to
 * @param sessionAccounts accounts that are signed in in this browser
 */
export function signInPage(
  name: PageName,
  signIn: SignIn,
  action: string,
  sessionAccounts: readonly UserId[],
): PageContent {
  const { title, content } = contents[name](signIn, sessionAccounts);
  return { title, content: `<form method="post" action="${escapeHtml(action)}">${content}</form>` };
}

type Content = (signIn: SignIn, sessionAccounts: readonly UserId[]) => PageContent;

const contents: Record<PageName, Content> = {
  accounts: ({ request }, sessionAccounts) => ({
    title: 'Choose an account',
    content: `<p>to continue to the add-in</p>
${allUsers.map((user) => account(user, user.id === hintedAccount(request.loginHint), sessionAccounts.includes(user.id))).join('\n')}
<div class="row">${button('cancel', 'Cancel')}</div>`,
  }),

  multifactor: (signIn) => ({
    title: 'Verify your identity',
    content: `${accountLine(signIn)}<p>Your organization requires multifactor authentication. In the sandbox, any code works.</p>
<label for="code">Code</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12">
<div class="row">${button('approve', 'Approve', true)}${button('cancel', 'Cancel')}</div>`,
  }),

  consent: (signIn) => ({
    title: 'Permissions requested',
    content: `${accountLine(signIn)}<p>The add-in would like to:</p>
<ul class="scopes">${[...new Set(signIn.request.permissions)].map((scope) => `<li>${escapeHtml(describe(scope))}</li>`).join('')}</ul>
<div class="row">${button('accept', 'Accept', true)}${button('decline', 'Decline')}</div>`,
  }),
};

/** Put the main button first: Enter in a field activates the first button of the form. */
function button(action: string, text: string, main = false): string {
  return `<button name="action" value="${action}" data-testid="${action}"${main ? ' class="main"' : ''}>${text}</button>`;
}

function account(user: User, hinted: boolean, inSession: boolean): string {
  const initials = `${user.givenName[0] ?? ''}${user.surname[0] ?? ''}`;
  const { id, displayName, mail, tenant } = user;
  return `<button class="account" name="action" value="account-${id}" data-testid="account-${id}"${hinted ? ' aria-current="true" autofocus' : ''}>
<span class="initials" aria-hidden="true">${escapeHtml(initials)}</span>
<span class="who">${escapeHtml(displayName)}<small>${escapeHtml(mail)} - ${escapeHtml(tenant.name)}${inSession ? ', signed in' : ''}</small></span></button>`;
}

function accountLine({ account }: SignIn): string {
  return account === null
    ? ''
    : `<p>${escapeHtml(users[account].displayName)}, ${escapeHtml(users[account].mail)}</p>`;
}

const descriptions: Record<string, string> = {
  access_as_user: 'access its server on your behalf',
  'User.Read': 'read your profile',
  'Files.Read': 'read your files',
  'Files.ReadWrite': 'read and change your files',
};

function describe(scope: string): string {
  const description = descriptions[scope];
  return description ? `${description} (${scope})` : scope;
}
