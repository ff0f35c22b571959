import { z } from 'zod';
import { localDaySchema, type LocalDay } from '../base/time';
import { formIdSchema, type FormId } from './form-id';
import { formSetSchema, type FormSet } from './form-set';

/** A sentence printed as it stands; `{{key}}` in it is a value of the paper. */
const sentence = z.string().min(1).max(600);

/**
 * What a province (or one unit) prints differently, as rows of a reference package with effective dates. Absent parts stay as
 * in the program. Later rows (by `validFrom`, then order) win; extra fields and notes of all rows add up.
 */
export const formOverrideSchema = z.object({
  form: formIdSchema,
  /** Absent: both sets. */
  formSet: formSetSchema.optional(),
  /** Absent: every unit of the province. */
  unitIds: z.array(z.string().max(60)).min(1).optional(),
  validFrom: localDaySchema,
  /** Last day in force. */
  validTo: localDaySchema.optional(),
  title: z.string().min(1).max(200).optional(),
  /** Names of the issuing body instead of those of the unit. */
  parentName: z.string().min(1).max(200).optional(),
  unitName: z.string().min(1).max(200).optional(),
  /** Lines under the name of the unit, after the form's own. */
  headLines: z.array(sentence).max(5).optional(),
  /** Lines "label: value" after the form's own; without a value they are dotted, to be written by hand. */
  extraFields: z
    .array(z.object({ label: z.string().min(1).max(100), value: z.string().min(1).max(300).optional() }))
    .max(10)
    .optional(),
  notes: z.array(sentence).max(10).optional(),
  /** Names of the copies (liên), a page each. */
  parts: z.array(z.string().max(100)).min(1).max(5).optional(),
  /** `twoOnOne`: two A5 copies side by side on one A4, where the form fits. */
  layout: z.enum(['onePerPage', 'twoOnOne']).optional(),
});
/** See {@link formOverrideSchema}. */
export type FormOverride = z.infer<typeof formOverrideSchema>;

/** Names what a row speaks of: rows with the same name are versions of one. */
export function overrideKey({ form, formSet, unitIds }: FormOverride): string {
  return [form, formSet ?? '*', (unitIds ?? ['*']).toSorted().join('+')].join(' ');
}

/** Which paper is asked for. `day`: reception of the dossier, or the day of a paper that belongs to none. */
export interface FormQuestion {
  readonly form: FormId;
  readonly formSet: FormSet;
  readonly unitId: string;
  readonly day: LocalDay;
}

/** All that a province changes on one paper; lists are empty where it changes nothing. */
export interface FormChanges {
  readonly title?: string;
  readonly parentName?: string;
  readonly unitName?: string;
  readonly parts?: readonly string[];
  readonly layout?: NonNullable<FormOverride['layout']>;
  readonly headLines: readonly string[];
  readonly extraFields: readonly NonNullable<FormOverride['extraFields']>[number][];
  readonly notes: readonly string[];
}

function isInForce(row: FormOverride, { form, formSet, unitId, day }: FormQuestion): boolean {
  if (row.form !== form || day < row.validFrom || (row.validTo !== undefined && day > row.validTo)) return false;
  return (row.formSet ?? formSet) === formSet && (row.unitIds === undefined || row.unitIds.includes(unitId));
}

/** Merges the rows in force for a paper. */
export function decideFormChanges(rows: readonly FormOverride[], question: FormQuestion): FormChanges {
  const inForce = rows
    .filter((row) => isInForce(row, question))
    .sort((a, b) => (a.validFrom === b.validFrom ? 0 : a.validFrom < b.validFrom ? -1 : 1));
  const last = <K extends 'title' | 'parentName' | 'unitName' | 'parts' | 'layout'>(name: K) => {
    const value = inForce.findLast((row) => row[name] !== undefined)?.[name];
    return value === undefined ? {} : { [name]: value };
  };
  return {
    ...{ ...last('title'), ...last('parentName'), ...last('unitName'), ...last('parts'), ...last('layout') },
    headLines: inForce.flatMap((row) => row.headLines ?? []),
    extraFields: inForce.flatMap((row) => row.extraFields ?? []),
    notes: inForce.flatMap((row) => row.notes ?? []),
  };
}
