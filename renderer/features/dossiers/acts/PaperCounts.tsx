import type { ReactNode } from 'react';
import type { ReceivedPaper } from '../../../../shared/domain/actions/action-parts';
import { NumberField, t } from '../../../ui';

type Counts = ReceivedPaper['counts'];

const forms = ['original', 'certifiedCopy', 'photocopy'] as const;
const MOST = 999;

/** How many originals, certified copies and photocopies of a paper came. */
export function PaperCounts({
  counts,
  onChange,
}: {
  readonly counts: Counts;
  readonly onChange: (counts: Counts) => void;
}): ReactNode {
  return (
    <div className="act-counts">
      {forms.map((form) => (
        <NumberField
          key={form}
          label={t(`dossiers.act.attach.${form}`)}
          width="full"
          reserve={false}
          max={MOST}
          value={counts[form]}
          onChange={(value) => {
            onChange({ ...counts, [form]: value });
          }}
        />
      ))}
    </div>
  );
}
