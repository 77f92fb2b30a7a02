import styles from './Skeleton.module.css';

const WIDTHS = ['60%', '45%', '68%', '52%', '38%', '64%'];

/** Placeholder for the file list while it loads. */
export function Skeleton() {
  return (
    <div className={styles.list} aria-hidden="true">
      {WIDTHS.map((width) => (
        <div key={width} className={styles.row}>
          <span className={styles.box} />
          <span className={styles.icon} />
          <span className={styles.text} style={{ width }} />
        </div>
      ))}
    </div>
  );
}
