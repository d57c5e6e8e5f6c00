import type { Words } from '../language.ts';

export const words: Words<
  | 'said'
  | 'named'
  | 'disagreements'
  | 'disagreementsNote'
  | 'subject'
  | 'property'
  | 'value'
  | 'rank'
  | 'preferred'
  | 'normal'
  | 'deprecated'
  | 'citations'
  | 'statement'
  | 'rivals'
  | 'choose'
  | 'unknown'
  | 'inferred'
  | 'nothing'
> = {
  vi: {
    said: 'Được nói về đối tượng này',
    named: 'Nhắc đến đối tượng này',
    disagreements: 'Các nguồn khác nhau',
    disagreementsNote: 'Mỗi chỗ đều để nguyên cả hai bên, kèm nguồn.',
    subject: 'Chủ thể',
    property: 'Thuộc tính',
    value: 'Giá trị',
    rank: 'Thứ hạng',
    preferred: 'Được coi là đúng',
    normal: 'Bình thường',
    deprecated: 'Bị coi là sai',
    citations: 'Trích dẫn',
    statement: 'Mệnh đề',
    rivals: 'Mệnh đề khác với mệnh đề này',
    choose: 'Chưa chọn đối tượng nào.',
    unknown: 'Đồ thị không có đối tượng này.',
    inferred: 'Suy ra, không được nói thẳng; xem từng trích dẫn.',
    nothing: 'Không có mệnh đề nào.',
  },
  en: {
    said: 'Said of it',
    named: 'Where it is named',
    disagreements: 'Sources differ',
    disagreementsNote: 'Both sides are kept, each with its source.',
    subject: 'Subject',
    property: 'Property',
    value: 'Value',
    rank: 'Rank',
    preferred: 'Held to be right',
    normal: 'Normal',
    deprecated: 'Held to be wrong',
    citations: 'Citations',
    statement: 'Statement',
    rivals: 'Statements that differ from this one',
    choose: 'Nothing is chosen yet.',
    unknown: 'The graph has no such thing.',
    inferred: 'Inferred, not said outright; see each citation.',
    nothing: 'There are no statements.',
  },
};
