import { fillText } from '../text/message';
import { vi } from '../text/vi';
import type { RegisterRow } from './register-data';

const words = vi.forms.register.notes;
const money = new Intl.NumberFormat('vi-VN');

/** A sum of money in đồng, without its unit: `27.000`. */
export function writeMoney(amount: number): string {
  return money.format(amount);
}

/** Lines that say something. */
export function joinLines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** Who brought the dossier, when that is not its owner. */
export function submitterText({ submitter, applicant }: RegisterRow): string {
  return submitter === '' || submitter === applicant ? '' : fillText(words.submitter, { name: submitter });
}

/** Fee due and collected; nothing where there is none. */
export function feeText({ fee, feeCollected }: Pick<RegisterRow, 'fee' | 'feeCollected'>): string {
  if (fee === 0 && feeCollected === 0) return '';
  const sums = { fee: writeMoney(fee), collected: writeMoney(feeCollected) };
  return fillText(fee === feeCollected ? words.feePaid : words.fee, sums);
}

/** What the official book has no column for: how it came in, money, who took it, where it stands. */
export function noteText(row: RegisterRow): string {
  const { fee, feeCollected, channel, officer } = row;
  return joinLines(
    channel === vi.forms.channel.counter ? '' : channel,
    feeText({ fee, feeCollected }),
    officer === '' ? '' : fillText(words.officer, { name: officer }),
    [row.status, row.sync].filter((part) => part !== '').join('. '),
    row.note,
  );
}
