import type { FileKind } from '../../../../contract/api.ts';
import styles from './FileIcon.module.css';

/** Color and mark of each kind. The icon also has a label, so that the kind doesn't depend on color. */
const marks: Record<FileKind, { color: string; path: string }> = {
  folder: { color: '#c98a1b', path: '' },
  document: { color: '#2f6fbf', path: 'M8 12h8M8 15h8M8 18h5' },
  workbook: { color: '#1d7f4e', path: 'M8 12h8v7H8zM12 12v7M8 15.5h8' },
  presentation: { color: '#c4532d', path: 'M8 18v-3M12 18v-6M16 18v-4' },
  image: { color: '#8454b8', path: 'M8 18l3-4 2 2 1.5-2 1.5 4z' },
  pdf: { color: '#b3363c', path: 'M8 12h8M8 15h3M13 15h3M8 18h8' },
  notebook: { color: '#7a3f9d', path: 'M8 3v18M11 12h5M11 15h5' },
  package: { color: '#6b6b6b', path: 'M8 12h8v6H8zM8 15h8' },
  other: { color: '#6b6b6b', path: '' },
};

export function FileIcon({ kind, label }: { readonly kind: FileKind; readonly label: string }) {
  const { color, path } = marks[kind];
  return (
    <svg
      className={styles.icon}
      width="24"
      height="24"
      viewBox="0 0 24 24"
      role="img"
      aria-label={label}
      fill="none"
      stroke={color}
    >
      {kind === 'folder' ? (
        <path
          d="M3 6.5h6l2 2h10v10H3z"
          fill={color}
          fillOpacity="0.25"
          strokeWidth="1.5"
          strokeLinejoin="round"
        />
      ) : (
        <>
          <path
            d="M5 3h9l5 5v13H5z"
            fill={color}
            fillOpacity="0.12"
            strokeWidth="1.5"
            strokeLinejoin="round"
          />
          <path d={`M14 3v5h5${path}`} strokeWidth="1.3" strokeLinejoin="round" />
        </>
      )}
    </svg>
  );
}
