/**
 * The schema, step by step. A step that has been released is never changed: what comes later is a new one at the end.
 * Each runs once, in a transaction. Forward only: the way back is a backup.
 */
export const migrations: readonly string[] = [
  `CREATE TABLE preferences (
     tenant text NOT NULL,
     person text NOT NULL,
     revision uuid NOT NULL,
     record jsonb NOT NULL,
     changed_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (tenant, person)
   )`,
];
