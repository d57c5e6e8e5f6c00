/**
 * Nouns and classifiers that are counted: after one of them a spelled number before it is truly a number
 * (`ba trụ cột`, but not `ba` elsewhere, which may be a father).
 */
const countedNouns = `
  năm tháng tuần ngày giờ phút thập|kỷ thập|niên thế|kỷ nhiệm|kỳ giai|đoạn
  phiên cuộc lần chuyến đợt vòng kỳ khóa khoá
  nước quốc|gia tỉnh thành|phố địa|phương khu|vực châu|lục điểm|cầu
  người đại|biểu đoàn nhà|lãnh|đạo đại|sứ công|dân thành|viên
  bài|học trụ|cột binh|chủng mũi hướng phương|hướng định|hướng nguyên|tắc mục|tiêu nhiệm|vụ giải|pháp biện|pháp
  nội|dung lĩnh|vực chủ|đề yếu|tố vấn|đề điểm nhóm hoạt|động hội|nghị sự|kiện
  bộ ban cơ|quan tổ|chức trường|hợp
  nghị|quyết văn|bản văn|kiện thỏa|thuận thoả|thuận hiệp|định dự|án đề|án đối|tác thị|trường danh|hiệu di|sản
  triệu tỷ tỉ đồng đô|la usd tấn km ha
`
  .trim()
  .split(/\s+/);

/** Nouns that also follow `năm` where it means a year: "năm nước rút", "năm hội nghị được tổ chức". */
const alsoAfterYear = new Set(
  `tháng ngày giờ lần kỳ nước nhiệm|kỳ thế|kỷ hội|nghị hoạt|động sự|kiện bộ ban tổ|chức địa|phương đại|biểu khóa khoá`.split(
    ' ',
  ),
);

const alternatives = (nouns: readonly string[]): string =>
  nouns.map((noun) => noun.replaceAll('|', '\\s+')).join('|');

/** For use in a pattern: any counted noun. */
export const countedNoun = alternatives(countedNouns);
/** For use in a pattern: the counted nouns that show a `năm` before them to be the number five. */
export const countedNounAfterFive = alternatives(
  countedNouns.filter((noun) => !alsoAfterYear.has(noun)),
);
