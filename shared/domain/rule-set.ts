import { z } from 'zod';
import { localDaySchema, localTimeSchema, type LocalDay } from '../base/time';
import { approvalRowSchema } from './approval-levels';
import { pauseRuleSchema } from './pause-rule';
import { permissionRowSchema } from './permissions';
import { reportRulesSchema } from './report-rules';
import { serviceIndexRulesSchema } from './service-index-rules';
import { dueTimeSchema } from './unit';

/** Rules that hold for every procedure unless it says otherwise, one version of them. */
export const ruleSetSchema = z.object({
  validFrom: localDaySchema,
  /** Received later than this minute, a same-day result is due the next working day (NĐ 23/2015/NĐ-CP). */
  sameDayCutoff: localTimeSchema,
  /** For units that name none of their own. */
  dueTime: dueTimeSchema,
  /** Pause kinds of procedures that name none of their own. */
  pauses: z.array(pauseRuleSchema).max(20),
  /** An online submission is accepted or answered within these working hours (NĐ 45/2020/NĐ-CP; provisional). */
  acceptanceHours: z.int().min(1).max(80),
  /**
   * When a result counts as early (trước hạn). `earlierDay`: finished on a day before the due day; on the due day, not
   * after the due time, it is on time (counter notes §2 (c)). `earlierInstant`: any time before the due time.
   */
  early: z.enum(['earlierDay', 'earlierInstant']),
  /** Supplement requests allowed without a leader's word and legal ground (domain notes §12, 6). */
  supplementsAllowed: z.int().min(0).max(9),
  /** Extensions allowed without an approver who is there (NĐ 61/2018 art. 19; provisional). */
  extensionsAllowed: z.int().min(0).max(9),
  /** What each role may do, by day; roles without a row hold what the program gives them. Absent: as inside the program. */
  permissions: z.array(permissionRowSchema).max(200).optional(),
  /** Which acts need somebody's word, by day; acts without a row as inside the program. */
  approvals: z.array(approvalRowSchema).max(200).optional(),
  /** Absent: as inside the program. */
  reports: reportRulesSchema.optional(),
  /** Absent: as inside the program. */
  serviceIndex: serviceIndexRulesSchema.optional(),
  /** Names of entries no official text was read for. */
  provisional: z.array(z.string().max(60)),
  source: z.string().max(300),
});
/** See {@link ruleSetSchema}. */
export type RuleSet = z.infer<typeof ruleSetSchema>;

/** Version named where no package brought rules: the defaults inside the program. */
export const EMBEDDED_RULES_VERSION = 'embedded';

/** Field code of land procedures: the only ones with a tax determination outside the limit (NĐ 101/2024; provisional). */
const LAND_FIELD = 'dat-dai';

/**
 * Defaults inside the program, from secondary sources (domain notes §5.1–§5.5, counter notes §5): provisional as a whole
 * until the province sends a package of kind `rules`.
 */
export const embeddedRules: RuleSet = {
  validFrom: '2018-06-21',
  sameDayCutoff: '15:00',
  dueTime: 'keepHour',
  pauses: [
    {
      kind: 'supplement',
      starts: 'SupplementRequested',
      ends: 'SupplementReceived',
      whose: 'citizen',
      mode: 'restart',
      law: 'NĐ 61/2018/NĐ-CP, NĐ 118/2025/NĐ-CP',
      provisional: true,
    },
    {
      kind: 'payment',
      starts: 'ObligationNotified',
      ends: 'ObligationFulfilled',
      whose: 'citizen',
      mode: 'addWorkingTime',
      law: 'NĐ 61/2018/NĐ-CP, NĐ 101/2024/NĐ-CP',
      provisional: true,
    },
    {
      kind: 'taxDetermination',
      starts: 'Forwarded',
      ends: 'ObligationNotified',
      whose: 'taxAuthority',
      mode: 'addWorkingTime',
      law: 'NĐ 101/2024/NĐ-CP',
      provisional: true,
      onlyFields: [LAND_FIELD],
    },
  ],
  acceptanceHours: 8,
  early: 'earlierDay',
  supplementsAllowed: 1,
  extensionsAllowed: 1,
  provisional: ['dueTime', 'pauses', 'acceptanceHours', 'early', 'supplementsAllowed', 'extensionsAllowed'],
  source: 'Giá trị mặc định của phần mềm, chưa đối chiếu văn bản gốc',
};

/** The newest rules in force on a day; `undefined` when all of them start later. */
export function findRulesInForce(rows: readonly RuleSet[], day: LocalDay): RuleSet | undefined {
  let found: RuleSet | undefined;
  for (const row of rows) {
    if (row.validFrom <= day && (!found || found.validFrom <= row.validFrom)) found = row;
  }
  return found;
}
