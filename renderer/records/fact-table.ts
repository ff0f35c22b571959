import type { Instant } from '../../shared/base/time';
import type { Channel } from '../../shared/domain/channel';

/** What counts, boards and registers need of a dossier. No name, no number of a person: fixed width, all numbers. */
export interface DossierFact {
  readonly id: string;
  /** Journal line of the last change: an older row never replaces a newer one. */
  readonly changeNo: number;
  readonly status: number;
  readonly isOpen: boolean;
  readonly isStub: boolean;
  /** The limit stands still by a pause of its procedure. */
  readonly isPaused: boolean;
  readonly receivedAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly unitId: string;
  readonly counterId: string;
  readonly procedureCode: string;
  readonly channel: Channel | null;
  readonly awaitingReceipt: boolean;
  readonly openIssues: number;
  /** Đồng. */
  readonly fee: number;
  readonly feeCollected: number;
}

/** Which dossiers to look at; bounds are `from` ≤ value < `before`. */
export interface FactFilter {
  readonly statuses?: readonly number[];
  readonly isOpen?: boolean;
  readonly isPaused?: boolean;
  readonly unitId?: string;
  readonly counterId?: string;
  readonly procedureCode?: string;
  readonly channel?: Channel;
  readonly awaitingReceipt?: boolean;
  readonly withIssue?: boolean;
  readonly received?: { readonly from: Instant; readonly before: Instant };
  readonly due?: { readonly from: Instant; readonly before: Instant };
  readonly ended?: { readonly from: Instant; readonly before: Instant };
}

/** Counts of the dossiers a filter names. */
export interface FactSummary {
  readonly dossiers: number;
  readonly open: number;
  readonly awaitingReceipt: number;
  readonly withIssue: number;
  readonly fee: number;
  readonly feeCollected: number;
  /** By status number. */
  readonly byStatus: Readonly<Record<number, number>>;
  readonly byChannel: Readonly<Record<Channel, number>>;
}

/** The fact rows of every dossier, row after row in one block of numbers. */
export interface FactTable {
  readonly ids: string[];
  readonly rows: Map<string, number>;
  /** Texts (units, counters, procedures) by number. */
  readonly words: string[];
  readonly wordNos: Map<string, number>;
  cells: Float64Array<ArrayBuffer>;
}

/** A fact table as kept in a snapshot. */
export interface SavedFacts {
  readonly ids: readonly string[];
  readonly words: readonly string[];
  readonly cells: Float64Array<ArrayBuffer>;
}

const columns = [
  'status',
  'isOpen',
  'receivedAt',
  'dueAt',
  'endedAt',
  'unit',
  'counter',
  'procedure',
  'channel',
  'awaiting',
  'issues',
  'fee',
  'collected',
  'isStub',
  'isPaused',
  'changeNo',
] as const;
type Column = (typeof columns)[number];
const WIDTH = columns.length;
const columnNo = Object.fromEntries(columns.map((name, no) => [name, no])) as Record<Column, number>;
const channels: readonly Channel[] = ['counter', 'online', 'post'];
/** Stands for "no such time"; no bound includes it. */
const NEVER = -1;

type Bound = readonly [column: Column, from: number, before: number];

function equal(column: Column, value: number): Bound {
  return [column, value, value + 1];
}

function buildBounds(filter: FactFilter, wordNo: (word: string) => number): Bound[] {
  const bounds: Bound[] = [equal('isStub', 0)];
  if (filter.isOpen !== undefined) bounds.push(equal('isOpen', Number(filter.isOpen)));
  if (filter.isPaused !== undefined) bounds.push(equal('isPaused', Number(filter.isPaused)));
  if (filter.unitId !== undefined) bounds.push(equal('unit', wordNo(filter.unitId)));
  if (filter.counterId !== undefined) bounds.push(equal('counter', wordNo(filter.counterId)));
  if (filter.procedureCode !== undefined) bounds.push(equal('procedure', wordNo(filter.procedureCode)));
  if (filter.channel !== undefined) bounds.push(equal('channel', channels.indexOf(filter.channel)));
  if (filter.awaitingReceipt !== undefined) bounds.push(equal('awaiting', Number(filter.awaitingReceipt)));
  if (filter.withIssue !== undefined) bounds.push(filter.withIssue ? ['issues', 1, Infinity] : equal('issues', 0));
  if (filter.received !== undefined) bounds.push(['receivedAt', filter.received.from, filter.received.before]);
  if (filter.due !== undefined) bounds.push(['dueAt', filter.due.from, filter.due.before]);
  if (filter.ended !== undefined) bounds.push(['endedAt', filter.ended.from, filter.ended.before]);
  return bounds;
}

function addWord(table: FactTable, word: string): number {
  const known = table.wordNos.get(word);
  if (known !== undefined) return known;
  table.wordNos.set(word, table.words.length);
  return table.words.push(word) - 1;
}

function addRow(table: FactTable, id: string): number {
  const known = table.rows.get(id);
  if (known !== undefined) return known;
  const row = table.ids.push(id) - 1;
  table.rows.set(id, row);
  if (table.ids.length * WIDTH > table.cells.length) {
    const larger = new Float64Array(Math.max(table.cells.length * 2, WIDTH * 256));
    larger.set(table.cells);
    table.cells = larger;
  }
  return row;
}

function cell(table: FactTable, row: number, column: Column): number {
  return table.cells[row * WIDTH + columnNo[column]] ?? NEVER;
}

function matchingRows(table: FactTable, filter: FactFilter): number[] {
  const bounds = buildBounds(filter, (word) => table.wordNos.get(word) ?? NEVER);
  const statuses = filter.statuses === undefined ? undefined : new Set(filter.statuses);
  const found: number[] = [];
  for (let row = 0; row < table.ids.length; row += 1) {
    if (statuses?.has(cell(table, row, 'status')) === false) continue;
    const inside = bounds.every(([column, from, before]) => {
      const value = cell(table, row, column);
      return value >= from && value < before;
    });
    if (inside) found.push(row);
  }
  return found;
}

/** A table, empty or from a snapshot. */
export function newFactTable(saved: SavedFacts = { ids: [], words: [], cells: new Float64Array() }): FactTable {
  return {
    ids: [...saved.ids],
    rows: new Map(saved.ids.map((id, row) => [id, row])),
    words: [...saved.words],
    wordNos: new Map(saved.words.map((word, no) => [word, no])),
    cells: saved.cells,
  };
}

/** Adds or replaces the facts of a dossier. False when the table already knows later ones. */
export function putFact(table: FactTable, fact: DossierFact): boolean {
  const known = table.rows.get(fact.id);
  if (known !== undefined && cell(table, known, 'changeNo') > fact.changeNo) return false;
  const row = addRow(table, fact.id);
  const values: Record<Column, number> = {
    status: fact.status,
    isOpen: Number(fact.isOpen),
    receivedAt: fact.receivedAt ?? NEVER,
    dueAt: fact.dueAt ?? NEVER,
    endedAt: fact.endedAt ?? NEVER,
    unit: addWord(table, fact.unitId),
    counter: addWord(table, fact.counterId),
    procedure: addWord(table, fact.procedureCode),
    channel: fact.channel === null ? NEVER : channels.indexOf(fact.channel),
    awaiting: Number(fact.awaitingReceipt),
    issues: fact.openIssues,
    fee: fact.fee,
    collected: fact.feeCollected,
    isStub: Number(fact.isStub),
    isPaused: Number(fact.isPaused),
    changeNo: fact.changeNo,
  };
  table.cells.set(
    columns.map((column) => values[column]),
    row * WIDTH,
  );
  return true;
}

/** Counts the dossiers a filter names; stubs (of which no reception is known yet) count nowhere. */
export function summariseFacts(table: FactTable, filter: FactFilter): FactSummary {
  const found = matchingRows(table, filter);
  const sum = (column: Column): number => found.reduce((total, row) => total + cell(table, row, column), 0);
  const byStatus: Record<number, number> = {};
  const byChannel: Record<Channel, number> = { counter: 0, online: 0, post: 0 };
  for (const row of found) {
    const status = cell(table, row, 'status');
    byStatus[status] = (byStatus[status] ?? 0) + 1;
    const channel = channels[cell(table, row, 'channel')];
    if (channel !== undefined) byChannel[channel] += 1;
  }
  return {
    dossiers: found.length,
    open: sum('isOpen'),
    awaitingReceipt: sum('awaiting'),
    withIssue: found.filter((row) => cell(table, row, 'issues') > 0).length,
    fee: sum('fee'),
    feeCollected: sum('collected'),
    byStatus,
    byChannel,
  };
}

/** Ids of the dossiers a filter names, by time. */
export function selectFacts(
  table: FactTable,
  filter: FactFilter,
  { order, limit }: { readonly order: 'receivedAt' | 'dueAt'; readonly limit: number },
): string[] {
  return matchingRows(table, filter)
    .sort((a, b) => cell(table, a, order) - cell(table, b, order) || a - b)
    .slice(0, limit)
    .map((row) => table.ids[row] ?? '');
}

/** The table as kept in a snapshot. */
export function saveFacts(table: FactTable): SavedFacts {
  return { ids: table.ids, words: table.words, cells: table.cells.slice(0, table.ids.length * WIDTH) };
}
