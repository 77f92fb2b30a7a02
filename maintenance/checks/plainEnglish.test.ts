import { describe, expect, it } from 'vitest';
import { findPhrases } from './plainEnglish.ts';
import { projectFiles, readProjectFile } from './projectFiles.ts';

const TEXT = /\.(?:tsx?|jsx?|mjs|css|html|md|ya?ml|bicep)$|(?:^|\/)(?:package\.json|Dockerfile)$|^manifest/u;
/** The list itself. */
const EXEMPT = /^maintenance\/checks\/plainEnglish(?:\.test)?\.ts$/u;

describe('findPhrases', () => {
  it.each([
    ['The list that stands there.', 'stands there'],
    ['Whoever asks gets it.', 'Whoever'],
    ['// An id is no secret.', 'is no'],
    ['| a page of its own |', 'of its own'],
    [' * waits for\n * ever', 'for ever'],
    ['- the file\n  beside it', 'beside'],
    ['> it goes\n> on', 'goes on'],
  ])('finds the phrase in %j', (text, phrase) => {
    expect(findPhrases(text)).toMatchObject([{ phrase }]);
  });

  it.each([
    'There is no limit.',
    'The key is no longer valid.',
    'Besides, the amendment is recommended.',
    'const besideIt = amended; // the anchor',
    'The label goes on the left.',
  ])('accepts %j', (text) => expect(findPhrases(text)).toEqual([]));

  it('reports the line and a suggestion', () => {
    expect(findPhrases('a\nb\nread it anew\n')).toEqual([{ line: 3, phrase: 'anew', suggestion: 'again' }]);
  });

  it('skips a line with plain-english-ignore, and only that line', () => {
    const text = 'by itself // plain-english-ignore\nby itself';
    expect(findPhrases(text)).toMatchObject([{ line: 2 }]);
  });
});

it('comments, strings and documents avoid the phrases of the list', () => {
  const files = projectFiles(TEXT).filter((file) => !EXEMPT.test(file));
  expect(files.length).toBeGreaterThan(10);
  const findings = files.flatMap((file) =>
    findPhrases(readProjectFile(file)).map(
      ({ line, phrase, suggestion }) => `${file}:${line}: "${phrase}". Write: ${suggestion}`,
    ),
  );
  expect(findings).toEqual([]);
});
