import { type ReactNode, useMemo, useState } from 'react';
import type { Officer } from '../../../shared/domain/officer';
import { can } from '../../../shared/domain/permissions';
import { findNextAddendumNumber } from '../../../shared/domain/unit-day';
import { Button, t } from '../../ui';
import { AddendumDialog } from './AddendumDialog';
import { useActRules } from '../../use-office';
import { AddendumTable } from './AddendumTable';
import type { DayQuestion, ReadDay } from './read-day';
import { listLateActs } from './shown-register';

interface AddendumPartProps {
  readonly read: ReadDay;
  readonly question: DayQuestion;
  readonly officer: Officer;
  /** Reads the day again once an addendum was issued. */
  readonly onIssued: () => void;
}

/** What came to light of a closed day after its closing, and the way to put it on paper. Nothing while there is none. */
export function AddendumPart({ read, question, officer, onIssued }: AddendumPartProps): ReactNode {
  const [isIssuing, setIssuing] = useState(false);
  const waiting = useMemo(() => listLateActs(read), [read]);
  const { sets } = useActRules();
  const { closing, closed, addenda } = read;
  if (closing === null || (waiting.length === 0 && addenda.length === 0)) return null;
  const number = findNextAddendumNumber(addenda, closing.record.actionId);
  const mayIssue = waiting.length > 0 && closed !== null && can(officer.role, 'closeRegister', sets);
  const end = (): void => {
    setIssuing(false);
  };
  return (
    <>
      <AddendumTable
        issued={addenda}
        waiting={waiting}
        day={read.now.day}
        action={
          mayIssue && (
            <Button keys="Alt+P" onPress={() => setIssuing(true)}>
              {t('supervision.addendum.issue.button', { number, count: waiting.length })}
            </Button>
          )
        }
      />
      {isIssuing && mayIssue && (
        <AddendumDialog
          question={question}
          number={number}
          rows={waiting}
          onCancel={end}
          onIssued={() => {
            end();
            onIssued();
          }}
        />
      )}
    </>
  );
}
