import { z } from 'zod';
import { answerConditionSchema } from './case-question';

const dong = z.int().min(0);

/**
 * Miễn, giảm: who pays less, by how much and by which law (e.g. poor households, people of merit). Fees of the land and civil
 * status fields are set by each provincial council: all values are data, provisional until confirmed.
 */
export const feeWaiverRuleSchema = z.object({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  /** Legal ground, printed on the receipt and in the cash report. Never empty. */
  ground: z.string().min(1).max(300),
  /** Whole percent that is not asked; 100 = free. */
  percent: z.int().min(1).max(100),
  /** A paper must show it; its number or name is written down. */
  needsProof: z.boolean(),
  /** Answers under which it applies by itself; absent: the officer chooses it. */
  condition: answerConditionSchema.optional(),
});
/** See {@link feeWaiverRuleSchema}. */
export type FeeWaiverRule = z.infer<typeof feeWaiverRuleSchema>;

/** A further line beside the main one: a register fee, a service price. Amounts in đồng, whole numbers. */
const furtherLineSchema = z.object({
  name: z.string().min(1).max(200),
  amount: dong,
  per: z.enum(['dossier', 'copy']),
  /** A waiver of the rule does not reach this line. */
  notWaived: z.literal(true).optional(),
});

const priced = {
  name: z.string(),
  amount: dong,
  further: z.array(furtherLineSchema).max(10).optional(),
  waivers: z.array(feeWaiverRuleSchema).max(20).optional(),
};

/**
 * Fee rule of a channel. Amounts in đồng, integers. `free` names its ground (online = 0 by a provincial council's resolution).
 * `perPage`: `amount` a page up to `threshold`, `amountAfter` beyond, at most `max` a copy (2.000 / 1.000 / 200.000 đ for
 * certified copies, domain notes §3.4 row 1).
 */
export const feeRuleSchema = z.discriminatedUnion('basis', [
  z.object({ basis: z.literal('free'), ground: z.string().max(300), undecided: z.literal(true).optional() }),
  z.object({ basis: z.literal('fixed'), ...priced }),
  z.object({ basis: z.literal('perCopy'), ...priced }),
  z.object({
    basis: z.literal('perPage'),
    ...priced,
    threshold: z.int().min(1),
    amountAfter: dong,
    max: dong,
  }),
]);

/** See {@link feeRuleSchema}. */
export type FeeRule = z.infer<typeof feeRuleSchema>;
