import type { Words } from '../pieces/language.ts';
import type { PieceName } from '../pieces/settings.ts';

/** What a piece is called until it has a title of its own. */
export const pieceLabels: Words<PieceName> = {
  vi: {
    graph: 'Đồ thị',
    timeline: 'Dòng thời gian',
    map: 'Bản đồ',
    metric: 'Số liệu',
    card: 'Thẻ thông tin',
    table: 'Bảng',
  },
  en: {
    graph: 'Graph',
    timeline: 'Timeline',
    map: 'Map',
    metric: 'Figures',
    card: 'Card',
    table: 'Table',
  },
};

type Key =
  | 'loading'
  | 'loadingNew'
  | 'failed'
  | 'stale'
  | 'retry'
  | 'empty'
  | 'emptyHint'
  | 'choose'
  | 'unknown'
  | 'problem'
  | 'problemHint'
  | 'unreachable'
  | 'scriptFailed'
  | 'scriptMend'
  | 'sources'
  | 'more'
  | 'explorer'
  | 'asOf'
  | 'seeAll'
  | 'loaded';

export const words: Words<Key> = {
  vi: {
    loading: 'Đang tải…',
    loadingNew: 'Đang tải dữ liệu mới…',
    failed: 'Không tải được',
    stale: 'Không cập nhật được; bên dưới là dữ liệu trước đó.',
    retry: 'Thử lại',
    empty: 'Không có gì để hiển thị',
    emptyHint:
      'Với các thiết lập này, đồ thị không có dữ liệu. Hãy thử ngày, thực thể hoặc bộ lọc khác.',
    choose: 'Hãy chọn một mục ở phần bên cạnh để xem tại đây.',
    unknown: 'Đồ thị không có gì mang mã này:',
    problem: 'Thiết lập chưa đúng',
    problemHint: 'cần là',
    unreachable: 'Máy chủ không trả lời.',
    scriptFailed: 'Không tải được mã của phần này.',
    scriptMend: 'Hãy kiểm tra kết nối mạng rồi thử lại; nếu vẫn không được, tải lại trang.',
    sources: 'Nguồn',
    more: 'Xem thêm nguồn',
    explorer: 'Mở trong Cây Tre',
    asOf: 'tính đến',
    seeAll: 'Xem tất cả trong Cây Tre',
    loaded: 'Đã tải xong',
  },
  en: {
    loading: 'Loading…',
    loadingNew: 'Loading new data…',
    failed: 'This could not be loaded',
    stale: 'This could not be brought up to date; below is what was there before.',
    retry: 'Try again',
    empty: 'Nothing to show',
    emptyHint: 'The graph has nothing for these settings. Try another date, entity or filter.',
    choose: 'Choose something in the part beside this to see it here.',
    unknown: 'The graph has nothing by this id:',
    problem: 'A setting is wrong',
    problemHint: 'takes',
    unreachable: 'The server does not answer.',
    scriptFailed: 'The script of this part could not be loaded.',
    scriptMend:
      'Look whether the network is there and try again; if that fails, load the page anew.',
    sources: 'Sources',
    more: 'More sources',
    explorer: 'Open in Cây Tre',
    asOf: 'as of',
    seeAll: 'See all in Cây Tre',
    loaded: 'Loaded',
  },
};

/** How much of something is shown. */
export const shownOf = {
  vi: (shown: string, of: string) => `Hiển thị ${shown} trong tổng số ${of}.`,
  en: (shown: string, of: string) => `Showing ${shown} of ${of}.`,
} as const;
