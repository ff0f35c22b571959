import { formatDay, formatInstant } from '../base/time';
import { opensDossier } from '../text/addendum-sentences';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import type { RegisterAddendum } from './addendum-data';

const words = vi.forms.addendum;

/** "PHỤ LỤC BỔ SUNG SỐ 1". */
export function addendumTitle({ number }: Pick<RegisterAddendum, 'number'>): string {
  return number === null ? words.draftTitle : fillText(words.title, { number });
}

/** Which closed register it adds to. */
export function addendumSubtitle({ day, closing }: RegisterAddendum): string {
  const { closedAt, officer } = closing;
  return fillText(words.of, { day: formatDay(day), time: formatInstant(closedAt), officer });
}

/** Why it was issued. */
export function addendumReason({ number, reason }: RegisterAddendum): string {
  return number === null ? words.draftReason : fillText(words.reason, { reason });
}

/** How many rows, who issued it, and the hash of the register that stays as it is. */
export function listAddendumEnd({ number, rows, closing, madeAt, madeBy }: RegisterAddendum): readonly string[] {
  const dossiers = rows.filter((row) => opensDossier(row.actKind)).length;
  return [
    fillText(words.total, { rows: rows.length, dossiers }),
    ...(number === null ? [] : [fillText(words.issued, { time: formatInstant(madeAt), officer: madeBy })]),
    fillText(words.hash, { hash: closing.registerHash }),
  ];
}

/** Foot of each page. */
export function addendumFoot({ number, closing, chainHead, madeAt }: RegisterAddendum): string {
  return fillText(number === null ? words.footDraft : words.foot, {
    issued: formatInstant(madeAt),
    time: formatInstant(closing.closedAt),
    chain: chainHead,
  });
}
