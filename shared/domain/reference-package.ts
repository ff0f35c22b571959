import { z } from 'zod';
import { localDaySchema } from '../base/time';
import { addressRowsSchema } from './address';
import { calendarSchema, type CalendarRows } from './calendar-rows';
import { formOverrideSchema } from './form-override';
import { procedureSchema, type Procedure } from './procedure';
import { ruleSetSchema, type RuleSet } from './rule-set';
import { unitSchema, type Unit } from './unit';

/** Kinds of reference package and the shape of their rows. */
export const referenceRowsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('procedures'), rows: z.array(procedureSchema) }),
  z.object({ kind: z.literal('calendar'), rows: calendarSchema }),
  z.object({ kind: z.literal('units'), rows: z.array(unitSchema) }),
  /** Versions of the rule set, each from its day on. */
  z.object({ kind: z.literal('rules'), rows: z.array(ruleSetSchema).min(1) }),
  /** Old and new administrative units; nothing is decided by them, so none is needed to receive. */
  z.object({ kind: z.literal('addresses'), rows: addressRowsSchema }),
  /** What this province prints differently; without any every paper is the national form. */
  z.object({ kind: z.literal('forms'), rows: z.array(formOverrideSchema).max(2000) }),
]);

/** Kinds of reference package, in the order they are handed out. */
export const referenceKinds = [
  'procedures',
  'calendar',
  'units',
  'rules',
  'addresses',
  'forms',
] as const satisfies readonly z.infer<typeof referenceRowsSchema>['kind'][];

/** A versioned reference package. `origin: installer` packages are provisional until the province sends its own. */
export const referencePackageSchema = z.intersection(
  z.object({
    version: z.string().regex(/^\d{4}\.\d{2}\.\d{2}(-\d+)?$/),
    validFrom: localDaySchema,
    origin: z.enum(['installer', 'province']),
    note: z.string().max(500),
  }),
  referenceRowsSchema,
);

/** See {@link referencePackageSchema}. */
export type ReferencePackage = z.infer<typeof referencePackageSchema>;

/** Everything a decision needs to know of the rules in force, with the versions a dossier freezes. */
export interface Reference {
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly calendar: CalendarRows;
  readonly units: ReadonlyMap<string, Unit>;
  /** Those of a package of kind `rules`, else the provisional defaults inside the program. */
  readonly rules: RuleSet;
  readonly versions: {
    readonly procedures: string;
    readonly calendar: string;
    readonly units: string;
    /** `embedded` when no package brought rules. */
    readonly rules: string;
  };
  /** Any package still from the installer: screens say the rules are provisional. */
  readonly provisional: boolean;
}
