import { formatDay, formatInstant } from '../base/time';
import { decideFormSet } from '../domain/intake';
import { fillText } from '../text/message';
import { vi } from '../text/vi';
import type { Register } from './register-data';
import { writeMoney } from './register-notes';

const words = vi.forms.register;

/** Which form of which circular the book is, by the day it was kept for. */
export function referenceText({ day }: Pick<Register, 'day'>): string {
  return words.reference[decideFormSet(day)];
}

/** "(Ngày 20/11/2026)". */
export function dayText({ day }: Pick<Register, 'day'>): string {
  return fillText(words.day, { day: formatDay(day) });
}

/**
 * Until when the data of each counter is in the book: those heard of in one line, those not heard of in a line each, with
 * the reason for which the day was closed all the same.
 */
export function listCounterLines({ counters, closing }: Pick<Register, 'counters' | 'closing'>): readonly string[] {
  const heard: string[] = [];
  const silent: string[] = [];
  for (const { counterId, name, dataUntil } of counters) {
    const reason = closing?.missing.find((one) => one.counterId === counterId)?.reason;
    if (dataUntil !== null) heard.push(fillText(words.counter, { name, time: formatInstant(dataUntil) }));
    else if (reason === undefined) silent.push(fillText(words.counterSilent, { name }));
    else silent.push(fillText(words.counterMissing, { name, reason }));
  }
  return [...(heard.length > 0 ? [heard.join(' · ')] : []), ...silent];
}

/** Sums of the day, and whether and how it was closed. */
export function listClosingLines({
  totals: { feeUndecided = 0, ...totals },
  closing,
  madeAt,
  masked,
}: Register): readonly string[] {
  const sums = {
    ...totals,
    fee: `${writeMoney(totals.fee)} đ`,
    collected: `${writeMoney(totals.feeCollected)} đ`,
  };
  const state =
    closing === null
      ? fillText(words.open, { time: formatInstant(madeAt) })
      : fillText(words.closed, {
          time: formatInstant(closing.closedAt),
          officer: closing.officer,
          hash: closing.registerHash,
          chain: closing.chainHead,
        });
  const undecided = feeUndecided > 0 ? [fillText(words.undecided, { count: feeUndecided })] : [];
  return [[fillText(words.totals, sums), ...undecided].join(' '), state, ...(masked ? [words.maskedNote] : [])];
}

/** Foot of each page: a page of a closed book names its closing and the chain's head, so that none can be exchanged. */
export function footText({ closing, madeAt }: Pick<Register, 'closing' | 'madeAt'>): string {
  return closing === null
    ? fillText(words.footOpen, { time: formatInstant(madeAt) })
    : fillText(words.footClosed, { time: formatInstant(closing.closedAt), chain: closing.chainHead });
}
