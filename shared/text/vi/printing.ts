import { printingPapers } from './printing-papers';

/** Printers in words, wherever a screen speaks of them. */
export const printing = {
  /** Follows "Máy in …". */
  trouble: {
    paperOut: 'hết giấy',
    jam: 'kẹt giấy',
    coverOpen: 'đang mở nắp',
    inkOut: 'hết mực',
    offline: 'đang tắt hoặc mất kết nối',
    paused: 'đang tạm dừng',
    attention: 'đang báo lỗi',
    stopped: 'đang dừng',
    rejecting: 'không nhận lệnh in',
    gone: 'không còn trên máy này',
    waiting: 'chưa in lệnh này',
  },
  paper: printingPapers,
  fault: 'Máy in {{name}} {{trouble}}',
  /** Where room is short: what is wrong comes first. */
  faultShort: 'Máy in {{trouble}}: {{name}}',
  fileOnly: 'Chỉ lưu tệp, không in',
  none: 'Lưu tệp (chưa có máy in)',
  change: 'Đổi máy in',
  slipPrinter: 'Máy in giấy hẹn của máy này',
  automatic: 'Theo máy in mặc định ({{name}})',
  slipDiffers:
    'Chưa in: nội dung trên màn hình khác sổ của máy này ({{fields}}). Hồ sơ không bị ảnh hưởng. Mở lại hồ sơ rồi in.',
  slipField: {
    code: 'mã hồ sơ',
    dossierId: 'hồ sơ chưa có trong sổ',
    procedureCode: 'thủ tục',
    applicantName: 'tên người nộp',
    receivedAt: 'giờ tiếp nhận',
    promisedAt: 'giờ hẹn trả',
    feeState: 'phí, lệ phí',
    form: 'loại biểu mẫu',
    formSet: 'bộ mẫu theo thông tư',
    head: 'tên đơn vị',
    codeLine: 'mã hồ sơ',
    bookLine: 'số quyển, số thứ tự',
    applicant: 'tên chủ hồ sơ',
    identity: 'giấy tờ tùy thân',
    money: 'số tiền',
    newDate: 'ngày hẹn mới',
    qr: 'mã QR',
  },
} as const;
