import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { useStrings } from '../ui/strings.ts';
import styles from './PageFrame.module.css';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A page from the menu, with a Back button and its title. */
export function PageFrame({ id, title, onClose, children }: Props) {
  const { t } = useStrings();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.page} data-testid={id} aria-label={title}>
      <div className={styles.head}>
        <Button
          data-testid={`close-${id}`}
          appearance="subtle"
          icon={
            <span className={styles.back}>
              <ArrowLeft20Regular />
            </span>
          }
          title={t('back')}
          aria-label={t('back')}
          onClick={onClose}
        />
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
      </div>
      {children}
    </section>
  );
}
