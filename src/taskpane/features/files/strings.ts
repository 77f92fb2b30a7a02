import type { TextSource } from '../../strings/index.ts';
import { english } from './strings/en.ts';

export type FilesTexts = typeof english;

export const filesTexts: TextSource<FilesTexts> = {
  english,
  load: (language) => import(/* webpackChunkName: "strings-[request]" */ `./strings/${language}.ts`),
};
