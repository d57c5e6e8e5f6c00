import type { Words } from '../language.ts';

export const words: Words<
  | 'disagreements'
  | 'subject'
  | 'property'
  | 'value'
  | 'rank'
  | 'preferred'
  | 'normal'
  | 'deprecated'
  | 'citations'
  | 'statement'
  | 'choose'
  | 'unknown'
  | 'inferred'
> = {
  vi: {
    disagreements: 'Các nguồn khác nhau',
    subject: 'Chủ thể',
    property: 'Thuộc tính',
    value: 'Giá trị',
    rank: 'Thứ hạng',
    preferred: 'Được coi là đúng',
    normal: 'Bình thường',
    deprecated: 'Bị coi là sai',
    citations: 'Trích dẫn',
    statement: 'Mệnh đề',
    choose: 'Chưa chọn đối tượng nào.',
    unknown: 'Đồ thị không có đối tượng này.',
    inferred: 'Suy ra, không được nói thẳng; xem từng trích dẫn.',
  },
  en: {
    disagreements: 'Sources differ',
    subject: 'Subject',
    property: 'Property',
    value: 'Value',
    rank: 'Rank',
    preferred: 'Held to be right',
    normal: 'Normal',
    deprecated: 'Held to be wrong',
    citations: 'Citations',
    statement: 'Statement',
    choose: 'Nothing is chosen yet.',
    unknown: 'The graph has no such thing.',
    inferred: 'Inferred, not said outright; see each citation.',
  },
};
