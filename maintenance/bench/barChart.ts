/** One bar. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** Label of the value, with its unit. */
  readonly text: string;
  /** True for the reference, drawn in another color. */
  readonly reference?: boolean;
}

const WIDTH = 720;
const LABELS = 190;
const VALUES = 90;
const BAR = 22;
const STEP = 34;
const TOP = 46;

/** Returns an SVG of horizontal bars that is readable on light and dark pages. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const most = Math.max(...bars.map(({ value }) => value));
  const height = TOP + bars.length * STEP + 8;
  const rows = bars.map(({ label, value, text, reference }, index) => {
    const y = TOP + index * STEP;
    const width = Math.max((value / most) * (WIDTH - LABELS - VALUES), 1);
    return [
      `  <text x="${LABELS - 10}" y="${y + 16}" text-anchor="end">${escape(label)}</text>`,
      `  <rect class="${reference ? 'reference' : 'bar'}" x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="3"/>`,
      `  <text x="${(LABELS + width + 8).toFixed(1)}" y="${y + 16}">${escape(text)}</text>`,
    ].join('\n');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(title)}">
  <style>
    text { font: 14px system-ui, sans-serif; fill: #242424; }
    .title { font-weight: 600; }
    .bar { fill: #2d6cb5; }
    .reference { fill: #8a8886; }
    @media (prefers-color-scheme: dark) { text { fill: #e6e6e6; } .bar { fill: #6ea8e5; } }
  </style>
  <text class="title" x="0" y="22">${escape(title)}</text>
${rows.join('\n')}
</svg>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
}
