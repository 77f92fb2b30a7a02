import type { HTMLAttributes, ReactNode } from 'react';
import { InfoIcon, SuccessIcon, WarningIcon } from './icons.tsx';
import styles from './Message.module.css';

const icons = { info: InfoIcon, success: SuccessIcon, warning: WarningIcon };

interface Props extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  readonly kind: keyof typeof icons;
  readonly title?: string;
  readonly text: ReactNode;
  /** Buttons below the text. */
  readonly actions?: ReactNode;
  /** In the end corner. */
  readonly end?: ReactNode;
  /** Whether the message is the only content of the pane. */
  readonly fillsPane?: boolean;
  /** Below the actions. */
  readonly children?: ReactNode;
}

/** A message with an icon, so that its kind doesn't depend on color alone. Wrap it in a live region. */
export function Message({ kind, title, text, actions, end, fillsPane, children, ...rest }: Props) {
  const Icon = icons[kind];
  return (
    <section {...rest} className={`${styles.message} ${styles[fillsPane ? 'fills' : kind]}`}>
      <span className={styles.icon} data-kind={kind} aria-hidden="true">
        <Icon />
      </span>
      <div className={styles.body}>
        {title !== undefined && <h2 className={styles.title}>{title}</h2>}
        <p className={styles.text}>{text}</p>
        <div className={styles.actions}>{actions}</div>
        {children}
      </div>
      {end}
    </section>
  );
}
