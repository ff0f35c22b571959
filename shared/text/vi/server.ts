/** Status page of the provincial server. Numbers only, nothing about persons. */
export const server = {
  title: 'Máy chủ tỉnh – Quầy Một Cửa',
  lead: 'Máy chủ đang chạy và nhận hồ sơ từ các quầy.',
  protocol: 'Phiên bản giao thức',
  durable: 'Ghi bền',
  durableYes: 'Có: dữ liệu còn nguyên khi mất điện',
  durableNo: 'Chưa: chỉ dùng thử; các quầy giữ lại bản của mình',
  engine: 'Cơ sở dữ liệu',
  serverEpoch: 'Kỳ dữ liệu',
  dossiers: 'Hồ sơ',
  actions: 'Thao tác đã nhận',
  devices: 'Máy đã đăng ký',
  quarantined: 'Mục cách ly',
  serverTime: 'Giờ máy chủ',
} as const;
