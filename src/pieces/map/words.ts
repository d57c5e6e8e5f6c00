import { formatDate, type Language, type Words } from '../language.ts';
import type { RelationStep } from './relations.ts';

export const mapWords: Words<
  | 'title'
  | 'home'
  | 'shapes'
  | 'islands'
  | 'noLevel'
  | 'notStated'
  | 'elsewhere'
  | 'hint'
  | 'undated'
  | 'marked'
  | 'other'
  | 'list'
> = {
  vi: {
    title: 'Quan hệ của Việt Nam theo cấp độ đối tác',
    home: 'Việt Nam',
    shapes: 'Hình vẽ: Natural Earth, qua world-atlas.',
    islands:
      'Hình vẽ đã giản lược, không thể hiện hết các đảo, quần đảo, và không phải là tuyên bố về biên giới hay chủ quyền.',
    noLevel: 'Có trong dữ liệu, chưa nêu cấp độ',
    notStated: 'Dữ liệu không nêu quan hệ nào',
    elsewhere: 'Không có trên bản đồ',
    hint: 'Chọn một nước để xem câu nêu quan hệ và nguồn.',
    undated: 'không rõ thời điểm',
    marked: 'được nêu qua dịp kỷ niệm',
    other: 'Cũng được nêu',
    list: 'Các nước theo cấp độ',
  },
  en: {
    title: 'Relations of Viet Nam by partnership level',
    home: 'Viet Nam',
    shapes: 'Shapes: Natural Earth, through world-atlas.',
    islands:
      'They are simplified, leave out many islands and archipelagos, and are no statement on borders or sovereignty.',
    noLevel: 'In the data, no level stated',
    notStated: 'The data states no relations',
    elsewhere: 'Not on the map',
    hint: 'Choose a country to read what is stated, and where.',
    undated: 'at no stated time',
    marked: 'told by an anniversary',
    other: 'Also stated',
    list: 'Countries by level',
  },
};

/** When a step was, in words: a date, or the stretch in which it lies. */
export function tellStepTime({ begins, ends, kind }: RelationStep, language: Language): string {
  const say = mapWords[language];
  if (kind === 'anniversary') return say.marked;
  const [from, to] = [begins ?? ends, ends ?? begins];
  if (from === null || to === null) return say.undated;
  return from === to
    ? formatDate(from, language)
    : `${formatDate(from, language)} – ${formatDate(to, language)}`;
}
