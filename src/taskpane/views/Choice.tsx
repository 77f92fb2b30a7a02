import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  select: {
    minHeight: '32px',
    minWidth: 0,
    maxWidth: '100%',
    padding: '0 6px',
    font: 'inherit',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textOverflow: 'ellipsis',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
});

interface Props<T extends string> {
  readonly id?: string;
  /** Left out where a label element stands beside it. */
  readonly label?: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, label: string])[];
  readonly onChange: (value: T) => void;
  readonly testId: string;
  readonly className?: string;
}

/** The browser's own list of choices: known to every screen reader, and no weight. */
export function Choice<T extends string>({
  id,
  label,
  value,
  options,
  onChange,
  testId,
  className,
}: Props<T>) {
  const styles = useStyles();
  return (
    <select
      id={id}
      aria-label={label}
      className={mergeClasses(styles.select, className)}
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
