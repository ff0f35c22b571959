/** Words of: first run, unlocking, switching officers, opening step. */
export const unlock = {
  firstRun: {
    title: 'Máy này chưa được thiết lập',
    lead: 'Chưa có đơn vị, cán bộ hay hồ sơ nào trên máy này.',
    practiceTitle: 'Bắt đầu với đơn vị thực hành',
    practiceBody:
      'Đơn vị thực hành có sẵn ba cán bộ, danh mục thủ tục và lịch làm việc để làm thử mọi bước. Giấy in ra ghi rõ là giấy thực hành. Dữ liệu thực hành nằm ở thư mục riêng, không bao giờ lẫn với dữ liệu thật.',
    practiceButton: 'Thiết lập đơn vị thực hành',
    practiceBusy: 'Đang thiết lập',
    realTitle: 'Dùng cho đơn vị thật',
    realBody:
      'Người cài đặt khởi động ứng dụng một lần với tệp thiết lập của đơn vị: --provision=<tệp>. Cách làm ghi trong tài liệu docs/deployment.md. Liên hệ quản trị đơn vị.',
    realLater: 'Nếu máy này từng có hồ sơ, đừng thiết lập lại; hãy gọi hỗ trợ trước.',
    failed: 'Không thiết lập được. Mã lỗi {{ref}}. Chưa có gì bị ghi.',
  },
  title: 'Mở khóa',
  whoAreYou: 'Chọn tên của mình',
  officers: 'Cán bộ của quầy này',
  password: 'Mật khẩu',
  pin: 'Mã PIN (6 số)',
  open: 'Mở khóa',
  opening: 'Đang mở khóa',
  usePassword: 'Dùng mật khẩu',
  usePin: 'Dùng mã PIN',
  cold: 'Từ lúc khởi động, chưa có gì được gửi về tỉnh. Việc gửi bắt đầu sau lần mở khóa đầu tiên.',
  locked: 'Máy đang khóa. Việc đã lưu vẫn tiếp tục được gửi về tỉnh.',
  practicePasswords: 'Đơn vị thực hành: mật khẩu của cả ba cán bộ là “{{password}}”.',
  wrongPassword: 'Mật khẩu không đúng, còn {{triesLeft}} lần thử.',
  wrongPin: 'Mã PIN không đúng, còn {{triesLeft}} lần thử.',
  wrongLast: 'Không đúng. Phải chờ trước khi thử lại.',
  blocked: 'Đã nhập sai nhiều lần. Thử lại sau {{time}}.',
  blockedStays: 'Tắt ứng dụng hoặc chỉnh giờ máy không làm ngắn thời gian chờ.',
  unknownOfficer: 'Không còn cán bộ này trên máy. Chọn lại tên.',
  needsPassword: 'Lần này cần mật khẩu, mã PIN không còn hiệu lực.',
  needsRecovery:
    'Kho khóa của hệ điều hành trên máy này đã mất, mật khẩu không mở được nữa. Cần phiếu khóa khôi phục của đơn vị; dữ liệu vẫn còn.',
  storeFailed:
    'Chưa mở được sổ hồ sơ trên máy này ({{name}}). Việc đã lưu vẫn nằm trong nhật ký. Thử lại; nếu còn lỗi, gọi hỗ trợ.',
  programDamaged:
    'Chương trình trên máy này thiếu tệp. Dữ liệu còn nguyên. Hãy cài lại phiên bản đang dùng rồi mở lại.',
  starting: 'Đang mở dữ liệu của máy này',
  newerData: 'Dữ liệu trên máy do phiên bản mới hơn ghi. Hãy cài phiên bản mới; không có gì bị thay đổi.',
  journalUnreadable:
    'Không đọc được nhật ký hồ sơ. Mã lỗi {{ref}}. Ứng dụng không ghi gì thêm để giữ nguyên dữ liệu. Gọi hỗ trợ.',
  capsLock: 'Đang bật Caps Lock',
  pinDigits: 'Mã PIN gồm 6 chữ số',
  switchOfficer: 'Đổi người',
  start: {
    greeting: 'Chào {{name}}',
    lead: 'Trước khi nhận hồ sơ đầu tiên',
    restored: 'Đã khôi phục {{count}} hồ sơ từ nhật ký của máy này. Không mất hồ sơ nào đã lưu.',
    restoredOnline:
      'Đã khôi phục {{count}} hồ sơ, {{online}} hồ sơ trực tuyến chờ từ nhật ký của máy này. Không mất hồ sơ nào đã lưu.',
    restoredDrafts:
      'Hồ sơ đang nhập dở chưa vào nhật ký nên không khôi phục được. Bản nhập dở nào không còn ở màn hình Tiếp nhận thì nhập lại.',
    unsent: '{{count}} hồ sơ chưa gửi được về tỉnh',
    unsentNone: 'Không còn hồ sơ chờ gửi',
    unsentHint: 'Sẽ tự gửi khi có mạng.',
    dueToday: '{{count}} hồ sơ hẹn trả hôm nay',
    dueTodayNone: 'Hôm nay không có hồ sơ đến hạn',
    overdue: '{{count}} hồ sơ đã quá hạn',
    overdueNone: 'Không có hồ sơ quá hạn',
    counting: 'Đang đếm',
    begin: 'Bắt đầu tiếp nhận',
  },
  records: {
    applying: 'Đang cập nhật sổ hồ sơ ({{done}}/{{total}}). Vẫn tiếp nhận được hồ sơ mới.',
    behind: 'Sổ hồ sơ trên máy đang được mở lại. Việc đã lưu vẫn đủ trong nhật ký; hồ sơ cũ tạm thời chỉ xem.',
    readOnly:
      'Nhật ký trên máy thiếu một số dòng mà sổ hồ sơ đã có. Ứng dụng chỉ cho xem để giữ nguyên dữ liệu. Gọi hỗ trợ ngay.',
    failed: 'Không mở được sổ hồ sơ ({{failure}}). Việc đã lưu vẫn nằm trong nhật ký của máy này. Gọi hỗ trợ.',
    damaged: 'Có {{count}} dòng nhật ký không đọc được. Ứng dụng không ghi đè lên chúng. Gọi hỗ trợ.',
  },
} as const;
