import type { caseOutcome as vietnamese } from '../vi/case-outcome';
import type { WordsLike } from './words-like';

/** English of the acts about the result of a dossier. */
export const caseOutcome: WordsLike<typeof vietnamese> = {
  field: {
    number: 'Number and symbol (if any)',
    abstract: 'Abstract (if any)',
    signedBy: 'Signed by (if any)',
    agency: 'Issuing agency (if any)',
    shelf: 'Where the result lies (cabinet, shelf)',
    originalsWithheld: 'Originals kept with the result (if any)',
  },
  noPages: 'No scanned page yet. Scan the result, or choose paper and say why.',
  who: 'Who is here',
  somebody: 'Somebody else',
  authorisation: 'Written authority (number, day, where certified)',
  authorisationHint: 'Keep the authority or a copy of it.',
  lostSlip: 'Slip lost, declaration signed',
  originals: 'Originals given back',
  withheld: 'Kept with the result: {{what}}.',
  dispatch: {
    waybill: 'Waybill number',
    waybillHint: 'Scan or type the code on the consignment note.',
    address: 'Delivery address',
    cod: 'Collected by the post for us (VND)',
    codOwed: '{{amount}} still due',
    codNone: 'Nothing is due any more',
    notAsked: 'The citizen had chosen the counter or online. Ask again before sending.',
  },
  failed: {
    sent: '{{waybill}}, sent {{at}}',
    reason: 'Reason',
    reasonOf: {
      absent: 'Nobody was there',
      wrongAddress: 'Wrong address',
      refused: 'Refused by the recipient',
      other: 'Other',
    },
    words: 'More (if any)',
    where: 'Where the result is now',
    onShelf: 'Back on the shelf',
    onTheWay: 'On its way back',
  },
};
