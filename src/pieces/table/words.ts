import type { Words } from '../language.ts';

export const words: Words<'title' | 'name' | 'kind' | 'time' | 'description' | 'degree' | 'empty'> =
  {
    vi: {
      title: 'Các thực thể',
      name: 'Tên',
      kind: 'Loại',
      time: 'Thời gian',
      description: 'Mô tả',
      degree: 'Số liên kết',
      empty: 'Không có thực thể nào như vậy.',
    },
    en: {
      title: 'Entities',
      name: 'Name',
      kind: 'Kind',
      time: 'Time',
      description: 'Description',
      degree: 'Connections',
      empty: 'There are no such entities.',
    },
  };
