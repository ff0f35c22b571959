/**
 * Cases a property is tried on. Mutation testing tries each property thousands of times over and sets fewer; what `npm test`
 * runs is never less than the thousand.
 */
const asked = Number(process.env['PROPERTY_RUNS'] ?? 1000);

/** Options of `fc.assert` for every property of the rules. */
export const PROPERTY_RUNS = { numRuns: Number.isInteger(asked) && asked > 0 ? asked : 1000 };
