/** Words of: the one-sentence status bar and the sync desk. */
export const sync = {
  bar: {
    stored: 'Đã lưu {{saved}} · Tỉnh đã nhận {{accepted}} · Chờ {{waiting}}',
    nothingYet: 'Hôm nay chưa ghi hồ sơ nào',
  },
  /** One short sentence for the bar (`short`), what is safe and what to do for the desk (`detail`). */
  abnormal: {
    diskLow: {
      short: 'Ổ đĩa sắp đầy',
      detail:
        'Ổ đĩa sắp đầy. Việc đã lưu vẫn an toàn. Xóa bớt tệp không dùng, hoặc báo người hỗ trợ trước khi nhận thêm hồ sơ.',
    },
    issues: {
      short: '{{count}} việc tỉnh báo lại, cần xem',
      detail: '{{count}} việc được tỉnh báo lại. Hồ sơ và giấy hẹn vẫn còn nguyên. Xem từng việc bên dưới.',
    },
    untrusted: {
      short: 'Máy chủ trả lời không đáng tin, đã ngừng gửi',
      detail:
        'Chữ ký trả lời của máy chủ không đúng nên ứng dụng đã ngừng gửi. Việc đã lưu vẫn ở máy này. Báo người hỗ trợ.',
    },
    auth: {
      short: 'Tỉnh chưa công nhận máy này',
      detail: 'Tỉnh chưa công nhận máy này nên chưa nhận hồ sơ. Việc đã lưu vẫn ở máy này. Báo quản trị đơn vị.',
    },
    protocol: {
      short: 'Phiên bản ứng dụng không khớp với máy chủ',
      detail:
        'Ứng dụng và máy chủ của tỉnh khác phiên bản nên chưa gửi được. Việc đã lưu vẫn ở máy này. Báo người hỗ trợ.',
    },
    clockDoubt: {
      short: 'Giờ máy chưa chắc chắn',
      detail: 'Giờ của máy đã thay đổi bất thường. Hồ sơ vẫn nhận được với số tạm. Kiểm tra ngày giờ của máy.',
    },
    captivePortal: {
      short: 'Mạng đòi đăng nhập',
      detail:
        'Mạng đang mở một trang đăng nhập thay cho máy chủ. Việc đã lưu vẫn ở máy này. Đăng nhập mạng bằng trình duyệt.',
    },
    server: {
      short: 'Máy chủ tỉnh đang có lỗi',
      detail: 'Máy chủ của tỉnh đang có lỗi ({{status}}). Việc đã lưu vẫn ở máy này và sẽ tự gửi lại.',
    },
    network: {
      short: 'Mất mạng, vẫn làm việc bình thường',
      detail: 'Không có mạng đến tỉnh. Tiếp nhận, in và trả kết quả vẫn làm được; việc đang chờ sẽ tự gửi khi có mạng.',
    },
    noCodes: {
      short: 'Hết mã hồ sơ, đang dùng số tạm',
      detail: 'Hôm nay đã dùng hết mã được cấp. Hồ sơ mới nhận số tạm, tỉnh sẽ ghép mã chính thức khi có mạng.',
    },
    fewCodes: {
      short: 'Còn {{count}} mã cho hôm nay',
      detail: 'Còn {{count}} mã cho hôm nay. Kết nối mạng để nhận thêm; nếu hết, hồ sơ mới nhận số tạm.',
    },
    notConfigured: {
      short: 'Máy này chưa nối với tỉnh',
      detail: 'Máy này chưa được nối với máy chủ của tỉnh. Mọi việc vẫn được lưu ở máy này.',
    },
    notDurable: {
      short: 'Tỉnh đã nhận nhưng chưa ghi bền',
      detail:
        'Máy chủ này có thể mất dữ liệu khi mất điện (đủ, chưa bền). Máy này giữ lại mọi việc đã gửi cho đến khi máy chủ ghi bền.',
    },
  },
  desk: {
    line: {
      up: 'Đang có mạng đến tỉnh',
      down: 'Không có mạng đến tỉnh',
      notTried: 'Đang thử kết nối với tỉnh',
      notConfigured: 'Máy này chưa nối với tỉnh',
    },
    activity: { idle: 'Không có gì đang gửi', sending: 'Đang gửi', receiving: 'Đang nhận' },
    sendNow: 'Gửi ngay',
    sendNowBusy: 'Đang gửi',
    tabs: 'Các nhóm việc đồng bộ',
    waiting: 'Chờ gửi',
    waitingActs: 'Việc chờ gửi',
    issues: 'Tỉnh báo lại',
    issueActs: 'Việc tỉnh báo lại',
    unit: { dossiers: 'hồ sơ', acts: 'việc' },
    saved: 'Đã lưu hôm nay',
    accepted: 'Tỉnh đã nhận',
    lastContact: 'Liên lạc gần nhất',
    lastReceipt: 'Biên nhận gần nhất',
    never: 'chưa có',
    codesLeft: 'Mã hồ sơ',
    codesToday: 'Còn {{count}} mã cho hôm nay',
    codesUntil: 'Còn {{count}} mã cho hôm nay, mã được cấp đến {{day}}',
    codesNone: 'Hết mã cho hôm nay',
    durable: 'Máy chủ ghi bền',
    durableYes: 'Có',
    durableNo: 'Chưa: máy này giữ lại mọi việc đã gửi',
    durableUnknown: 'Chưa biết',
    allSent: 'Không có việc nào chờ gửi',
    allSentSince: 'Tỉnh đã ký nhận lần gần nhất lúc {{at}}.',
    allSentNever: 'Khi ghi việc mới, việc đó hiện ở đây cho đến khi tỉnh ký nhận.',
    noIssues: 'Tỉnh không báo lại việc nào',
    noIssuesHint: 'Việc tỉnh chưa nhận, hoặc nhận nhưng cần xem lại, sẽ hiện ở đây cùng lý do và người xử lý.',
    queueShown: 'Hiện {{shown}} việc cũ nhất trong {{total}} hồ sơ chờ.',
    column: {
      act: 'Việc',
      at: 'Ghi lúc',
      age: 'Đã chờ',
      tries: 'Số lần gửi',
      subject: 'Hồ sơ',
      verdict: 'Kết quả',
      cause: 'Lý do, người xử lý',
    },
    whoActs: 'Người xử lý: {{who}}',
    ago: '{{at}} ({{age}} trước)',
    unitDay: 'Việc của ngày {{day}}',
    notHere: 'Hồ sơ chưa về máy này',
    openDossier: 'Mở hồ sơ',
    verdict: {
      acceptedWithIssue: 'Đã nhận, cần xem',
      refused: 'Chưa nhận',
      quarantined: 'Chờ xem xét',
    },
    context: 'Nối với tỉnh',
    safeTitle: 'Việc đã lưu luôn an toàn',
    safeBody:
      '“Đã lưu” nghĩa là đã ghi xuống ổ cứng của máy này. “Tỉnh đã nhận” nghĩa là tỉnh đã ký biên nhận cho từng việc.',
  },
  age: {
    justNow: 'vừa xong',
    minutes: '{{count}} phút',
    hours: '{{count}} giờ',
    days: '{{count}} ngày',
  },
} as const;
