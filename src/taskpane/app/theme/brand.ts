import type { BrandVariants } from '@fluentui/react-components';

/** The brand colors, from dark to light. `npm run theme` writes theme.css from them. */
export const brand: BrandVariants = {
  10: '#02110f',
  20: '#08201c',
  30: '#0a3029',
  40: '#0b3d35',
  50: '#0b4b41',
  60: '#0b594d',
  70: '#0b6a5d',
  80: '#147a6c',
  90: '#2b8a7b',
  100: '#429a8b',
  110: '#58aa9b',
  120: '#6fbaab',
  130: '#87c9bb',
  140: '#a0d9cc',
  150: '#bbe8dd',
  160: '#d8f6ef',
};
