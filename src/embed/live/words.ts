import { formatNumber, type Language, type Words } from '../../pieces/language.ts';

type Key =
  | 'how'
  | 'role'
  | 'larger'
  | 'smaller'
  | 'fit'
  | 'expand'
  | 'list'
  | 'drawing'
  | 'layingOut'
  | 'nothingMore'
  | 'full'
  | 'failed'
  | 'toUse'
  | 'touchToUse'
  | 'plain'
  | 'close';

export const words: Words<Key> = {
  vi: {
    how: 'Phím mũi tên: đi tới thực thể liền kề. Enter: chọn. Shift và Enter: mở rộng. Dấu cộng, dấu trừ: phóng to, thu nhỏ.',
    role: 'đồ thị',
    larger: 'Phóng to',
    smaller: 'Thu nhỏ',
    fit: 'Vừa khung',
    expand: 'Mở rộng quanh mục đã chọn',
    list: 'Danh sách',
    drawing: 'Đồ thị',
    layingOut: 'Đang sắp xếp đồ thị…',
    nothingMore: 'Không còn gì thêm ở quanh đây.',
    full: 'Đồ thị ở đây đã đầy; hãy mở trong Cây Tre để xem thêm.',
    failed: 'Không mở rộng được; hãy thử lại.',
    toUse: 'Bấm vào đồ thị rồi cuộn để phóng to',
    touchToUse: 'Chạm vào đồ thị để di chuyển',
    plain: 'Trình duyệt này không có WebGL, nên đồ thị là hình vẽ đơn giản.',
    close: 'Đóng',
  },
  en: {
    how: 'Arrow keys go to a neighbor, Enter chooses, Shift and Enter expands, plus and minus zoom.',
    role: 'graph',
    larger: 'Larger',
    smaller: 'Smaller',
    fit: 'Fit all in',
    expand: 'Expand around what is chosen',
    list: 'List',
    drawing: 'Graph',
    layingOut: 'Laying the graph out…',
    nothingMore: 'There is nothing more around this.',
    full: 'This graph is full; open it in Cây Tre to see more.',
    failed: 'This could not be expanded; try again.',
    toUse: 'Click the graph, then scroll to zoom',
    touchToUse: 'Tap the graph to move it',
    plain: 'This browser has no WebGL, so the graph is a plain drawing.',
    close: 'Close',
  },
};

/** How many entities have come. */
export const added = (count: number, language: Language): string =>
  language === 'vi'
    ? `Thêm ${formatNumber(count, language)} thực thể.`
    : `${formatNumber(count, language)} more ${count === 1 ? 'entity' : 'entities'}.`;
