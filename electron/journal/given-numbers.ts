import { z } from 'zod';
import type { Action } from '../../shared/domain/actions/action';
import { receiptNumberSchema, type ReceiptNumber } from '../../shared/domain/actions/money-actions';
import { codeSchema, slipNumberSchema, type SlipNumber } from '../../shared/domain/actions/intake-payload';
import { parseSlipNumber } from '../../shared/domain/slip-number';

/** A number of a registered receipt series. */
export type SeriesReceipt = Omit<Extract<ReceiptNumber, { readonly kind: 'series' }>, 'kind'>;

/** Numbers an act gives out or spoils: dossier codes and temporary numbers as texts, slips, and receipts of a series. */
export interface GivenNumbers {
  readonly codes: readonly string[];
  readonly slips: readonly SlipNumber[];
  readonly receipts?: readonly SeriesReceipt[];
}

const noNumbers: GivenNumbers = { codes: [], slips: [] };

function parseSlips(texts: readonly string[]): readonly SlipNumber[] {
  return texts.map(parseSlipNumber).filter((slip) => slip !== undefined);
}

// Only the numbers are read: an act of a newer version gives them out as well.
const givenSchema = z.object({ code: codeSchema.optional(), slip: slipNumberSchema.optional() });
const kitSchema = z.object({ codes: z.array(z.string()), slipNumbers: z.array(z.string()) });
const voidedCodeSchema = z.object({ code: z.string() });
const collectionSchema = z.object({ receipt: receiptNumberSchema.optional() });
const voidedReceiptSchema = z.object({ formNo: z.string(), symbol: z.string(), number: z.int() });
const voidedSlipSchema = z.object({ slipNo: z.string() });

function readGiven(payload: unknown): GivenNumbers {
  const { code, slip } = givenSchema.safeParse(payload).data ?? {};
  return {
    codes: code === undefined || code.kind === 'portal' ? [] : [code.value],
    slips: slip === undefined ? [] : [slip],
  };
}

/** Every kind that puts a number on paper: what is missing here would be given a second time. */
export function findNumbers({ kind, payload }: Action): GivenNumbers {
  switch (kind) {
    case 'DossierReceived':
    case 'OnlineSubmissionAccepted':
    case 'GuidanceIssued':
    case 'RefusalProposed':
    case 'IntakeRefused':
      return readGiven(payload);
    case 'PaperKitIssued': {
      const kit = kitSchema.safeParse(payload).data;
      return kit === undefined ? noNumbers : { codes: kit.codes, slips: parseSlips(kit.slipNumbers) };
    }
    case 'CodeVoided': {
      const voided = voidedCodeSchema.safeParse(payload).data;
      return voided === undefined ? noNumbers : { codes: [voided.code], slips: [] };
    }
    case 'SlipNumberVoided': {
      const voided = voidedSlipSchema.safeParse(payload).data;
      return voided === undefined ? noNumbers : { codes: [], slips: parseSlips([voided.slipNo]) };
    }
    case 'FeeCollected': {
      const receipt = collectionSchema.safeParse(payload).data?.receipt;
      return receipt?.kind === 'series' ? { ...noNumbers, receipts: [receipt] } : noNumbers;
    }
    case 'ReceiptNumberVoided': {
      const voided = voidedReceiptSchema.safeParse(payload).data;
      return voided === undefined ? noNumbers : { ...noNumbers, receipts: [voided] };
    }
    default:
      return noNumbers;
  }
}
