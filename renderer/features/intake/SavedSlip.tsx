import type { ReactNode } from 'react';
import { formatDay, toLocalDay, toLocalTime } from '../../../shared/base/time';
import { buildReceiptSlipData } from '../../../shared/forms/receipt-slip-from-dossier';
import type { ReceiptSlip } from '../../../shared/forms/receipt-slip-data';
import { vi } from '../../../shared/text/vi';
import { useSession } from '../../session.store';
import { Section, t } from '../../ui';
import type { IntakeSurroundings } from './intake-form';
import type { SavedDossier } from './intake.store';

/** Date on the slip, as it is printed. */
function promiseOf({ promisedAt }: ReceiptSlip): string {
  if (promisedAt === null) return t('intake.due.none');
  return t('intake.due.at', { time: toLocalTime(promisedAt), day: formatDay(toLocalDay(promisedAt)) });
}

/**
 * The slip in small, from the very data it is printed from: what the citizen now holds can be compared at a glance. Its words
 * are those of the paper, in Vietnamese. The PDF itself cannot be shown: the closed page holds no plug-in to draw it.
 */
export function SavedSlip({
  saved,
  around,
}: {
  readonly saved: SavedDossier;
  readonly around: IntakeSurroundings;
}): ReactNode {
  const practice = useSession((session) => session.practice);
  const { state } = saved;
  const { reference, officer } = around;
  const procedure = reference.procedures.get(state.procedureCode ?? '');
  const unit = reference.units.get(state.receivingUnitId ?? '') ?? around.unit;
  const slip = procedure && buildReceiptSlipData(state, { unit, procedure, officerName: officer.name, practice });
  if (!slip) return null;
  return (
    <Section title={t('intakeRules.saved.preview')}>
      <div className="intake-slip-small" lang="vi">
        <p className="text-small">{slip.head.unitName}</p>
        <p className="strong">{vi.forms.receipt.title}</p>
        <p className="tabular">{slip.code}</p>
        <p>{slip.applicantName}</p>
        <p className="text-small">{slip.procedureName}</p>
        <ol className="text-small intake-slip-papers">
          {slip.papers.map((paper) => (
            <li key={paper.name}>{paper.name}</li>
          ))}
        </ol>
        <p className="strong tabular">{promiseOf(slip)}</p>
        {slip.feeText !== '' && <p className="text-small">{slip.feeText}</p>}
      </div>
    </Section>
  );
}
