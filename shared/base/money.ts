const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/** `1.000.000 đ`: whole đồng with dots between thousands. Throws when the amount is no whole number. */
export function formatDong(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new Error('formatDong: not a whole number of đồng');
  const grouped = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}${grouped} đ`;
}

/** The last digit of a number read after its tens: một becomes mốt, bốn tư, năm lăm. */
function readUnit(unit: number, tens: number): string {
  if (unit === 1 && tens > 1) return 'mốt';
  if (unit === 4 && tens > 1) return 'tư';
  if (unit === 5 && tens > 0) return 'lăm';
  return digits[unit] ?? '';
}

/** Reads 0…999; `full` says the hundreds and `lẻ` even when they are zero, as inside a longer number. */
function readTriple(value: number, full: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const unit = value % 10;
  const words: string[] = [];
  if (full || hundreds > 0) words.push(digits[hundreds] ?? '', 'trăm');
  if (tens === 1) words.push('mười');
  else if (tens > 1) words.push(digits[tens] ?? '', 'mươi');
  else if (unit > 0 && words.length > 0) words.push('lẻ');
  if (unit > 0) words.push(readUnit(unit, tens));
  return words;
}

function readBelowBillion(value: number, full: boolean): string[] {
  const groups = [
    { value: Math.floor(value / 1_000_000), unit: 'triệu' },
    { value: Math.floor(value / 1000) % 1000, unit: 'nghìn' },
    { value: value % 1000, unit: '' },
  ];
  const words: string[] = [];
  for (const group of groups) {
    if (group.value === 0) continue;
    words.push(...readTriple(group.value, full || words.length > 0));
    if (group.unit !== '') words.push(group.unit);
  }
  return words;
}

function readNumber(value: number, full: boolean): string[] {
  if (value < BILLION) return readBelowBillion(value, full);
  return [...readNumber(Math.floor(value / BILLION), full), 'tỷ', ...readBelowBillion(value % BILLION, true)];
}

/**
 * An amount in words as receipts write it, e.g. `Hai mươi mốt nghìn đồng`.
 * Reads `lẻ` for a zero ten and `tư` after tens. Throws when the amount is negative or no whole number.
 */
export function dongInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new Error('dongInWords: not a whole amount');
  const text = amount === 0 ? digits[0] : readNumber(amount, false).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)} đồng`;
}
