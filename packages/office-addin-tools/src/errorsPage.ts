import type { Explanation, ProblemRow as Row, Problems } from './project.ts';

/** Chapters in the order in which a request passes them. */
const chapters: Readonly<Record<string, string>> = {
  office: 'Office.auth.getAccessToken',
  nested: 'Nested app authentication',
  dialog: 'The sign-in dialog',
  network: 'The network between pane and server',
  server: "The add-in's server, Entra ID and Microsoft Graph",
  document: 'The document',
  pane: 'The pane itself',
};

const reactions: Readonly<Record<string, string>> = {
  retry: 'gets a new token and retries once, automatically',
  challenge: 'passes the claims to the token source and retries once, automatically',
  fallback: 'tries the next token source, which may need a click from the user',
  wait: 'waits as long as the answer asks, then retries once, automatically',
  'ask-user': 'shows what the user can do, and waits for the user',
  'signed-out': 'shows the signed-out page with a Sign in button; opens no window',
  stop: "shows what happened; the user can't fix it in the pane",
};

const actions: Readonly<Record<string, string>> = {
  retry: 'Try again',
  'sign-in': 'Sign in',
  reload: 'Reload',
  'switch-account': 'Use another account',
  'copy-consent-link': "Copy the administrator's consent link",
  none: 'none',
};

const alternatives: Readonly<Record<string, string>> = {
  'other-source': 'Sign in another way (tries the next token source, if there is one)',
  'switch-account': 'Use another account',
};

/** Returns the text of docs/errors.md: for each problem its cause, what the pane does, and what the developer can do. */
export function errorsPage({ catalogue, explanations }: Problems): string {
  const rows = Object.entries(catalogue).map(
    ([code, row]) => [code, { ...row, ...(explanations[code] ?? { title: code, hint: '' }) }] as const,
  );
  const sections = Object.keys(chapters).flatMap((origin) => {
    const inChapter = rows.filter(([, row]) => row.origin === origin);
    return inChapter.length === 0 ? [] : [`## ${chapters[origin]}`, inChapter.map(section).join('\n\n')];
  });
  return [
    '# Everything that can go wrong',
    'Generated from `src/contract/catalogue.ts` and `src/contract/explanations.ts` by `npx office-addin-tools errors`. Do not edit.',
    'Each problem has a code. The pane shows it in the details of its message. The server sends it as `code` in error ' +
      'responses ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) and logs it.',
    '## Reactions of the pane',
    [
      '| reaction | the pane |',
      '| --- | --- |',
      ...Object.entries(reactions).map(([name, text]) => `| \`${name}\` | ${text} |`),
    ].join('\n'),
    ...sections,
  ]
    .join('\n\n')
    .concat('\n');
}

function section([code, row]: readonly [string, Row & Explanation]): string {
  const facts = [
    row.officeCode === undefined ? '' : `Office error ${row.officeCode}`,
    row.status === undefined ? '' : `HTTP status ${row.status}`,
    `reaction \`${row.reaction}\``,
    row.atLaunch === undefined ? '' : `at launch \`${row.atLaunch}\``,
    row.second === undefined ? '' : `the second time \`${row.second}\``,
    `button: ${actions[row.action] ?? row.action}`,
    row.alternative === undefined ? '' : `second button: ${alternatives[row.alternative] ?? row.alternative}`,
  ].filter((fact) => fact !== '');
  const link = row.link === undefined ? '' : ` [Source](${row.link})`;
  return [
    `### ${code}`,
    `**${escapeMarkdown(row.title)}**`,
    `${facts.join('; ')}.`,
    `${escapeMarkdown(row.hint)}${link}`,
  ].join('\n\n');
}

/** Escapes HTML and emphasis, so that `<host>` stays text. Code in backquotes needs no escaping. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/u)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;').replaceAll('*', '\\*')))
    .join('');
}
