const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_BYTES = 22;
const FIRST_YEAR = 1980;

/** Time and date as ZIP keeps them: two words, in steps of two seconds, from 1980 on. */
function encodeTime(instant: number): { readonly time: number; readonly date: number } {
  const at = new Date(instant);
  const year = Math.max(at.getUTCFullYear() - FIRST_YEAR, 0);
  return {
    time: (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1),
    date: (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(),
  };
}

/**
 * Sets the time of every file in a ZIP. The library that packs spreadsheets stamps them with the clock; a closed register
 * must give the same bytes whenever it is exported again. Throws when the bytes are no plain ZIP.
 */
export function setZipTimes(bytes: Uint8Array, instant: number): Uint8Array {
  const zip = new Uint8Array(bytes);
  const view = new DataView(zip.buffer);
  const end = zip.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END) throw new Error('no plain zip');
  const { time, date } = encodeTime(instant);
  const stamp = (at: number, signature: number, offset: number): void => {
    if (view.getUint32(at, true) !== signature) throw new Error('no plain zip');
    view.setUint16(at + offset, time, true);
    view.setUint16(at + offset + 2, date, true);
  };
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    stamp(at, CENTRAL, 12);
    stamp(view.getUint32(at + 42, true), LOCAL, 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return zip;
}
