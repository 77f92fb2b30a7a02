/**
 * Formats a number like a cell. Supports the format codes that add-ins use for amounts: sections with conditions, quoted
 * literals, digits, thousands separators, scaling by trailing commas, and percent. Returns the plain number for any other
 * format, including dates. Source: "Number format codes" (Microsoft).
 */
export function formatNumber(value: number, format: string): string {
  if (format === 'General' || format === '@' || format === '') return String(value);
  const sections = splitSections(format);
  const section = chooseSection(value, sections);
  const text = section && render(section.signed ? value : Math.abs(value), section.pattern);
  return text ?? String(value);
}

interface Section {
  readonly pattern: string;
  /** The sign has to be added, because the section doesn't contain it. */
  readonly signed: boolean;
}

const condition = /^\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]/;

function chooseSection(value: number, sections: readonly string[]): Section | undefined {
  if (sections.some((section) => condition.test(section))) {
    for (const section of sections) {
      const [whole, operator = '', limit] = condition.exec(section) ?? [''];
      if (!whole || compare(value, operator, Number(limit))) {
        return { pattern: section.slice(whole.length), signed: true };
      }
    }
    return undefined;
  }
  const [positive = '', negative, zero] = sections;
  if (value < 0 && negative !== undefined) return { pattern: negative, signed: false };
  if (value === 0 && zero !== undefined) return { pattern: zero, signed: true };
  return { pattern: positive, signed: true };
}

function compare(value: number, operator: string, limit: number): boolean {
  switch (operator) {
    case '<':
      return value < limit;
    case '<=':
      return value <= limit;
    case '>':
      return value > limit;
    case '>=':
      return value >= limit;
    case '=':
      return value === limit;
    default:
      return value !== limit;
  }
}

function splitSections(format: string): string[] {
  return (format.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? []).map(String);
}

const part = /"([^"]*)"|\\(.)|([#0?,.]*[#0?][#0?,.]*)|(%)|([ ()+\-$€£:])|(.)/gy;

/** Returns undefined if the pattern contains an unsupported code. */
function render(value: number, pattern: string): string | undefined {
  const percent = pattern.includes('%') ? 100 : 1;
  let text = '';
  for (const [, quoted, escaped, digits, sign, plain, unknown] of pattern.matchAll(part)) {
    if (unknown !== undefined) return undefined;
    text += digits ? renderDigits(value * percent, digits) : (quoted ?? escaped ?? sign ?? plain ?? '');
  }
  return text;
}

function renderDigits(value: number, digits: string): string {
  const scale = /,*$/.exec(digits)?.[0].length ?? 0;
  const pattern = digits.slice(0, digits.length - scale);
  const [whole = '', fraction = ''] = pattern.split('.');
  return new Intl.NumberFormat('en-US', {
    useGrouping: whole.includes(','),
    minimumIntegerDigits: Math.max(1, whole.replaceAll(/[^0]/g, '').length),
    minimumFractionDigits: fraction.replaceAll(/[^0]/g, '').length,
    maximumFractionDigits: fraction.replaceAll(/[^#0?]/g, '').length,
  }).format(value / 1000 ** scale);
}
