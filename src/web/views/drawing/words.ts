import type { Words } from '../../../pieces/language.ts';

type Key =
  | 'drawing'
  | 'tools'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'undo'
  | 'redo'
  | 'reset'
  | 'colourBy'
  | 'kind'
  | 'community'
  | 'depth'
  | 'legend'
  | 'list'
  | 'close'
  | 'expand'
  | 'hide'
  | 'pin'
  | 'unpin'
  | 'focus'
  | 'whole'
  | 'unhide'
  | 'open'
  | 'chosen';

/** Words that several parts of the view use. */
export const words: Words<Key> = {
  vi: {
    drawing: 'Hình vẽ đồ thị',
    tools: 'Công cụ của hình vẽ',
    zoomIn: 'Phóng to',
    zoomOut: 'Thu nhỏ',
    fit: 'Thấy toàn bộ',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    reset: 'Bắt đầu lại',
    colourBy: 'Tô màu theo',
    kind: 'Loại',
    community: 'Cộng đồng',
    depth: 'Số bước xung quanh',
    legend: 'Chú giải',
    list: 'Danh sách',
    close: 'Đóng',
    expand: 'Mở rộng',
    hide: 'Ẩn',
    pin: 'Ghim',
    unpin: 'Bỏ ghim',
    focus: 'Chỉ quanh đây',
    whole: 'Cả đồ thị',
    unhide: 'Hiện lại',
    open: 'Xem thẻ',
    chosen: 'Thực thể đang chọn',
  },
  en: {
    drawing: 'Drawing of the graph',
    tools: 'Tools of the drawing',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'See all of it',
    undo: 'Undo',
    redo: 'Redo',
    reset: 'Start again',
    colourBy: 'Colour by',
    kind: 'Kind',
    community: 'Community',
    depth: 'Steps around',
    legend: 'Legend',
    list: 'List',
    close: 'Close',
    expand: 'Expand',
    hide: 'Hide',
    pin: 'Pin',
    unpin: 'Unpin',
    focus: 'Only around this',
    whole: 'The whole graph',
    unhide: 'Show again',
    open: 'Open the card',
    chosen: 'The chosen entity',
  },
};
