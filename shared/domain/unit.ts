import { z } from 'zod';
import { localDaySchema, localTimeSchema } from '../base/time';
import { receiptSeriesSchema } from './receipt-series';

/** A stretch of a working day, local wall times, `from` < `to`. */
export const sessionSchema = z.object({ from: localTimeSchema, to: localTimeSchema });

/** See {@link sessionSchema}. */
export type Session = z.infer<typeof sessionSchema>;

/**
 * Hours of one weekday that differ from the usual ones: a half day, or Saturday duty (opening hours without working
 * time: the counter receives, limits do not run).
 */
export const weekdayHoursSchema = z.object({
  weekday: z.enum(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
  workingTime: z.array(sessionSchema),
  openingHours: z.array(sessionSchema),
});

/** See {@link weekdayHoursSchema}. */
export type WeekdayHours = z.infer<typeof weekdayHoursSchema>;

/**
 * A single day of this unit alone, by a decision that the trace names (storm order, commune event): no working time is a
 * closure, one session a half day. Never silently a holiday (counter notes §5, 6).
 */
export const unitDaySchema = z.object({
  day: localDaySchema,
  name: z.string().min(1).max(120),
  decisionNo: z.string().min(1).max(120),
  workingTime: z.array(sessionSchema),
  openingHours: z.array(sessionSchema),
  provisional: z.boolean().optional(),
});

/** See {@link unitDaySchema}. */
export type UnitDay = z.infer<typeof unitDaySchema>;

/**
 * Hour of a date that was counted in days or months: the hour of the start, the end of the session it falls in, or the
 * closing of the day. Rounding stays inside the last day, which the law gives whole (BLDS 2015 art. 148; provisional).
 */
export const dueTimeSchema = z.enum(['keepHour', 'endOfSession', 'endOfDay']);

/** See {@link dueTimeSchema}. */
export type DueTime = z.infer<typeof dueTimeSchema>;

/**
 * Sáp nhập: the whole unit goes over into another from a day on (counter reality §1.14). Old codes, receipts and receivers
 * stay what they were; see `unit-succession`. A unit that is divided has no single successor and none is named here.
 */
export const unitSuccessionSchema = z.object({
  unitId: z.string().min(1).max(60),
  /** First day on which the successor is in charge; the last day of the old unit is the day before. */
  from: localDaySchema,
  /** Resolution or decision, e.g. `NQ 1678/NQ-UBTVQH15`. */
  act: z.string().min(1).max(120),
  /** Counters that go on under another id; the others keep theirs. */
  counters: z
    .array(z.object({ from: z.string().max(40), to: z.string().max(40) }))
    .max(100)
    .optional(),
});

/** See {@link unitSuccessionSchema}. */
export type UnitSuccession = z.infer<typeof unitSuccessionSchema>;

/**
 * What a unit is. `districtOffice`: Bộ phận TN&TKQ cấp huyện, abolished on 1 July 2025 (NĐ 118/2025/NĐ-CP); `centreBranch`
 * and `receptionPoint`: chi nhánh and điểm tiếp nhận of a centre, often in its place.
 */
export const unitKindSchema = z.enum([
  'communeCentre',
  'provinceCentre',
  'postOffice',
  'districtOffice',
  'centreBranch',
  'receptionPoint',
]);

/** See {@link unitKindSchema}. */
export type UnitKind = z.infer<typeof unitKindSchema>;

/** Đơn vị: receiving unit with its two calendars (opening hours: when we receive; working time: when limits run). */
export const unitSchema = z.object({
  /** Agency identifier, QĐ 20/2020/QĐ-TTg, e.g. `H41.26`. */
  id: z.string().regex(/^[A-H]\d{2}(\.\d{1,3}){0,5}$|^\d{3}\.\d{2}\.\d{2}\.[A-H]\d{2}$/),
  name: z.string().max(200),
  parentName: z.string().max(200),
  place: z.string().max(100),
  address: z.string().max(300),
  phone: z.string().max(60),
  kind: unitKindSchema,
  /** Monday to Friday, and weekend days worked in exchange. */
  workingTime: z.array(sessionSchema).min(1),
  openingHours: z.array(sessionSchema).min(1),
  /** Weekdays with other hours; the others keep the usual ones, Saturday and Sunday stay closed. */
  weekly: z.array(weekdayHoursSchema).max(7).optional(),
  localDays: z.array(unitDaySchema).max(400).optional(),
  /** Absent: as the rule set says. */
  dueTime: dueTimeSchema.optional(),
  counters: z.array(z.object({ id: z.string().max(40), name: z.string().max(100), book: z.string().max(20) })).min(1),
  validFrom: localDaySchema,
  /** Registered series of fee receipts, each held by one counter; absent: papers of money are slips that replace no receipt. */
  receiptSeries: z.array(receiptSeriesSchema).max(100).optional(),
  succession: unitSuccessionSchema.optional(),
});

/** See {@link unitSchema}. */
export type Unit = z.infer<typeof unitSchema>;

/** What the calendar of a unit is built from. */
export type UnitHours = Pick<Unit, 'workingTime' | 'openingHours' | 'weekly' | 'localDays'>;
