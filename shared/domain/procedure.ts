import { z } from 'zod';
import { localDaySchema, localTimeSchema } from '../base/time';

/** How papers travel (KenhThucHien 1, 2, 3), independent of who sits at the counter. */
export const channelSchema = z.enum(['counter', 'online', 'post']);
/** See {@link channelSchema}. */
export type Channel = z.infer<typeof channelSchema>;

/** Statutory time limit. `sameDay`: result the same day, received after 15:00 the next working day (NĐ 23/2015). */
export const timeLimitSchema = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('workingDays'), amount: z.int().min(1).max(400) }),
  z.object({ unit: z.literal('workingHours'), amount: z.int().min(1).max(3200) }),
  z.object({ unit: z.literal('calendarDays'), amount: z.int().min(1).max(1000) }),
  z.object({ unit: z.literal('sameDay') }),
  z.object({ unit: z.literal('none') }),
]);
/** See {@link timeLimitSchema}. */
export type TimeLimit = z.infer<typeof timeLimitSchema>;

/** A paper on a procedure's published list (giấy tờ phải nộp, xuất trình, tra cứu). */
export const requiredPaperSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(400),
  mode: z.enum(['submit', 'present', 'lookup']),
  /** False for papers needed only in some situations; `when` then says which, in words. */
  required: z.boolean(),
  when: z.string().max(300).optional(),
  /** Usual number of each form; only `submit` papers enter custody. */
  counts: z.object({ original: z.int().min(0), certifiedCopy: z.int().min(0), photocopy: z.int().min(0) }),
  digitise: z.discriminatedUnion('duty', [
    z.object({ duty: z.literal('required') }),
    z.object({ duty: z.literal('optional') }),
    z.object({ duty: z.literal('exempt'), reason: z.string().max(200) }),
  ]),
});
/** See {@link requiredPaperSchema}. */
export type RequiredPaper = z.infer<typeof requiredPaperSchema>;

/**
 * Fee rule. Amounts in đồng, integers. `perPage`: `amount` a page up to `threshold`, `amountAfter` beyond, at most `max` a copy.
 * `undecided`: no rate is known yet, so "free" is no promise that nothing is due; who decides it stands in `ground`.
 */
export const feeRuleSchema = z.discriminatedUnion('basis', [
  z.object({ basis: z.literal('free'), ground: z.string().max(300), undecided: z.literal(true).optional() }),
  z.object({ basis: z.literal('fixed'), name: z.string(), amount: z.int().min(0) }),
  z.object({ basis: z.literal('perCopy'), name: z.string(), amount: z.int().min(0) }),
  z.object({
    basis: z.literal('perPage'),
    name: z.string(),
    amount: z.int().min(0),
    threshold: z.int().min(1),
    amountAfter: z.int().min(0),
    max: z.int().min(0),
  }),
]);
/** See {@link feeRuleSchema}. */
export type FeeRule = z.infer<typeof feeRuleSchema>;

/** Trường hợp: a procedure's variant with its own papers, and limits and fees per channel. */
export const procedureCaseSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  papers: z.array(requiredPaperSchema),
  limits: z.object({ counter: timeLimitSchema, online: timeLimitSchema, post: timeLimitSchema }),
  fees: z.object({ counter: feeRuleSchema, online: feeRuleSchema, post: feeRuleSchema }),
});
/** See {@link procedureCaseSchema}. */
export type ProcedureCase = z.infer<typeof procedureCaseSchema>;

/** Thủ tục hành chính as published, one version of it. */
export const procedureSchema = z.object({
  /** National code, e.g. `2.000815`. */
  code: z.string().regex(/^\d\.\d{6}$/),
  name: z.string().min(1).max(400),
  shortName: z.string().min(1).max(120),
  /** What officers type, e.g. `ks`, `ctbs`. */
  abbreviations: z.array(z.string().max(20)),
  field: z.object({ code: z.string(), name: z.string() }),
  handlingSystem: z.string().max(100),
  cases: z.array(procedureCaseSchema).min(1),
  resultName: z.string().max(300),
  /** Rule of the possible-duplicate check; none for certified copies. */
  duplicateRule: z.enum(['none', 'samePersonSameDay', 'sameSubject']),
  /** Whether the applicant is the one at the counter, or preset to somebody else (a child). */
  applicantIs: z.enum(['submitter', 'other']),
  /** False where the law asks no identity paper (certified copies). */
  identityRequired: z.boolean(),
  /** Counted things asked at intake, e.g. pages and copies of certified copies. */
  quantities: z.array(z.enum(['pages', 'copies'])),
  validFrom: localDaySchema,
  /** Field names of this row whose value is not confirmed by an official text. */
  provisional: z.array(z.string()),
  source: z.string().max(200),
});
/** See {@link procedureSchema}. */
export type Procedure = z.infer<typeof procedureSchema>;

/** One exceptional day: a weekday off, or a weekend day worked in exchange. */
export const calendarEntrySchema = z.object({
  day: localDaySchema,
  type: z.enum(['off', 'working']),
  name: z.string().max(120),
  provisional: z.boolean(),
});
/** See {@link calendarEntrySchema}. */
export type CalendarEntry = z.infer<typeof calendarEntrySchema>;

/** The country's days off and swapped working days of the years named. Saturdays and Sundays are off unless listed. */
export const calendarSchema = z.object({ years: z.array(z.int()).min(1), entries: z.array(calendarEntrySchema) });
/** See {@link calendarSchema}. */
export type CalendarRows = z.infer<typeof calendarSchema>;

/** A stretch of a working day, local wall times, `from` < `to`. */
export const sessionSchema = z.object({ from: localTimeSchema, to: localTimeSchema });
/** See {@link sessionSchema}. */
export type Session = z.infer<typeof sessionSchema>;

/** Đơn vị: receiving unit with its two calendars (opening hours: when we receive; working time: when limits run). */
export const unitSchema = z.object({
  /** Agency identifier, QĐ 20/2020/QĐ-TTg, e.g. `H41.26`. */
  id: z.string().regex(/^[A-H]\d{2}(\.\d{1,3}){0,5}$|^\d{3}\.\d{2}\.\d{2}\.[A-H]\d{2}$/),
  name: z.string().max(200),
  parentName: z.string().max(200),
  place: z.string().max(100),
  address: z.string().max(300),
  phone: z.string().max(60),
  kind: z.enum(['communeCentre', 'provinceCentre', 'postOffice']),
  workingTime: z.array(sessionSchema).min(1),
  openingHours: z.array(sessionSchema).min(1),
  counters: z.array(z.object({ id: z.string().max(40), name: z.string().max(100), book: z.string().max(20) })).min(1),
  validFrom: localDaySchema,
});
/** See {@link unitSchema}. */
export type Unit = z.infer<typeof unitSchema>;

/** Kinds of reference package and the shape of their rows. */
export const referenceRowsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('procedures'), rows: z.array(procedureSchema) }),
  z.object({ kind: z.literal('calendar'), rows: calendarSchema }),
  z.object({ kind: z.literal('units'), rows: z.array(unitSchema) }),
]);

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
  readonly versions: { readonly procedures: string; readonly calendar: string; readonly units: string };
  /** Any package still from the installer: screens say the rules are provisional. */
  readonly provisional: boolean;
}
