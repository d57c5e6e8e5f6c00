import { CaytreError } from '../../client/index.ts';
import type { Language } from '../../pieces/language.ts';

interface Trouble {
  readonly what: string;
  readonly mend: string;
}

/** What went wrong and what to do, for those who look rather than program, by the code of the error. */
const troubles: Readonly<Record<Language, Readonly<Record<string, Trouble>>>> = {
  vi: {
    SERVER_UNREACHABLE: {
      what: 'Không liên lạc được với máy chủ.',
      mend: 'Máy chủ có thể đang khởi động lại, hoặc đường truyền bị ngắt. Hãy thử lại sau giây lát.',
    },
    ANSWER_UNREADABLE: {
      what: 'Máy chủ trả lời điều không đọc được.',
      mend: 'Có thể máy chủ đang khởi động hoặc quá tải. Hãy thử lại sau giây lát.',
    },
    ANALYTICS_UNAVAILABLE: {
      what: 'Chưa tính được các chỉ số của đồ thị.',
      mend: 'Hãy thử lại sau một phút.',
    },
    LIMIT_EXCEEDED: {
      what: 'Câu hỏi này vượt giới hạn của máy chủ.',
      mend: 'Hãy thu hẹp: chọn ít mục hơn, ít bước hơn; hoặc đợi một lát rồi thử lại.',
    },
    TIME_EXCEEDED: {
      what: 'Máy chủ mất quá nhiều thời gian để trả lời.',
      mend: 'Hãy thu hẹp: chọn ít mục hơn, ít bước hơn; hoặc thử lại sau giây lát.',
    },
    BAD_USER_INPUT: {
      what: 'Địa chỉ trang chứa một giá trị mà máy chủ không hiểu.',
      mend: 'Hãy sửa ngày hoặc bộ lọc, hoặc bắt đầu lại từ trang đầu.',
    },
    NAME_UNKNOWN: {
      what: 'Địa chỉ trang nêu một loại không có trong đồ thị.',
      mend: 'Hãy chọn lại bộ lọc, hoặc bắt đầu lại từ trang đầu.',
    },
    CURSOR_INVALID: {
      what: 'Dữ liệu đã đổi trong khi bạn xem danh sách này.',
      mend: 'Hãy tải lại từ đầu danh sách.',
    },
    INTERNAL: {
      what: 'Có lỗi bên trong máy chủ.',
      mend: 'Hãy thử lại; nếu vẫn lỗi, báo cho người vận hành mã ghi bên dưới.',
    },
  },
  en: {
    SERVER_UNREACHABLE: {
      what: 'The server does not answer.',
      mend: 'It may be restarting, or the connection is broken. Try again in a moment.',
    },
    ANSWER_UNREADABLE: {
      what: 'The server answered something that cannot be read.',
      mend: 'It may be starting or overloaded. Try again in a moment.',
    },
    ANALYTICS_UNAVAILABLE: {
      what: 'The measures of the graph are not computed yet.',
      mend: 'Try again in a minute.',
    },
    LIMIT_EXCEEDED: {
      what: 'This asks for more than the server allows.',
      mend: 'Narrow it: fewer items, fewer steps; or wait a little and try again.',
    },
    TIME_EXCEEDED: {
      what: 'The server took too long to answer.',
      mend: 'Narrow it: fewer items, fewer steps; or try again in a moment.',
    },
    BAD_USER_INPUT: {
      what: 'The address holds a value that the server does not understand.',
      mend: 'Change the date or the filter, or start again from the first page.',
    },
    NAME_UNKNOWN: {
      what: 'The address names a kind that the graph does not have.',
      mend: 'Choose the filter again, or start again from the first page.',
    },
    CURSOR_INVALID: {
      what: 'The data changed while you were reading this list.',
      mend: 'Load the list again from its start.',
    },
    INTERNAL: {
      what: 'Something went wrong in the server.',
      mend: 'Try again; if it goes on, tell whoever runs the server the id below.',
    },
  },
};

/** An error in plain words of a language, where its code has such; `detail` is what the API itself says, in English. */
export function explainError(
  error: Error,
  language: Language,
): {
  readonly what: string | undefined;
  readonly mend: string | undefined;
  readonly detail: string;
} {
  if (!(error instanceof CaytreError)) {
    return { what: undefined, mend: undefined, detail: error.message };
  }
  const trouble = troubles[language][error.code];
  return {
    what: trouble?.what,
    mend: trouble?.mend,
    detail: `${error.code}: ${error.message} ${error.mend}`,
  };
}
