export interface Encoding {
  /** As in Content-Encoding. */
  readonly name: 'br' | 'gzip';
  /** What the build appends to the name of the file. */
  readonly extension: '.br' | '.gz';
}

const ENCODINGS: readonly Encoding[] = [
  { name: 'br', extension: '.br' },
  { name: 'gzip', extension: '.gz' },
];

/** Encodings that the client takes (RFC 9110 12.5.3), smallest result first. */
export function acceptedEncodings(header: string | undefined): readonly Encoding[] {
  const weights = new Map<string, number>();
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    weights.set(name, q === undefined ? 1 : Number(q));
  }
  const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  return ENCODINGS.filter(({ name }) => weight(name) > 0);
}
