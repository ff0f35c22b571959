import { foundation } from './0001-foundation';
import { codeFates } from './0002-code-fates';

/** A named step of the database's shape. Applied once, in order of the name; never edited after a release. */
export interface SqlMigration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** Every migration of the server, oldest first. */
export const allMigrations: readonly SqlMigration[] = [foundation, codeFates];
