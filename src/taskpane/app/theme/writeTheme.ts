import { writeFileSync } from 'node:fs';
import { themeCss } from './themeCss.ts';

/** Implements `npm run theme`: writes theme.css from the colors in brand.ts. */
writeFileSync(new URL('./theme.css', import.meta.url), themeCss());
