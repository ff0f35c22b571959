import type { LocalDay } from '../../shared/base/time';

/** Puts the slashes of `dd/MM/yyyy` between digits as they are typed; with `allowYear` four digits may stay a year. */
export function spellTypedDate(text: string, allowYear: boolean): string {
  const digits = text.replaceAll(/\D/g, '').slice(0, 8);
  const couldBeYear = allowYear && digits.length <= 4 && !text.includes('/');
  if (couldBeYear || digits.length <= 2) return digits + (digits.length === 2 && text.endsWith('/') ? '/' : '');
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter((part) => part !== '').join('/');
}

/** The day that was typed, `dd/MM/yyyy` or `ddMMyyyy` (or a bare year); `undefined` while it is no real date. */
export function findTypedDate(text: string, allowYear: boolean): LocalDay | undefined {
  if (allowYear && /^(19|20)\d{2}$/.test(text)) return text;
  const parts = /^(\d{2})\/?(\d{2})\/?(\d{4})$/.exec(text);
  if (!parts) return undefined;
  const day = `${parts[3] ?? ''}-${parts[2] ?? ''}-${parts[1] ?? ''}`;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? undefined : day;
}
