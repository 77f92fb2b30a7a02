import type { SelectHTMLAttributes } from 'react';
import control from './Control.module.css';

interface Props<T extends string> extends Omit<
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
  className = control.control,
  ...rest
}: Props<T>) {
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
