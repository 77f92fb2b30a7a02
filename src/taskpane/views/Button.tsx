import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '6px',
    boxSizing: 'border-box',
    minHeight: '32px',
    minWidth: '64px',
    padding: '4px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  small: {
    minHeight: '24px',
    padding: '2px 8px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
  },
  primary: {
    border: '1px solid transparent',
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':active': { backgroundColor: tokens.colorBrandBackgroundPressed },
    '@media (forced-colors: active)': { backgroundColor: 'Highlight', color: 'HighlightText' },
  },
  subtle: { border: '1px solid transparent', backgroundColor: 'transparent' },
  icon: { minWidth: '32px', minHeight: '32px', padding: '4px' },
  disabled: {
    cursor: 'default',
    border: `1px solid ${tokens.colorNeutralStrokeDisabled}`,
    backgroundColor: tokens.colorNeutralBackgroundDisabled,
    color: tokens.colorNeutralForegroundDisabled,
    ':hover': { backgroundColor: tokens.colorNeutralBackgroundDisabled },
    ':active': { backgroundColor: tokens.colorNeutralBackgroundDisabled },
    '@media (forced-colors: active)': {
      border: '1px solid GrayText',
      backgroundColor: 'ButtonFace',
      color: 'GrayText',
    },
  },
});

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'type'> {
  readonly appearance?: 'primary' | 'subtle';
  readonly size?: 'small';
  /** Alone, without words: then `aria-label` has them. */
  readonly icon?: ReactNode;
  /** Does nothing for the moment, but keeps its place in the order of the Tab key and its focus. */
  readonly disabledFocusable?: boolean;
}

/** Looks as Fluent's; that one weighs 6 kB for what this pane does not use of it. */
export function Button({
  appearance,
  size,
  icon,
  disabledFocusable = false,
  className,
  onClick,
  children,
  ...rest
}: Props) {
  const styles = useStyles();
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={disabledFocusable || undefined}
      className={mergeClasses(
        styles.button,
        size && styles.small,
        appearance && styles[appearance],
        icon ? styles.icon : undefined,
        disabledFocusable && styles.disabled,
        className,
      )}
      onClick={disabledFocusable ? undefined : onClick}
    >
      {icon}
      {children}
    </button>
  );
}
