/** Words of the frame: rail, status bar, general buttons. */
export const shell = {
  product: 'Quầy Một Cửa',
  practiceBanner: 'Đơn vị thực hành, giấy tờ in ra không có giá trị',
  rail: {
    intake: 'Tiếp nhận',
    dossiers: 'Hồ sơ',
    sync: 'Đồng bộ',
    supervision: 'Theo dõi, đôn đốc',
    settings: 'Cài đặt',
    help: 'Trợ giúp',
  },
  button: {
    cancel: 'Bỏ qua',
    close: 'Đóng',
    save: 'Lưu',
    retry: 'Thử lại',
    lock: 'Khóa máy',
    openFolder: 'Mở thư mục',
  },
} as const;
