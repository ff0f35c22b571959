import { assertNever } from '../base/result';
import { formatDay } from '../base/time';
import type { CodeFate, FateRun } from '../domain/code-accounting';
import type { ExternalCodeDoubt, ExternalSystem } from '../domain/external-code';
import type { SlipFate } from '../domain/slip-accounting';
import type { PairingDoubt } from '../domain/temporary-number';
import { sayVi, type Message } from './message';

/** What became of a number of a lease or slip series, in a word or two. */
export function fateText(fate: CodeFate['fate'] | SlipFate['fate']): Message {
  return { key: `codes.fate.${fate}` };
}

/** Neighbouring numbers of the same fate: "0001–0042 đã dùng". At least four digits, as codes print them. */
export function fateRunText({ from, to, fate }: FateRun): Message {
  const values = { from: toDigits(from), to: toDigits(to), fate: sayVi(fateText(fate)) };
  return { key: from === to ? 'codes.runOfOne' : 'codes.run', values };
}

function toDigits(number: number): string {
  return String(number).padStart(4, '0');
}

/** What is odd about a code that the province paired with a temporary number. */
export function describePairingDoubt(doubt: PairingDoubt): Message {
  switch (doubt.kind) {
    case 'notTemporary':
    case 'notOfficial':
      return { key: `codes.pairing.${doubt.kind}` };
    case 'otherAgency':
      return { key: 'codes.pairing.otherAgency', values: { expected: doubt.expected, found: doubt.found } };
    case 'otherDay':
      return {
        key: 'codes.pairing.otherDay',
        values: { expected: formatDay(doubt.expected), found: formatDay(doubt.found) },
      };
    default:
      return assertNever(doubt, 'describePairingDoubt');
  }
}

/** A doubt about a code of another system; `systems` gives their names. */
export function describeExternalCodeDoubt(doubt: ExternalCodeDoubt, systems: readonly ExternalSystem[]): Message {
  switch (doubt.kind) {
    case 'unknownSystem':
      return { key: 'codes.external.unknownSystem', values: { system: doubt.system } };
    case 'unusualShape': {
      const system = systems.find(({ id }) => id === doubt.system)?.name ?? doubt.system;
      return { key: 'codes.external.unusualShape', values: { system } };
    }
    case 'empty':
    case 'alreadyLinked':
      return { key: `codes.external.${doubt.kind}` };
    case 'replacesFinal':
      return { key: 'codes.external.replacesFinal', values: { code: doubt.code } };
    default:
      return assertNever(doubt, 'describeExternalCodeDoubt');
  }
}
