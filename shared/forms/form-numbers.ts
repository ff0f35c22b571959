import type { FormId } from '../domain/form-id';
import type { FormSet } from '../domain/form-set';
import { fillText } from '../text/message';
import { papers } from '../text/vi/forms-papers';

/** Numbers of the forms in the two circulars (domain notes §2.1). A paper that is not here is in use beside them. */
export const formNumbers: Readonly<Record<FormSet, Partial<Readonly<Record<FormId, number>>>>> = {
  'TT01-2018': { receipt: 1, supplementRequest: 2, refusal: 3, apology: 4, controlSheet: 5, register: 6 },
  'TT03-2025': {
    receipt: 1,
    supplementRequest: 2,
    refusal: 3,
    apology: 4,
    stopNotice: 5,
    controlSheet: 6,
    register: 7,
  },
};

/** "Mẫu số 02, Phụ lục I (Thông tư số 03/2025/TT-VPCP)"; empty for papers no circular numbers. */
export function formReference(form: FormId, set: FormSet): string {
  const number = formNumbers[set][form];
  return number === undefined ? '' : fillText(papers.reference[set], { number: String(number).padStart(2, '0') });
}
