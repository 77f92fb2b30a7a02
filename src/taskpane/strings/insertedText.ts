import type { Application, InsertResult } from '../documents/insertJob.ts';
import type { Strings } from './createStrings.ts';
import type { Message } from './translation.ts';

/** How many files were inserted (title) and where they stand now (text). */
export function insertedText(
  { t }: Pick<Strings, 't'>,
  application: Application,
  { count, place }: InsertResult,
): Message {
  const title = t('inserted', { count });
  switch (place.kind) {
    case 'selection':
      return { title, text: t(PLACE_AT_CURSOR[application]) };
    case 'newSheet':
      return { title, text: t('insertedNewSheet', { sheet: place.sheet }) };
    case 'slide':
      return { title, text: t('insertedSlide') };
    case 'firstSlide':
      return { title, text: t('insertedFirstSlide') };
    case 'severalSlides':
      return { title, text: t('insertedSeveralSlides') };
  }
}

const PLACE_AT_CURSOR = {
  word: 'insertedDocument',
  excel: 'insertedCells',
  powerpoint: 'insertedSlide',
  outlook: 'insertedMessage',
} as const satisfies Record<Application, string>;
