import { expect, it } from 'vitest';
import { readTraceparent, writeTraceparent } from './traceparent.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const SPAN = 'b7ad6b7169203331';

it.each([
  [`00-${TRACE}-${SPAN}-01`, 1],
  [`00-${TRACE}-${SPAN}-00`, 0],
  [`00-${TRACE}-${SPAN}-ff`, 1],
  [`01-${TRACE}-${SPAN}-01-what-comes-later`, 1],
])('%s is a parent', (header, traceFlags) => {
  const parent = readTraceparent(header);
  expect(parent).toEqual({ traceId: TRACE, spanId: SPAN, traceFlags });
  expect(writeTraceparent(parent ?? { traceId: '', spanId: '', traceFlags: 0 })).toBe(
    `00-${TRACE}-${SPAN}-0${traceFlags}`,
  );
});

it.each([
  undefined,
  '',
  `ff-${TRACE}-${SPAN}-01`,
  `00-${TRACE}-${SPAN}-01-more`,
  `00-${TRACE}-${SPAN}`,
  `00-${TRACE.toUpperCase()}-${SPAN}-01`,
  `00-${'0'.repeat(32)}-${SPAN}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  ` 00-${TRACE}-${SPAN}-01`,
  `01-${TRACE}-${SPAN}-01x`,
])('%s is none', (header) => {
  expect(readTraceparent(header)).toBeUndefined();
});
