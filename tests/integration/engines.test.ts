import { expect, it } from 'vitest';
import { findEngines } from '../support/server-engines';

const engines = await findEngines();

// The suites beside this one run on every engine there is; without this a missing one would go unnoticed.
it('finds PGlite and PostgreSQL to run the suites on', ({ skip }) => {
  skip(engines.length < 2, 'no PostgreSQL answers at TEST_DATABASE_URL (127.0.0.1:5432) that lets us make databases');
  expect(engines.map(({ name, durable }) => [name, durable])).toEqual([
    ['pglite', false],
    ['postgres', true],
  ]);
});
