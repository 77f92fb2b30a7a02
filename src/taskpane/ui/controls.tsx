import type { ComponentProps, SelectHTMLAttributes, ReactNode } from 'react';
import styles from './controls.module.css';

/** For native inputs and selects. */
export const controlClass = styles.control;

interface ButtonProps extends ComponentProps<'button'> {
  readonly appearance?: 'secondary' | 'primary' | 'subtle' | 'transparent';
  readonly size?: 'small' | 'medium';
  readonly icon?: ReactNode;
  /** Does nothing, but stays in the tab order, so that screen readers find it. */
  readonly disabledFocusable?: boolean;
}

/** A native `<button>` in Fluent's style, with the same properties. Fluent's Button would add 6 kB to the first chunk. */
export function Button({
  appearance = 'secondary',
  size = 'medium',
  icon,
  disabledFocusable = false,
  className = '',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={disabledFocusable || undefined}
      data-appearance={appearance}
      data-size={size}
      className={`${styles.button} ${children === undefined ? styles.iconOnly : ''} ${className}`}
      onClick={disabledFocusable ? undefined : onClick}
    >
      {icon}
      {children}
    </button>
  );
}

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

/** A list of labels and values. */
export function Facts({ of }: { readonly of: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className={styles.facts}>
      {of.map(([label, value]) => (
        <div key={label}>
          <dt className={styles.factLabel}>{label}</dt>
          <dd className={styles.factValue} dir="auto">
            {value}
          </dd>
        </div>
      ))}
    </dl>
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

/**
 * Icons of the first chunk, because Fluent's icons add 3 kB. Parts that load later use `@fluentui/react-icons`. All icons
 * are decorative: put them next to text or in a labeled control.
 */
function Icon({ size = 20, children }: { readonly size?: number; readonly children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

const stroke = (d: string, size?: number) =>
  function StrokeIcon() {
    return (
      <Icon {...(size === undefined ? {} : { size })}>
        <path d={d} />
      </Icon>
    );
  };

export const CheckIcon = stroke('m4 10.5 4.5 4.5L16 5.5', 12);
export const CloseIcon = stroke('m5 5 10 10M15 5 5 15', 16);
export const FilesIcon = stroke('M6 3h5l4 4v8H6zM11 3v4h4M4 6v11h8');
export const InfoIcon = stroke('M10 2.5a7.5 7.5 0 1 0 .01 0M10 9v5M10 6.2v.1');
export const InsertIcon = stroke('M11 17H5V3h6l4 4v3M11 3v4h4M10 14h7m-2.5-2.5L17 14l-2.5 2.5');
export const MoreIcon = stroke('M4.5 10a.7.7 0 1 0 .01 0M10 10a.7.7 0 1 0 .01 0M15.5 10a.7.7 0 1 0 .01 0');
export const NewTabIcon = stroke('M8.5 4.5h-4v11h11v-4M11.5 4.5h4v4M15.5 4.5 9.5 10.5', 16);
export const PersonIcon = stroke('M10 3a3.2 3.2 0 1 0 .01 0M4 17c0-3.5 2.5-5 6-5s6 1.5 6 5');
export const SettingsIcon = stroke(
  'M10 7.3a2.7 2.7 0 1 0 .01 0M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4',
);
export const SearchIcon = stroke('M8.5 3.5a5 5 0 1 0 .01 0M12.2 12.2l4.3 4.3', 16);
export const SortIcon = stroke('M6.5 16V4.5M3.5 7.5l3-3 3 3M13.5 4v11.5M10.5 12.5l3 3 3-3');
export const SuccessIcon = stroke('M10 2.5a7.5 7.5 0 1 0 .01 0M6.8 10.2l2.3 2.3 4.2-4.7');
export const WarningIcon = stroke('M10 3 2.5 16.5h15zM10 8v4M10 14.2v.1');
