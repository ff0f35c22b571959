import type { Instant } from '../base/time';
import { decideApology, type ApologyInput, type ApologyStanding } from './apology';
import { shownCode } from './dossier-codes';

/** One dossier on a leader's list. */
export interface ApologyRow {
  readonly dossierId: string;
  readonly code: string;
  readonly handlingUnit: string;
  readonly due: Instant;
  readonly standing: ApologyStanding;
}

/** What a leader has to do about apologies today; each dossier stands in one list at most, the earliest due first. */
export interface ApologyDay {
  /** Letters of the own unit to draw up and sign. */
  readonly toDraft: readonly ApologyRow[];
  /** Printed, and waiting for the signature of the head of the handling unit. */
  readonly toSign: readonly ApologyRow[];
  /** Signed, and not with the citizen yet. */
  readonly toDeliver: readonly ApologyRow[];
  /** Another unit handles: remind it and ask for its letter. */
  readonly toRemind: readonly ApologyRow[];
  /** Reminded; the other unit's letter has not come. */
  readonly awaitingLetter: readonly ApologyRow[];
  /** The date has passed, handling goes on, and the citizen has no apology. */
  readonly lateWithout: readonly ApologyRow[];
  /** The promise of a delivered apology has passed: a second one needs an approver who is there. */
  readonly promiseBroken: readonly ApologyRow[];
}

/** Apologies of late dossiers, ended ones too. Only what was delivered counts (counter reality §3, seed 002). */
export interface ApologyFigures {
  /** Late by law, or with an apology delivered before the date passed. */
  readonly owed: number;
  readonly delivered: number;
  readonly deliveredBeforeDue: number;
  readonly lateWithout: number;
}

/** Name of a list of {@link ApologyDay}. */
export type ApologyList = keyof ApologyDay;

/** A dossier on one of the lists. */
export interface PlacedApology {
  readonly list: ApologyList;
  readonly row: ApologyRow;
}

function dueOf(standing: ApologyStanding): Instant | null {
  if (standing.kind === 'notNeeded') return null;
  return 'due' in standing ? standing.due : standing.draft.due;
}

function chooseList(standing: ApologyStanding): ApologyList | null {
  switch (standing.kind) {
    case 'notNeeded':
      return null;
    case 'dueToDraft':
      return standing.draft.kind === 'reminder' ? 'toRemind' : 'toDraft';
    case 'drafted':
      return standing.draft.kind === 'reminder' ? 'awaitingLetter' : 'toSign';
    case 'signed':
      return 'toDeliver';
    case 'delivered':
      return standing.promiseBroken ? 'promiseBroken' : null;
    case 'lateWithoutApology':
      return standing.draft === null ? null : 'lateWithout';
  }
}

/** The list a dossier stands in; null when there is nothing to do about it. */
export function placeApology(input: ApologyInput): PlacedApology | null {
  const standing = decideApology(input);
  const due = dueOf(standing);
  const list = chooseList(standing);
  if (due === null || list === null) return null;
  const { state } = input;
  const { dossierId, handlingUnit } = state;
  return { list, row: { dossierId, code: shownCode(state), handlingUnit, due, standing } };
}

/** The lists out of the places of all dossiers. */
export function joinApologyDay(placed: readonly PlacedApology[]): ApologyDay {
  const rows = [...placed].sort((a, b) => a.row.due - b.row.due || (a.row.dossierId < b.row.dossierId ? -1 : 1));
  const of = (name: ApologyList) => rows.filter(({ list }) => list === name).map(({ row }) => row);
  return {
    toDraft: of('toDraft'),
    toSign: of('toSign'),
    toDeliver: of('toDeliver'),
    toRemind: of('toRemind'),
    awaitingLetter: of('awaitingLetter'),
    lateWithout: of('lateWithout'),
    promiseBroken: of('promiseBroken'),
  };
}

/** The lists of a leader's day. */
export function buildApologyDay(dossiers: readonly ApologyInput[]): ApologyDay {
  return joinApologyDay(dossiers.flatMap((input) => placeApology(input) ?? []));
}

/** Counts the apologies of many dossiers. */
export function countApologies(dossiers: readonly ApologyInput[]): ApologyFigures {
  const standings = dossiers.map(decideApology);
  const delivered = standings.filter((standing) => standing.kind === 'delivered');
  const lateWithout = standings.filter((standing) => standing.kind === 'lateWithoutApology').length;
  return {
    owed: delivered.length + lateWithout,
    delivered: delivered.length,
    deliveredBeforeDue: delivered.filter((standing) => standing.beforeDue).length,
    lateWithout,
  };
}
