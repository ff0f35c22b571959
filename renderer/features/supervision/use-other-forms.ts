import { useEffect, useMemo, useState } from 'react';
import type { Officer } from '../../../shared/domain/officer';
import type { Unit } from '../../../shared/domain/unit';
import { listKitDue } from '../../../shared/forms/kit-due';
import type { DayPaper } from '../../../shared/forms/unit-forms';
import { getDesktop } from '../../desktop';
import { useReference } from '../../records/reference.store';
import { useSession } from '../../session.store';
import { useNow } from '../../ui';
import { useOfficeNames } from '../../use-office';
import { makeOtherPapers, type OtherAround, type OtherRecords, type OtherWish } from './other-forms';
import { readOtherRecords } from './read-other-forms';

const NOW_MS = 30_000;

/** Papers of a wish; `isBusy` while the records are read. */
export interface LivePapers {
  readonly papers: readonly DayPaper[];
  readonly around: OtherAround;
  readonly isBusy: boolean;
  readonly hasFailed: boolean;
  readonly refresh: () => void;
}

function useAround(unit: Unit, officer: Officer, wish: OtherWish): OtherAround {
  const at = useNow(NOW_MS);
  const reference = useReference((known) => known.reference);
  const practice = useSession((session) => session.practice);
  const { officerName } = useOfficeNames();
  const { day } = wish;
  return useMemo(() => {
    const procedures = [...(reference?.procedures.values() ?? [])];
    return {
      // Main knows the unit by the packages of today: so does the paper.
      unit: reference?.units.get(unit.id) ?? unit,
      ...{ practice, at, officerName, procedures, printedBy: officer.name },
      findProcedure: (code) => procedures.find((one) => one.code === code),
      kitDue: reference === null ? [] : listKitDue(reference, unit, day),
    };
  }, [reference, unit, practice, at, officerName, officer.name, day]);
}

/** See {@link LivePapers}. */
export function useOtherPapers(unit: Unit, officer: Officer, wish: OtherWish): LivePapers {
  const around = useAround(unit, officer, wish);
  const [reads, setReads] = useState(0);
  const [held, setHeld] = useState<{ readonly asked: object; readonly records: OtherRecords | undefined }>();
  const computer = useSession((session) => session.counter?.name ?? '');
  const procedureCount = around.procedures.length;
  const { form, day, from, to } = wish;
  const asked = useMemo(
    () => ({ ...{ form, day, from, to, reads }, look: { unit, computer, technician: officer.name, procedureCount } }),
    [form, day, from, to, reads, unit, computer, officer.name, procedureCount],
  );
  useEffect(() => {
    let isGone = false;
    void readOtherRecords(getDesktop(), asked, asked.look).then((read) => {
      if (!isGone) setHeld({ asked, records: read.ok ? read.value : undefined });
    });
    return () => {
      isGone = true;
    };
  }, [asked]);
  const isCurrent = held?.asked === asked;
  const records = isCurrent ? held.records : undefined;
  const papers = useMemo(() => (records ? makeOtherPapers(wish, records, around) : []), [wish, records, around]);
  return {
    ...{ papers, around },
    isBusy: !isCurrent,
    hasFailed: isCurrent && held.records === undefined,
    refresh: () => {
      setReads((count) => count + 1);
    },
  };
}
