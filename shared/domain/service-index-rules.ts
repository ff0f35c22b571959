import { z } from 'zod';

/** Elements of QĐ 766/QĐ-TTg in the order of domain notes §1.2. */
export const indexElementIds = [
  '1.1',
  '1.2',
  '1.3',
  '1.4',
  '2.1',
  '3.1',
  '3.2',
  '3.3',
  '3.5',
  '3.6',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '4.5',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
] as const;
/** See {@link indexElementIds}. */
export type IndexElementId = (typeof indexElementIds)[number];

/** Groups of the index (domain notes §1.2). */
export const indexGroupIds = ['transparency', 'progress', 'online', 'payment', 'digitisation', 'satisfaction'] as const;
/** See {@link indexGroupIds}. */
export type IndexGroupId = (typeof indexGroupIds)[number];

/** One element: its points, and the rate (0 to 1) from which it has all of them; below, points are proportional. */
export const indexElementSchema = z.object({
  id: z.enum(indexElementIds),
  points: z.number().min(0).max(100),
  fullAt: z.number().gt(0).max(1),
});
/** See {@link indexElementSchema}. */
export type IndexElement = z.infer<typeof indexElementSchema>;

/** Bộ chỉ số 766 as data: groups, their elements and what counts as the full mark. */
export const serviceIndexRulesSchema = z.object({
  groups: z
    .array(z.object({ id: z.enum(indexGroupIds), elements: z.array(indexElementSchema).min(1).max(20) }))
    .min(1)
    .max(10),
  /** Survey answers of this score or less are dissatisfied. */
  dissatisfiedUpTo: z.int().min(1).max(4),
  provisional: z.boolean(),
  source: z.string().max(300),
});
/** See {@link serviceIndexRulesSchema}. */
export type ServiceIndexRules = z.infer<typeof serviceIndexRulesSchema>;

/**
 * Index rules inside the program. Group totals 18, 20, 12, 10, 22, 18 and the full marks (80 %, 50 %, 90 %) are of domain
 * notes §1.2; how a group's points split over its elements is not known (§14, 3), so they are even: provisional as a whole.
 */
export const embeddedIndexRules: ServiceIndexRules = {
  groups: [
    {
      id: 'transparency',
      elements: [
        { id: '1.1', points: 4.5, fullAt: 1 },
        { id: '1.2', points: 4.5, fullAt: 1 },
        { id: '1.3', points: 4.5, fullAt: 1 },
        { id: '1.4', points: 4.5, fullAt: 1 },
      ],
    },
    { id: 'progress', elements: [{ id: '2.1', points: 20, fullAt: 1 }] },
    {
      id: 'online',
      elements: [
        { id: '3.1', points: 4, fullAt: 0.8 },
        { id: '3.2', points: 4, fullAt: 1 },
        { id: '3.3', points: 4, fullAt: 0.5 },
      ],
    },
    {
      id: 'payment',
      elements: [
        { id: '3.5', points: 5, fullAt: 0.8 },
        { id: '3.6', points: 5, fullAt: 1 },
      ],
    },
    {
      id: 'digitisation',
      elements: [
        { id: '4.1', points: 4.4, fullAt: 1 },
        { id: '4.2', points: 4.4, fullAt: 0.8 },
        { id: '4.3', points: 4.4, fullAt: 0.8 },
        { id: '4.4', points: 4.4, fullAt: 1 },
        { id: '4.5', points: 4.4, fullAt: 1 },
      ],
    },
    {
      id: 'satisfaction',
      elements: [
        { id: '5.1', points: 4.5, fullAt: 1 },
        { id: '5.2', points: 4.5, fullAt: 1 },
        { id: '5.3', points: 4.5, fullAt: 1 },
        { id: '5.4', points: 4.5, fullAt: 0.9 },
      ],
    },
  ],
  dissatisfiedUpTo: 2,
  provisional: true,
  source: 'QĐ 766/QĐ-TTg ngày 23/6/2022 (điểm từng chỉ tiêu tạm chia đều, chưa đối chiếu văn bản gốc)',
};
