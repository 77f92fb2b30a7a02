/**
 * The steps of the schema. Each runs once, in a transaction. Never change a released step; append a new one. There is no
 * downgrade: restore a backup instead.
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
