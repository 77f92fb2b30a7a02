import { writeFileSync } from 'node:fs';
import { readTypings } from './readTypings.ts';

/*
 * Writes the table of classes and members from the installed `@types/office-js`, and then what the sandbox supports of it.
 * Run by `npm run generate`; format the files with Prettier afterwards.
 */
writeFileSync(
  new URL('../office/page/rich/apiTypes.generated.ts', import.meta.url),
  '/* Generated from @types/office-js by src/apiCoverage/generate.ts. */\n\n' +
    "import type { ApiTypes } from './apiTypes.ts';\n\n" +
    `export const apiTypes: ApiTypes = ${JSON.stringify(readTypings(), null, 2)};\n`,
);

// Imported after the table has been written.
const { computeCoverage } = await import('./implemented.ts');
const { coveragePage } = await import('./coveragePage.ts');
const { toCoverageFile } = await import('./coverage.ts');
const { committedSightings } = await import('./committedSightings.ts');
const { addSightings } = await import('./sightings.ts');
const seen = committedSightings();
const entries = computeCoverage();
writeFileSync(
  new URL('./coverage.json', import.meta.url),
  JSON.stringify(toCoverageFile(entries, seen), null, 2),
);
writeFileSync(new URL('../../COVERAGE.md', import.meta.url), coveragePage(addSightings(entries, seen)));
