import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: { padding: '8px 16px' },
  row: { display: 'flex', gap: '12px', alignItems: 'center', height: '52px' },
  icon: { width: '24px', height: '24px', borderRadius: '4px', backgroundColor: tokens.colorNeutralStencil1 },
  text: { height: '12px', borderRadius: '4px', backgroundColor: tokens.colorNeutralStencil1 },
});

const WIDTHS = ['70%', '55%', '80%', '60%', '45%', '75%'];

/** Where the files will stand. */
export function Skeleton() {
  const styles = useStyles();
  return (
    <div className={styles.list} aria-hidden="true">
      {WIDTHS.map((width) => (
        <div key={width} className={styles.row}>
          <span className={styles.icon} />
          <span className={styles.text} style={{ width }} />
        </div>
      ))}
    </div>
  );
}
