/**
 * Words of several syllables of which only the first is capitalised within a name: "Bộ Ngoại giao",
 * "Hội nghị Đối ngoại toàn quốc". The list makes the parts of such a name one; a word that is not in it is still
 * seen, as its first syllable alone.
 */
const compounds = `
  bảo hộ/bảo hộ đầu tư/bảo vệ/ban bí thư/ban chấp hành/ban chỉ đạo/bí thư/bộ chính trị/bộ ngoại giao/bộ trưởng/cách mạng/cán bộ/chấp hành/chính phủ/chính trị
  chỉ thị/chiến lược/chủ nhiệm/chủ tịch/chủ tịch nước/chương trình/chương trình hành động/cộng đồng/cộng hòa/cộng hoà/cộng sản
  công an/công đoàn/công nghệ/công thương/công ước/cơ quan/cơ quan đại diện/dân chủ/dân tộc/du lịch/đại biểu/đại biện
  đại diện/đại hội/đại hội đại biểu/đại hội đại biểu toàn quốc/đại hội đồng/đại hội toàn quốc/đại sứ/đại sứ quán/đại tướng/đảng bộ
  đảng ủy/đảng uỷ/đào tạo/đầu tư/đoàn thanh niên/đối ngoại/đối ngoại toàn quốc/đối tác/đối tác chiến lược
  đối tác chiến lược toàn diện/đối tác toàn diện/đổi mới/giám đốc/giao thông/giáo dục/hạ viện/hiến chương/hiến pháp
  hiệp định/hiệp định thương mại tự do/hiệp hội/hiệp ước/hòa bình/hoà bình/học viện/hội đồng/hội đồng bảo an/hội đồng nhân dân/hội đồng nhân quyền
  hội nghị/hợp tác/kế hoạch/khoa học/kinh tế/kết luận/lao động/liên bang/liên đoàn/liên hiệp quốc/liên hợp quốc
  liên minh/lãnh đạo/lãnh sự/lãnh sự quán/mặt trận/môi trường/nghị quyết/nghị viện/ngoại giao/ngoại trưởng/ngoại vụ
  ngoại vụ toàn quốc/ngân hàng/nhà nước/nhà xuất bản/nhân dân/nhân quyền/nội vụ/nông nghiệp/phát triển/phó chủ tịch
  phó thủ tướng/phó tổng thống/quân đội/quốc gia/quốc hội/quốc phòng/quốc tế/sở ngoại vụ/tài chính/tài nguyên/tập đoàn/thành phố
  thanh niên/thanh tra/thể thao/thống đốc/thông tấn xã/thông tin/thủ tướng/thứ trưởng/thường trực/thường vụ/thượng viện
  thương mại/thượng đỉnh/tiểu vương quốc/toàn quyền/tổ chức/tổ quốc/tổng bí thư/tổng cục/tổng giám đốc/tổng lãnh sự
  tổng lãnh sự quán/tổng thống/tổng thư ký/trợ lý/trung ương/truyền thông/trưởng ban/trưởng cơ quan đại diện/tuyên bố
  tuyên giáo/tuyên ngôn/tư pháp/ủy ban/uỷ ban/ủy ban nhân dân/uỷ ban nhân dân/ủy viên/uỷ viên/văn hóa/văn hoá/văn phòng/vương quốc
  xã hội/xã hội chủ nghĩa/xây dựng/y tế
`
  .trim()
  .split(/\s*[/\n]\s*/);

/** By first syllable; the longest first. */
const byFirstSyllable = new Map<string, string[][]>();
for (const compound of compounds.sort((a, b) => b.length - a.length)) {
  const syllables = compound.split(' ');
  const first = syllables[0]!;
  byFirstSyllable.set(first, [...(byFirstSyllable.get(first) ?? []), syllables]);
}

/** The compounds, syllable by syllable, that begin with a syllable (in lower case); the longest first. */
export const compoundsFrom = (syllable: string): readonly (readonly string[])[] =>
  byFirstSyllable.get(syllable) ?? [];
