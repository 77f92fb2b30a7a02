import type { SelectHTMLAttributes } from 'react';
import styles from './controls.module.css';

/** For native inputs and selects. */
export const controlClass = styles.control;

interface ChoiceProps<T extends string> extends Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'value' | 'onChange'
> {
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
  readonly testId: string;
}

/**
 * A native `<select>`, which every screen reader supports and which adds no script. Give it a label with a Field around it
 * or with `aria-label`.
 */
export function Choice<T extends string>({
  value,
  options,
  onChange,
  testId,
  className = controlClass,
  ...rest
}: ChoiceProps<T>) {
  return (
    <select
      {...rest}
      className={className}
      data-testid={testId}
      value={value}
      onChange={(event) => {
        const chosen = options.find(([option]) => option === event.currentTarget.value);
        if (chosen) onChange(chosen[0]);
      }}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
  );
}

const SKELETON_WIDTHS = ['60%', '45%', '68%', '52%', '38%', '64%'];

/** Placeholder for the file list while it loads. */
export function Skeleton() {
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {SKELETON_WIDTHS.map((width) => (
        <div key={width} className={styles.skeletonRow}>
          <span className={styles.skeletonBox} />
          <span className={styles.skeletonIcon} />
          <span className={styles.skeletonText} style={{ width }} />
        </div>
      ))}
    </div>
  );
}
