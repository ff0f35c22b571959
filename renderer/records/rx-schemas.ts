import type { RxJsonSchema } from 'rxdb';
import { NO_DUE_AT } from '../../shared/domain/index-fields';

/**
 * One dossier as stored: what lists sort and select by, and everything else sealed. No field but `sealed` may ever
 * hold a name, number, phone or address. Payload changes never touch this shape.
 */
export interface DossierDoc {
  readonly id: string;
  readonly status: number;
  readonly isOpen: number;
  readonly dueAt: number;
  /** Negated: a descending sort would read the whole range instead of the index. */
  readonly receivedAtNeg: number;
  readonly receivedDay: string;
  readonly counterId: string;
  readonly unitId: string;
  readonly code: string;
  readonly procedureCode: string;
  readonly personKey: string;
  readonly phoneKey: string;
  readonly awaitingReceipt: number;
  /** Negated number of the last journal line that touched the dossier: what changed since a line is one range. */
  readonly changeNoNeg: number;
  /** Indexed and empty: the next list needs no new schema. */
  readonly spareKey: string;
  readonly sealed: string;
}

/** One row of a reference package that is or was in force here. Public data, not sealed. */
export interface ReferenceDoc {
  /** `kind|version|key`. */
  readonly id: string;
  readonly kind: string;
  readonly version: string;
  /** The row as JSON text: its shape belongs to the package, not to the store. */
  readonly row: string;
}

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;
const flag = { type: 'number', minimum: 0, maximum: 1, multipleOf: 1 } as const;
const instant = { type: 'number', minimum: 0, maximum: NO_DUE_AT, multipleOf: 1 } as const;
const negated = { type: 'number', minimum: -NO_DUE_AT, maximum: 0, multipleOf: 1 } as const;

/** Eight indexes: each further one costs every save. */
export const dossierSchema: RxJsonSchema<DossierDoc> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(40),
    status: { type: 'number', minimum: 0, maximum: 99, multipleOf: 1 },
    isOpen: flag,
    dueAt: instant,
    receivedAtNeg: negated,
    receivedDay: text(10),
    counterId: text(40),
    unitId: text(60),
    code: text(60),
    procedureCode: text(20),
    personKey: text(24),
    phoneKey: text(24),
    awaitingReceipt: flag,
    changeNoNeg: negated,
    spareKey: text(60),
    sealed: { type: 'string' },
  },
  required: [
    'id',
    'status',
    'isOpen',
    'dueAt',
    'receivedAtNeg',
    'receivedDay',
    'counterId',
    'unitId',
    'code',
    'procedureCode',
    'personKey',
    'phoneKey',
    'awaitingReceipt',
    'changeNoNeg',
    'spareKey',
    'sealed',
  ],
  indexes: [
    ['isOpen', 'dueAt'],
    ['receivedAtNeg'],
    ['status', 'receivedAtNeg'],
    ['awaitingReceipt', 'changeNoNeg'],
    ['code'],
    ['personKey'],
    ['phoneKey'],
    ['spareKey'],
  ],
};

/** Rows of reference packages, by package. */
export const referenceSchema: RxJsonSchema<ReferenceDoc> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text(200), kind: text(20), version: text(40), row: { type: 'string' } },
  required: ['id', 'kind', 'version', 'row'],
  indexes: [['kind', 'version']],
};
