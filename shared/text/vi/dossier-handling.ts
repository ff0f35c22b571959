/** Words of the acts of handling on a dossier: hand-over, obligation, dates, letters, refusal, stop, approval. */
export const dossierHandling = {
  file: 'Trang quét làm chứng (nếu có)',
  step: 'Bước nội bộ bắt đầu (nếu có)',
  originalsReturned: 'Số bản chính trả lại công dân',
  talk: {
    saved: 'Đã lưu {{at}}: {{kind}}. Quyển {{book}}/{{year}}, số {{number}}.',
    incomplete: 'Nội dung hồ sơ chưa về đủ máy này nên chưa ghi được. Nội dung đã gõ vẫn giữ; chờ đồng bộ rồi ghi lại.',
  },
  ask: {
    others: 'Không có trong danh mục công khai: {{names}}. Đây là',
    othersAre: { content: 'Nội dung cần sửa, ghi rõ hơn', papers: 'Giấy tờ phải nộp thêm' },
    outside:
      'Chỉ được yêu cầu giấy tờ ngoài danh mục khi có căn cứ pháp lý. Việc này vào danh sách theo dõi hằng tuần.',
    ground: 'Căn cứ pháp lý của giấy tờ ngoài danh mục',
    secondGround: 'Căn cứ pháp lý để yêu cầu bổ sung lần nữa',
  },
  approval: {
    own: 'Bạn có quyền duyệt việc này; ghi tên bạn là người duyệt.',
    why: {
      supplement: {
        block: 'Yêu cầu bổ sung lần nữa phải có người duyệt ngay tại chỗ.',
        defer:
          'Yêu cầu bổ sung lần nữa bị tính là quá hạn quốc gia. Cần người duyệt, hoặc ghi lý do để lãnh đạo xem khi chốt ngày.',
      },
      promise: {
        block: 'Hẹn lại lần thứ hai phải có người duyệt ngay tại chỗ.',
        defer: 'Hẹn lại lần thứ hai cần người duyệt, hoặc ghi lý do để lãnh đạo xem khi chốt ngày.',
      },
    },
    way: 'Duyệt',
    wayOf: { deferred: 'Lãnh đạo xem sau', immediate: 'Có người duyệt ngay' },
    approver: 'Người duyệt tại chỗ',
    reason: 'Lý do làm trước khi duyệt',
    nobody:
      'Đơn vị chưa có ai khác được quyền duyệt trên máy này. Nội dung vẫn giữ; nhờ người giám sát đăng nhập để ghi.',
    fault: {
      approvalMissing: 'Chọn người duyệt',
      mustBeImmediate: 'Việc này phải có người duyệt ngay tại chỗ',
      reasonMissing: 'Ghi lý do để lãnh đạo xem khi chốt ngày',
      unknownApprover: 'Không có người này trong đơn vị',
      ownApproval: 'Không tự duyệt việc của mình',
      mayNotApprove: 'Người này không có quyền duyệt',
    },
  },
  notice: {
    noticeNo: 'Số thông báo',
    issuedBy: 'Cơ quan ra thông báo',
    amount: 'Số tiền phải nộp (đồng)',
    nothing: 'Ghi 0 khi thông báo không phải nộp.',
    dueDay: 'Hạn nộp (nếu có)',
  },
  payment: {
    which: 'Thông báo đã nộp',
    notice: 'Thông báo số {{noticeNo}}, {{amount}}',
    voucherNo: 'Số chứng từ nộp tiền',
    paidOn: 'Ngày nộp trên chứng từ',
    future: 'Ngày nộp không được sau hôm nay',
    noRules: 'Máy này chưa có quy định của thủ tục nên chưa tính được ngày trả mới. Vẫn ghi được việc nộp tiền.',
  },
  signature: {
    which: 'Lần bàn giao',
    list: 'Bàn giao cho {{to}} lúc {{at}}, {{originals}} bản chính.',
    receivedBy: 'Người ký nhận',
    originals: 'Số bản chính thực nhận',
    differs: 'Số bản chính không khớp danh sách bàn giao. Ghi rõ chênh lệch.',
    mismatch: 'Chênh lệch',
  },
  forward: {
    purpose: 'Chuyển để',
    purposeOf: {
      taxDetermination: 'Xác định nghĩa vụ tài chính',
      consultation: 'Lấy ý kiến',
      competence: 'Giải quyết theo thẩm quyền',
      other: 'Việc khác',
    },
    stops: 'Thời gian cơ quan thuế xác định không tính vào thời hạn.',
    runs: 'Thời hạn giải quyết vẫn tính.',
    to: 'Cơ quan nhận',
    documentNo: 'Số văn bản, phiếu chuyển (nếu có)',
  },
  promise: {
    day: 'Hẹn lại ngày',
    reason: 'Lý do gia hạn',
    movesNothing: 'Ngày hẹn lại không đổi hạn theo quy định; hồ sơ vẫn tính đúng hạn hay quá hạn theo hạn đó.',
  },
  letter: {
    reason: 'Lý do chậm, ghi trong thư',
    remedy: 'Cách khắc phục (nếu có)',
    signedBy: 'Người ký (thủ trưởng {{unit}})',
    number: 'Số thư (nếu có)',
    signedOn: 'Ngày ký',
    reminder:
      'Đơn vị khác giải quyết hồ sơ này nên thủ trưởng {{unit}} ký thư xin lỗi. Việc của quầy là in văn bản nhắc; chỉ ghi ở đây khi đã nhận được thư.',
  },
  delivery: {
    letter: 'Thư số {{number}}, {{signedBy}} ký, hẹn lại {{promise}}.',
    by: 'Gửi bằng',
    byOf: { hand: 'Trao tay', post: 'Bưu điện', email: 'Thư điện tử', zalo: 'Zalo' },
    proof: 'Minh chứng đã gửi',
    proofHint: 'Ví dụ: ký nhận ngày 22/11/2026, mã bưu gửi, ảnh tin nhắn.',
  },
  stop: {
    reason: 'Lý do dừng giải quyết',
    decisionNo: 'Số văn bản (nếu có)',
    stage: 'Đang ở bước (nếu có)',
  },
  refusal: {
    reason: 'Lý do từ chối',
    reasonHint: 'Nêu lý do theo quy định, không phải lỗi máy, lỗi mạng.',
    legalGround: 'Căn cứ pháp lý',
    proposedOnly: 'Nhân viên bưu điện chỉ đề nghị; cán bộ tiếp nhận quyết định từ chối hay tiếp nhận.',
    proposedBy: '{{name}} đề nghị từ chối lúc {{at}}. Xem lại lý do, căn cứ rồi quyết định.',
  },
  guidance: { comeBackBy: 'Hẹn bổ sung trước ngày (nếu có)' },
} as const;
