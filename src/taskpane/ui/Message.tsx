import type { HTMLAttributes, ReactNode } from 'react';
import { InfoIcon, SuccessIcon, WarningIcon } from './icons.tsx';
import styles from './Message.module.css';

const icons = { info: InfoIcon, success: SuccessIcon, warning: WarningIcon };

interface Props extends Omit<HTMLAttributes<HTMLElement>, 'title'> {
  readonly kind: keyof typeof icons;
  readonly title?: string;
  readonly text: ReactNode;
  /** Below the words. */
  readonly actions?: ReactNode;
  /** In the corner. */
  readonly end?: ReactNode;
  /** Nothing else stands in the pane. */
  readonly fillsPane?: boolean;
  /** Below the actions. */
  readonly children?: ReactNode;
}

/** Told apart by icon and words, never by colour alone. The live region around it is the caller's. */
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
