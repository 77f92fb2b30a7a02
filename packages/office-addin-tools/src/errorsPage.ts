import type { Explanation, ProblemRow as Row, Problems } from './project.ts';

/** The chapters, in the order in which a request meets them. */
const chapters: Readonly<Record<string, string>> = {
  office: 'Office.auth.getAccessToken',
  nested: 'Nested app authentication',
  dialog: 'The sign-in dialog',
  network: "The way to the add-in's server",
  server: "The add-in's server, Entra ID and Microsoft Graph",
  document: 'The document',
  pane: 'The pane itself',
};

const reactions: Readonly<Record<string, string>> = {
  retry: 'gets a fresh token and repeats once, by itself',
  challenge: 'hands the claims to the source of tokens and repeats once, by itself',
  fallback: "goes on with the next source of tokens, which may need the user's click",
  wait: 'waits the time that was asked for and repeats once, by itself',
  'ask-user': 'says what the user can do; nothing happens until they do it',
  'signed-out': 'stands there signed out, with a Sign in button; opens nothing',
  stop: 'says what happened; the user cannot mend it there',
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
  'other-source': 'Sign in another way (through the next source of tokens, where there is one)',
  'switch-account': 'Use another account',
};

/** docs/errors.md from the catalogue and its explanations: what can go wrong, what the pane then does, what the developer can do. */
export function errorsPage({ catalogue, explanations }: Problems): string {
  const rows = Object.entries(catalogue).map(
    ([code, row]) => [code, { ...row, ...(explanations[code] ?? { title: code, hint: '' }) }] as const,
  );
  const sections = Object.keys(chapters).flatMap((origin) => {
    const own = rows.filter(([, row]) => row.origin === origin);
    return own.length === 0 ? [] : [`## ${chapters[origin]}`, own.map(problem).join('\n\n')];
  });
  return [
    '# Everything that can go wrong',
    'Made from `src/contract/catalogue.ts` and `src/contract/explanations.ts` by `npx office-addin-tools errors`; do not edit by hand.',
    'Each problem has a code. The pane shows it in the details of its message; the server sends it as `code` in its ' +
      'error answers ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) and logs it.',
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

function problem([code, row]: readonly [string, Row & Explanation]): string {
  const facts = [
    row.officeCode === undefined ? '' : `Office says ${row.officeCode}`,
    row.status === undefined ? '' : `HTTP status ${row.status}`,
    `reaction \`${row.reaction}\``,
    row.atLaunch === undefined ? '' : `at launch \`${row.atLaunch}\``,
    row.second === undefined ? '' : `the second time \`${row.second}\``,
    `button: ${actions[row.action] ?? row.action}`,
    row.alternative === undefined ? '' : `second button: ${alternatives[row.alternative] ?? row.alternative}`,
  ].filter((fact) => fact !== '');
  const link = row.link === undefined ? '' : ` [Source](${row.link})`;
  return [`### ${code}`, `**${plain(row.title)}**`, `${facts.join('; ')}.`, `${plain(row.hint)}${link}`].join(
    '\n\n',
  );
}

/** Keeps `<host and port>` and the like from being read as HTML; what stands in back quotes is safe already. */
function plain(text: string): string {
  return text
    .split(/(`[^`]*`)/u)
    .map((part) => (part.startsWith('`') ? part : part.replaceAll('<', '&lt;').replaceAll('*', '\\*')))
    .join('');
}
