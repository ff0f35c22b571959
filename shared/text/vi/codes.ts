/** Words about codes: what became of a number, pairing with a temporary number, codes of other systems. */
export const codes = {
  fate: {
    used: 'đã dùng',
    void: 'đã hủy',
    returned: 'đã trả lại tỉnh',
    expired: 'hết ngày, không dùng nữa',
    kit: 'trên phiếu dự phòng',
    lost: 'mất theo máy',
    free: 'còn trống',
    agencyEnded: 'hủy do cơ quan đã sáp nhập',
    missing: 'chưa rõ, phải giải trình',
  },
  run: '{{from}}–{{to}} {{fate}}',
  runOfOne: '{{from}} {{fate}}',
  pairing: {
    notTemporary: 'Số được ghép không phải số tạm',
    notOfficial: 'Mã tỉnh ghép không đúng cấu trúc mã hồ sơ',
    otherAgency: 'Mã tỉnh ghép thuộc cơ quan {{found}}, hồ sơ nhận tại {{expected}}',
    otherDay: 'Mã tỉnh ghép mang ngày {{found}}, hồ sơ nhận ngày {{expected}}',
  },
  external: {
    unknownSystem: 'Không biết hệ thống {{system}}',
    empty: 'Chưa nhập mã',
    unusualShape: 'Mã khác cấu trúc thường thấy của {{system}}. Đối chiếu lại',
    alreadyLinked: 'Mã này đã ghi cho hồ sơ',
    replacesFinal: 'Hồ sơ đã có mã chính thức {{code}} ở hệ thống này, mã mới sẽ thay',
  },
} as const;
