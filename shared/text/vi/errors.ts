/** Faults of the app itself: what happened, what is safe, what to do. */
export const errors = {
  screenFailed: 'Màn hình này gặp lỗi. Mã lỗi {{ref}}',
  screenFailedSafe:
    'Hồ sơ đã lưu không bị ảnh hưởng. Tải lại màn hình; nếu còn lỗi, đọc mã 4 chữ cái cho người hỗ trợ.',
  badRequest: 'Ứng dụng đã gửi một yêu cầu không hợp lệ ({{channel}}). Không có gì bị ghi. Báo người hỗ trợ.',
  foreignSender: 'Yêu cầu đến từ một trang lạ nên bị từ chối. Không có gì bị ghi.',
  locked: 'Máy đang khóa. Mở khóa rồi làm lại; nội dung đang gõ vẫn còn.',
  internal: 'Có lỗi bên trong ứng dụng. Mã lỗi {{ref}}. Hồ sơ đã lưu không bị ảnh hưởng.',
  bridgeMissing: 'Màn hình này chỉ chạy trong ứng dụng Quầy Một Cửa.',
} as const;
