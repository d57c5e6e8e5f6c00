import type { Family } from '../kinds.ts';
import { formatNumber, type Language, type Words } from '../language.ts';

/** What the families of kinds are called. */
export const familyLabels: Words<Family> = {
  vi: {
    people: 'Người và chức vụ',
    countries: 'Nước và vùng',
    bodies: 'Cơ quan, tổ chức',
    meetings: 'Hội nghị, sự kiện',
    documents: 'Văn kiện',
    ideas: 'Tư tưởng, định hướng',
    work: 'Nhiệm vụ, đề nghị',
    relations: 'Quan hệ đối tác, cương vị',
    figures: 'Số liệu',
    sources: 'Nguồn, ảnh',
  },
  en: {
    people: 'People and offices',
    countries: 'Countries and places',
    bodies: 'Bodies, organisations',
    meetings: 'Conferences, events',
    documents: 'Documents',
    ideas: 'Ideas and directions',
    work: 'Tasks and requests',
    relations: 'Partnerships, posts',
    figures: 'Figures',
    sources: 'Sources, photographs',
  },
};

/** How many relations an entity has, in words. */
export const relationCount = (count: number, language: Language): string =>
  language === 'vi'
    ? `${formatNumber(count, language)} quan hệ`
    : `${formatNumber(count, language)} ${count === 1 ? 'relation' : 'relations'}`;

/** How many entities and statements there are, in words. */
export const drawnCount = (entities: number, statements: number, language: Language): string =>
  language === 'vi'
    ? `${formatNumber(entities, language)} thực thể, ${formatNumber(statements, language)} mệnh đề`
    : `${formatNumber(entities, language)} ${entities === 1 ? 'entity' : 'entities'}, ${formatNumber(statements, language)} ${statements === 1 ? 'statement' : 'statements'}`;

/** That a drawing does not show all. */
export const cutNote = (shown: number, of: number | undefined, language: Language): string => {
  const count = formatNumber(shown, language);
  if (of === undefined) {
    return language === 'vi'
      ? `${count} thực thể gần và nhiều liên kết nhất; còn nữa`
      : `The ${count} nearest and best connected; there are more`;
  }
  return language === 'vi'
    ? `${count} trong ${formatNumber(of, language)} thực thể, nhiều liên kết nhất`
    : `The best connected ${count} of ${formatNumber(of, language)} entities`;
};
