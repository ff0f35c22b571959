/** Words the app says outside its window, and on folders and files of this PC. */
export const machine = {
  fault: {
    title: 'Quầy Một Cửa gặp lỗi',
    unexpected: 'Ứng dụng gặp lỗi ngoài dự kiến. Hồ sơ đã báo "Đã lưu" vẫn còn nguyên.',
    pageGone:
      'Màn hình vừa gặp lỗi và đã được mở lại. Hồ sơ đã lưu và phần đang gõ dở vẫn còn; hãy mở khóa để làm tiếp.',
    pageGoneAgain: 'Màn hình gặp lỗi nhiều lần liên tiếp. Hãy đóng ứng dụng rồi mở lại. Hồ sơ đã lưu vẫn còn nguyên.',
    helperGone:
      'Một phần phụ của ứng dụng vừa dừng và sẽ tự chạy lại. Nếu việc in hoặc kết xuất chưa xong, hãy làm lại.',
    ref: 'Mã lỗi đọc cho bộ phận hỗ trợ: {{ref}}',
    close: 'Đóng',
  },
  start: {
    folderHeld:
      'Dữ liệu của quầy này đang được một phiên làm việc khác trên máy sử dụng. Hãy đóng phiên đó rồi mở lại.',
    badOption: 'Tham số khởi động không hợp lệ: --{{option}}',
    forbiddenSwitch:
      'Ứng dụng không khởi động với tham số --{{option}}, vì tham số này mở đường cho chương trình khác đọc hồ sơ. Hãy mở ứng dụng bằng biểu tượng của nó.',
    badProvision: 'Tệp thiết lập đơn vị không đọc được hoặc không đúng mẫu: {{field}}',
    badPackages: 'Bộ dữ liệu thủ tục đi kèm bị hỏng. Hãy cài đặt lại ứng dụng; hồ sơ đã lưu không bị ảnh hưởng.',
    newerData: 'Dữ liệu trên máy này do phiên bản mới hơn tạo ra. Hãy cài phiên bản mới nhất.',
    damagedKeys: 'Tệp khóa của quầy bị hỏng cả hai bản. Không xóa gì; hãy báo bộ phận hỗ trợ.',
  },
  scanFolder: {
    name: 'Thư mục máy quét',
    unsupported: 'Tệp này không phải ảnh JPEG, PNG hoặc PDF.',
    incomplete: 'Tệp này chưa được ghi xong hoặc bị cắt ngang. Hãy quét lại trang này.',
    tooLarge: 'Tệp này lớn hơn mức nhận được (64 MB). Hãy quét lại với độ phân giải 300 dpi hoặc chia nhỏ tệp.',
  },
  file: {
    receipt: 'Giay tiep nhan {{code}}',
    receiptReprint: 'Giay tiep nhan {{code}} - ban in {{copyNo}}',
    register: 'So theo doi {{unitId}} {{day}}',
    addendum: 'So theo doi {{unitId}} {{day}} - phu luc so {{number}}',
    addendumDraft: 'So theo doi {{unitId}} {{day}} - phu luc du thao',
    dailyStatistics: 'Thong ke ngay {{unitId}} {{mark}}',
    procedureResults: 'Bieu II.06a {{unitId}} {{mark}}',
    levelResults: 'Bieu II.06a theo cap {{unitId}} {{mark}}',
    lateToAccept: 'Cham tiep nhan {{unitId}} {{mark}}',
    lateToProcess: 'Cham giai quyet {{unitId}} {{mark}}',
    postalList: 'Buu chinh {{unitId}} {{mark}}',
    postalPickUp: 'Cho buu dien lay {{unitId}} {{mark}}',
    fees: 'Phi le phi {{unitId}} {{mark}}',
    cashSheets: 'Bang ke nop tien {{unitId}} {{mark}}',
    levelTotals: 'Tong hop theo cap {{unitId}} {{mark}}',
    postalStaffing: 'Chuyen giao buu dien {{unitId}} {{mark}}',
    serviceIndex: 'Chi so 766 {{unitId}} {{mark}}',
    askedPapers: 'Giay to yeu cau them {{unitId}} {{mark}}',
    codeGaps: 'Doi chieu ma {{unitId}} {{mark}}',
    survey: 'Khao sat {{unitId}} {{mark}}',
    certificationRegister: 'So chung thuc {{unitId}} {{mark}}',
  },
} as const;
