import type { Words } from '../../pieces/language.ts';

export const words: Words<
  | 'loading'
  | 'asOf'
  | 'unknown'
  | 'unknownStatement'
  | 'search'
  | 'around'
  | 'path'
  | 'compare'
  | 'common'
  | 'copyLink'
  | 'linkCopied'
  | 'page'
  | 'disagreements'
  | 'allDisagreements'
  | 'said'
  | 'named'
  | 'show'
  | 'timeline'
  | 'figures'
  | 'related'
  | 'sources'
  | 'statements'
  | 'cite'
  | 'copy'
  | 'copied'
  | 'nothing'
  | 'noDates'
  | 'noFigures'
  | 'noRelated'
  | 'actions'
  | 'allFigures'
> = {
  vi: {
    loading: 'Đang mở thẻ…',
    asOf: 'Theo những gì đã có vào',
    unknown: 'Đồ thị không có đối tượng nào mang mã này.',
    unknownStatement: 'Đồ thị không có mệnh đề nào mang mã này; có thể nội dung của nó đã đổi.',
    search: 'Tìm theo chữ trong mã',
    around: 'Xem xung quanh',
    path: 'Đường nối từ đây',
    compare: 'So sánh',
    common: 'Điểm chung',
    copyLink: 'Chép liên kết',
    linkCopied: 'Đã chép liên kết tới thẻ này.',
    page: 'Trang riêng',
    disagreements: 'Các nguồn khác nhau ở đây',
    allDisagreements: 'Xem mọi chỗ khác nhau',
    said: 'Điều được nói',
    named: 'Nơi được nhắc đến',
    show: 'Hiện',
    timeline: 'Dòng thời gian',
    figures: 'Số liệu',
    related: 'Gần với',
    sources: 'Bài báo nói đến',
    statements: 'mệnh đề',
    cite: 'Cách trích dẫn',
    copy: 'Chép',
    copied: 'Đã chép trích dẫn.',
    nothing: 'Vào thời điểm này chưa có mệnh đề nào.',
    noDates: 'Không có mốc thời gian nào.',
    noFigures: 'Không có số liệu nào.',
    noRelated: 'Không có gì đủ gần.',
    actions: 'Việc có thể làm',
    allFigures: 'Xem trong phần Số liệu',
  },
  en: {
    loading: 'Opening the card…',
    asOf: 'With what was there by',
    unknown: 'The graph has no entity with this id.',
    unknownStatement:
      'The graph has no statement with this id; what it said may have been put differently since.',
    search: 'Search for the words of the id',
    around: 'Show around this',
    path: 'Path from here',
    compare: 'Compare',
    common: 'In common',
    copyLink: 'Copy link',
    linkCopied: 'The link to this card was copied.',
    page: 'Its own page',
    disagreements: 'Sources differ here',
    allDisagreements: 'See all disagreements',
    said: 'What is said of it',
    named: 'Where it is named',
    show: 'Show',
    timeline: 'Timeline',
    figures: 'Figures',
    related: 'Close to',
    sources: 'Articles that speak of it',
    statements: 'statement|statements',
    cite: 'How to cite',
    copy: 'Copy',
    copied: 'The citation was copied.',
    nothing: 'There are no statements yet at this date.',
    noDates: 'There are no dates.',
    noFigures: 'There are no figures.',
    noRelated: 'Nothing is close enough.',
    actions: 'What you can do',
    allFigures: 'See it among the figures',
  },
};
