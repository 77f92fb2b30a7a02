import { everyone, people, type Person, type PersonId } from '../../people.ts';
import { hintedAccount } from './session.ts';
import { escapeHtml } from './pageShell.ts';
import type { PageName, SignIn } from './steps.ts';

interface PageContent {
  readonly title: string;
  /** HTML. */
  readonly content: string;
}

/** @param action address that the form is sent to. @param sessionAccounts who has signed in with this browser before. */
export function signInPage(
  name: PageName,
  signIn: SignIn,
  action: string,
  sessionAccounts: readonly PersonId[],
): PageContent {
  const { title, content } = contents[name](signIn, sessionAccounts);
  return { title, content: `<form method="post" action="${escapeHtml(action)}">${content}</form>` };
}

type Content = (signIn: SignIn, sessionAccounts: readonly PersonId[]) => PageContent;

const contents: Record<PageName, Content> = {
  accounts: ({ request }, sessionAccounts) => ({
    title: 'Choose an account',
    content: `<p>to go on to the add-in</p>
${everyone.map((person) => account(person, person.id === hintedAccount(request.loginHint), sessionAccounts.includes(person.id))).join('\n')}
<div class="row">${button('cancel', 'Cancel')}</div>`,
  }),

  multifactor: (signIn) => ({
    title: 'Prove that it is you',
    content: `${who(signIn)}<p>Your organization asks for a second factor. Here any code will do.</p>
<label for="code">Code</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="12">
<div class="row">${button('approve', 'Approve', true)}${button('cancel', 'Cancel')}</div>`,
  }),

  consent: (signIn) => ({
    title: 'The add-in asks for permissions',
    content: `${who(signIn)}<p>It would like to:</p>
<ul class="scopes">${[...new Set(signIn.request.permissions)].map((scope) => `<li>${escapeHtml(describe(scope))}</li>`).join('')}</ul>
<div class="row">${button('accept', 'Accept', true)}${button('decline', 'Decline')}</div>`,
  }),
};

/** The main one stands first: Enter in a field presses the first button of its form. */
function button(action: string, text: string, main = false): string {
  return `<button name="action" value="${action}" data-testid="${action}"${main ? ' class="main"' : ''}>${text}</button>`;
}

function account(person: Person, hinted: boolean, inSession: boolean): string {
  const initials = `${person.givenName[0] ?? ''}${person.surname[0] ?? ''}`;
  const { id, displayName, mail, tenant } = person;
  return `<button class="account" name="action" value="account-${id}" data-testid="account-${id}"${hinted ? ' aria-current="true" autofocus' : ''}>
<span class="initials" aria-hidden="true">${escapeHtml(initials)}</span>
<span class="who">${escapeHtml(displayName)}<small>${escapeHtml(mail)} - ${escapeHtml(tenant.name)}${inSession ? ', signed in' : ''}</small></span></button>`;
}

function who({ account }: SignIn): string {
  return account === null
    ? ''
    : `<p>${escapeHtml(people[account].displayName)}, ${escapeHtml(people[account].mail)}</p>`;
}

const descriptions: Record<string, string> = {
  access_as_user: 'use its own server as you',
  'User.Read': 'read your profile',
  'Files.Read': 'read your files',
  'Files.ReadWrite': 'read and change your files',
};

function describe(scope: string): string {
  const words = descriptions[scope];
  return words ? `${words} (${scope})` : scope;
}
