import type { LogEntry } from '../../log.ts';

/** One entry of the log as a sentence a person reads: who, what, and what came back. */
export interface LogLine {
  readonly who: string;
  readonly what: string;
  readonly answer: string;
  readonly good: boolean;
}

export function logLine(entry: LogEntry): LogLine {
  const answer = answerText(entry['answer'] ?? entry['code']);
  const good = ['ok', 'prompt', ''].includes(answer);
  switch (entry.kind) {
    case 'getAccessToken':
      return { who: 'Office', what: `getAccessToken${optionText(entry['options'])}`, answer, good };
    case 'obo':
      return {
        who: 'Entra ID',
        what: `on behalf of ${word(entry['user'])} for ${word(entry['scopes'])}`,
        answer,
        good,
      };
    case 'graph':
      return { who: 'Graph', what: word(entry['path']), answer, good };
    case 'signIn':
      return { who: 'Entra ID', what: `sign-in page, ${word(entry['flow'])}`, answer, good };
    case 'nested':
      return { who: 'Office', what: `nested app auth: ${word(entry['method'])}`, answer, good };
    case 'dialog':
      return dialogLine(entry);
    case 'document': {
      const written = entry['written'];
      const kinds = Array.isArray(written) ? written.map((piece) => kindOf(piece)) : [];
      return {
        who: 'Document',
        what: `${word(entry['app'])}: ${kinds.join(', ') || 'changed'}`,
        answer: '',
        good: true,
      };
    }
    default:
      return { who: kindOf(entry), what: '', answer, good };
  }
}

function dialogLine(entry: LogEntry): LogLine {
  const { url, code } = entry;
  const what = `dialog ${word(url)}`;
  if (code === null || code === undefined) return { who: 'Pane', what, answer: 'asked for', good: true };
  if (code === 0) return { who: 'Office', what, answer: 'opened', good: true };
  return { who: 'Office', what, answer: code === 12006 ? '12006 closed' : answerText(code), good: false };
}

const kindOf = (value: unknown) => word((value as { readonly kind?: unknown }).kind);

/** The options that are not at their default, which office.js always sends along. */
function optionText(options: unknown): string {
  if (typeof options !== 'object' || options === null) return '';
  const set = Object.entries(options).flatMap(([name, value]) => {
    if (value === true) return [name];
    return name === 'authChallenge' && value !== '' ? ['authChallenge'] : [];
  });
  return set.length > 0 ? ` (${set.join(', ')})` : '';
}

function answerText(answer: unknown): string {
  if (answer === undefined || answer === null) return '';
  return word(answer);
}

function word(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(word).join(' ');
  if (value === null || value === undefined) return '–';
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
