import { describe, expect, it } from 'vitest';
import { createBuilders } from '../../tests/support/builders';
import { fromLocal } from '../base/time';
import type { CollectAnswer, CollectRule } from '../domain/collectors';
import type { DuplicateReason } from '../domain/duplicate-check';
import type { PartyWarning } from '../domain/parties';
import type { Party } from '../domain/person';
import { sayVi } from './message';
import { collectAnswerText, collectRuleText, describeDuplicate, describePartyWarning } from './people-sentences';

const make = createBuilders(8);
const parties: readonly Party[] = [
  { role: 'applicant', person: make.person({ name: 'Đặng Thu Ước' }) },
  { role: 'submitter', person: make.person({ name: ' ' }) },
];

describe('describePartyWarning', () => {
  it.each<[PartyWarning, string]>([
    [{ kind: 'samePersonTwice', party: 0, first: 1 }, 'Đặng Thu Ước đứng hai lần trong hồ sơ'],
    [{ kind: 'oneSideOnly', missing: 'transferor' }, 'Chưa có bên chuyển quyền'],
    [{ kind: 'oneSideOnly', missing: 'transferee' }, 'Chưa có bên nhận chuyển quyền'],
    [{ kind: 'sideMissing', party: 0 }, 'Chưa rõ Đặng Thu Ước là bên chuyển hay bên nhận'],
    [{ kind: 'groundMissing', party: 1 }, 'Người thứ 2 nộp thay nhưng chưa ghi căn cứ (giấy ủy quyền, quan hệ)'],
    [{ kind: 'submitterTwice', party: 1 }, 'Người thứ 2 là người nộp thứ hai; một hồ sơ chỉ có một người nộp'],
  ])('says %o', (warning, sentence) => {
    expect(sayVi(describePartyWarning(warning, parties))).toBe(sentence);
  });
});

describe('collecting the result', () => {
  it('has a sentence for each answer and rule', () => {
    const answers: CollectAnswer[] = ['may', 'withAuthorisation', 'mayNot'];
    expect(answers.map((answer) => sayVi(collectAnswerText(answer)))).toEqual([
      'Được nhận kết quả',
      'Chỉ nhận kết quả khi có giấy ủy quyền của chủ hồ sơ',
      'Không được nhận kết quả hồ sơ này',
    ]);
    const rules: CollectRule[] = ['anyApplicant', 'transferee', 'applicantInPerson'];
    expect(rules.map((rule) => sayVi(collectRuleText(rule)))).toEqual([
      'Một trong các chủ hồ sơ nhận kết quả, hoặc người được ủy quyền',
      'Bên nhận chuyển quyền nhận kết quả, hoặc người được bên đó ủy quyền',
      'Chủ hồ sơ phải tự nhận kết quả, không nhận thay',
    ]);
  });
});

describe('describeDuplicate', () => {
  const found = { dossierId: make.id(), code: 'H41.26-260309-0007', receivedAt: fromLocal('2026-03-09', '08:00') };

  it.each<[DuplicateReason, string]>([
    ['samePersonSameDay', 'cùng người, cùng thủ tục, cùng ngày'],
    ['sameSubject', 'cùng người, cùng thủ tục'],
    ['sameChild', 'cùng một trẻ'],
    ['siblings', 'cùng cha mẹ, cùng ngày sinh, khác tên (sinh đôi hoặc đổi tên?)'],
    ['sameParcel', 'cùng thửa đất, hồ sơ kia chưa xong'],
    ['sameCertificate', 'cùng số giấy chứng nhận, hồ sơ kia chưa xong'],
  ])('says why: %s', (why, words) => {
    expect(sayVi(describeDuplicate({ ...found, why }))).toBe(
      `Có thể trùng hồ sơ H41.26-260309-0007, nhận 09/03/2026: ${words}`,
    );
  });

  it('names no day while the other was not received', () => {
    expect(sayVi(describeDuplicate({ ...found, receivedAt: null, why: 'sameChild' }))).toBe(
      'Có thể trùng hồ sơ H41.26-260309-0007: cùng một trẻ',
    );
  });
});
