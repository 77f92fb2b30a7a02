/** A file or folder of a scenario. */
export interface DriveEntry {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly folder: boolean;
  readonly webUrl?: string | undefined;
  /** ISO 8601, UTC. */
  readonly modified?: string | undefined;
  /** Content of the folder; undefined: generated files. */
  readonly files?: readonly DriveEntry[] | undefined;
  readonly shortcut?: { readonly owner: string } | undefined;
  /** Merged over the driveItem; null removes a member. */
  readonly members?: Readonly<Record<string, unknown>>;
}

const subjects = [
  'Annual report',
  'Budget',
  'Customer visit',
  'Design review',
  'Event plan',
  'Field notes',
  'Green roof study',
  'Hiring plan',
  'Inventory',
  'Launch timeline',
  'Meeting minutes',
  'Onboarding guide',
];
/** A folder, then the file types. */
const extensions = ['', '.docx', '.xlsx', '.pptx', '.pdf', '.png', '.txt', '.docx', '.zip', '.xlsx'];

const NEWEST = Date.UTC(2026, 10, 20, 16, 30);
const HOUR = 3_600_000;

/** Returns files with unique names and varied types, sizes and dates. The result depends only on the count. */
export function generatedFiles(count: number): DriveEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const subject = subjects[index % subjects.length] ?? '';
    const extension = extensions[(index * 7) % extensions.length] ?? '';
    const round = Math.floor(index / subjects.length);
    return {
      name: `${subject}${round === 0 ? '' : ` ${round + 1}`}${extension}`,
      size: extension === '' ? 0 : (index * index * 7919 + 1234) % 48_000_000,
      folder: extension === '',
      modified: new Date(NEWEST - index * 7 * HOUR).toISOString().replace('.000', ''),
    };
  });
}
