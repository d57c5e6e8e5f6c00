import type { ComponentType } from 'preact';
import type { Words } from '../../pieces/language.ts';
import type { ViewName } from '../state/view-state.ts';

/** The views by name, in the order of the menu; each is loaded when it is first opened. */
export const views: Readonly<Record<ViewName, () => Promise<{ default: ComponentType }>>> = {
  graph: () => import('./drawing/view.tsx'),
  timeline: () => import('./timeline/view.tsx'),
  map: () => import('./map/view.tsx'),
  table: () => import('./table/view.tsx'),
  directions: () => import('./directions/view.tsx'),
  figures: () => import('./figures/view.tsx'),
  sources: () => import('./sources/view.tsx'),
  disagreements: () => import('./disagreements/view.tsx'),
  path: () => import('./path/view.tsx'),
  common: () => import('./common/view.tsx'),
  compare: () => import('./compare/view.tsx'),
};

export const viewLabels: Words<ViewName> = {
  vi: {
    graph: 'Đồ thị',
    timeline: 'Dòng thời gian',
    map: 'Bản đồ',
    table: 'Bảng',
    directions: 'Chín phương hướng',
    figures: 'Số liệu',
    sources: 'Nguồn',
    disagreements: 'Chỗ khác nhau',
    path: 'Đường nối',
    common: 'Điểm chung',
    compare: 'So sánh',
  },
  en: {
    graph: 'Graph',
    timeline: 'Timeline',
    map: 'Map',
    table: 'Table',
    directions: 'Nine directions',
    figures: 'Figures',
    sources: 'Sources',
    disagreements: 'Disagreements',
    path: 'Path',
    common: 'In common',
    compare: 'Compare',
  },
};
