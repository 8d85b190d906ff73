/** The private PostgreSQL cluster that tests use, where the machine has PostgreSQL installed. */
export { startPostgres, type TestPostgres } from '../../scripts/postgres.ts';
