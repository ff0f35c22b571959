/** Words about who acts for whom, and about money papers. */
export const counterDuty = {
  onBehalf: 'Thay mặt {{unit}} theo QĐ số {{decisionNo}}',
  onBehalfDated: 'Thay mặt {{unit}} theo QĐ số {{decisionNo}} ngày {{day}}',
  delegationEnds: 'Quyết định giao nhiệm vụ còn {{days}} ngày làm việc, hết hạn ngày {{day}}',
  delegationLastDay: 'Hôm nay là ngày cuối của quyết định giao nhiệm vụ',
  receiptTitle: {
    receipt: 'BIÊN LAI THU PHÍ, LỆ PHÍ',
    slipNotReceipt: 'PHIẾU THU – KHÔNG THAY BIÊN LAI',
  },
  noReceipt: {
    noSeries: 'Quầy chưa có dải biên lai đã đăng ký',
    seriesSpent: 'Dải biên lai của quầy đã dùng hết',
  },
} as const;
