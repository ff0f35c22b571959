import { toLocalDay, type Instant } from '../../shared/base/time';
import type { Intake } from '../../shared/domain/actions/intake-payload';
import { decideFees, isFeeUndecided } from '../../shared/domain/fees';
import { defaultPapers } from '../../shared/domain/paper-checklist';
import type { Party } from '../../shared/domain/person';
import type { Procedure } from '../../shared/domain/procedure';
import type { Unit } from '../../shared/domain/unit';
import type { OnlineSubmission } from '../online-submissions';
import { samplePeople } from './sample-people';

/** A citizen's submission as the practice portal would send it. */
export interface SampleRow {
  readonly procedureCode: string;
  readonly caseId: string;
  readonly parties: readonly Party[];
  readonly minutesAgo: number;
  readonly summary: string;
  readonly quantities: Intake['quantities'];
  readonly returnMethod: Intake['returnMethod'];
}

const { hoa, duong, thuong, minhKhoi, khanh, luu, ngoc } = samplePeople;

/** From just now to yesterday, so that the countdown of eight working hours shows every colour. */
const sampleRows: readonly SampleRow[] = [
  {
    ...{ procedureCode: '2.000635', caseId: 'thuong', minutesAgo: 12, quantities: { copies: 3 }, returnMethod: 'post' },
    parties: [{ role: 'applicant', person: hoa }],
    summary: 'Xin 3 bản sao Giấy khai sinh để làm hồ sơ nhập học',
  },
  {
    ...{ procedureCode: '1.004873', caseId: 'thuong', minutesAgo: 35, quantities: {}, returnMethod: 'counter' },
    parties: [{ role: 'applicant', person: khanh }],
    summary: 'Xác nhận tình trạng hôn nhân để đăng ký kết hôn',
  },
  {
    ...{ procedureCode: '1.001193', caseId: 'dung-han', minutesAgo: 80, quantities: {}, returnMethod: 'counter' },
    parties: [
      { role: 'applicant', person: minhKhoi },
      { role: 'submitter', person: thuong, ground: 'Mẹ đẻ' },
    ],
    summary: 'Đăng ký khai sinh cho con thứ nhất',
  },
  {
    ...{ procedureCode: '1.001612', caseId: 'ca-nhan', minutesAgo: 190, quantities: {}, returnMethod: 'online' },
    parties: [{ role: 'applicant', person: duong }],
    summary: 'Đăng ký hộ kinh doanh: tạp hóa tại Thôn 1',
  },
  {
    ...{ procedureCode: '1.001731', caseId: 'thuong', minutesAgo: 410, quantities: {}, returnMethod: 'counter' },
    parties: [{ role: 'applicant', person: luu }],
    summary: 'Đề nghị hỗ trợ chi phí mai táng cho chồng',
  },
  {
    ...{
      procedureCode: '1.012783',
      caseId: 'khong-do-dac',
      minutesAgo: 1_330,
      quantities: {},
      returnMethod: 'counter',
    },
    parties: [
      { role: 'applicant', person: duong },
      { role: 'representative', person: ngoc, ground: 'Văn bản ủy quyền của chủ hồ sơ' },
    ],
    summary: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất do bị rách',
  },
];

/** Prefix of the portal codes of a day's samples; the portal's own scheme is not published. */
export function samplePortalPrefix(now: Instant): string {
  return `G22.99-${toLocalDay(now).slice(2).replaceAll('-', '')}-90`;
}

/** Intake of a row; `undefined` when the packages hold no such procedure. */
export function buildSampleIntake(
  row: Omit<SampleRow, 'minutesAgo'>,
  unit: Unit,
  procedures: ReadonlyMap<string, Procedure>,
): Intake | undefined {
  const procedureCase = procedures.get(row.procedureCode)?.cases.find((item) => item.id === row.caseId);
  if (!procedureCase) return undefined;
  const { parties, summary, quantities, returnMethod, procedureCode, caseId } = row;
  const address = parties[0]?.person.address;
  return {
    ...{ v: 1, procedureCode, caseId, channel: 'online', receivingUnitId: unit.id, handlingUnit: unit.parentName },
    ...{ parties: [...parties], papers: defaultPapers(procedureCase), pages: [], quantities, setCount: 1, summary },
    ...{ fees: decideFees(procedureCase.fees.online, quantities), returnMethod },
    ...(isFeeUndecided(procedureCase.fees.online) ? { feeUndecided: true as const } : {}),
    ...(returnMethod === 'post' && address !== undefined ? { returnAddress: address } : {}),
  };
}

/** Submissions of fictional citizens to a unit, made recently as seen from `now`. Rows of unknown procedures are left out. */
export function buildSampleSubmissions(input: {
  unit: Unit;
  procedures: ReadonlyMap<string, Procedure>;
  now: Instant;
}): OnlineSubmission[] {
  const { unit, procedures, now } = input;
  return sampleRows.flatMap((row, index) => {
    const intake = buildSampleIntake(row, unit, procedures);
    const portalCode = `${samplePortalPrefix(now)}${String(index + 1).padStart(3, '0')}`;
    return intake ? [{ portalCode, submittedAt: now - row.minutesAgo * 60_000, intake }] : [];
  });
}
