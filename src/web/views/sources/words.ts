import type { Words } from '../../../pieces/language.ts';

export const words: Words<
  | 'intro'
  | 'author'
  | 'publisher'
  | 'republished'
  | 'published'
  | 'pageDate'
  | 'address'
  | 'noAddress'
  | 'file'
  | 'language'
  | 'vi'
  | 'en'
  | 'paragraphs'
  | 'states'
  | 'alone'
  | 'entitiesAlone'
  | 'notPrinted'
  | 'untitled'
  | 'read'
  | 'card'
  | 'all'
  | 'compared'
  | 'shared'
  | 'sharedNote'
  | 'kinds'
  | 'kindsNote'
  | 'article'
  | 'kind'
  | 'cite'
  | 'contents'
  | 'contentsNote'
  | 'paragraph'
  | 'statements'
  | 'statesNothing'
  | 'aloneTitle'
  | 'aloneNote'
  | 'aloneNone'
  | 'unknown'
  | 'particulars'
> = {
  vi: {
    intro:
      'Mọi điều trong đồ thị đều dựa vào những bài báo này. Mỗi mệnh đề nêu rõ đoạn nào của bài nào nói điều ấy.',
    author: 'Tác giả',
    publisher: 'Nơi đăng',
    republished: 'Đăng lại từ',
    published: 'Ngày đăng',
    pageDate: 'Ngày in trên trang',
    address: 'Địa chỉ',
    noAddress: 'Không rõ',
    file: 'Tệp',
    language: 'Ngôn ngữ',
    vi: 'Tiếng Việt',
    en: 'Tiếng Anh',
    paragraphs: 'Số đoạn',
    states: 'mệnh đề',
    alone: 'chỉ dựa vào bài này',
    entitiesAlone: 'đối tượng chỉ bài này nói đến',
    notPrinted: 'bài không in',
    untitled: 'Bài không có tít; tên này do đồ thị đặt.',
    read: 'Đọc theo từng đoạn',
    card: 'Mở thẻ',
    all: 'Tất cả các nguồn',
    compared: 'So sánh các nguồn',
    shared: 'Cùng nêu',
    sharedNote: 'Số mệnh đề mà cả hai bài cùng nêu; trên đường chéo là tổng số mệnh đề của bài.',
    kinds: 'Nói về gì',
    kindsNote: 'Số mệnh đề của mỗi bài, theo loại của chủ thể.',
    article: 'Bài',
    kind: 'Loại',
    cite: 'Cách trích dẫn',
    contents: 'Bài nêu những gì, theo từng đoạn',
    contentsNote:
      'Ở đây không có nguyên văn bài báo, chỉ có những mệnh đề rút ra từ mỗi đoạn và những chữ làm chứng.',
    paragraph: 'Đoạn',
    statements: 'mệnh đề',
    statesNothing: 'không nêu gì',
    aloneTitle: 'Điều chỉ dựa vào bài này',
    aloneNote: 'Nếu bài này sai thì những điều sau không còn chỗ dựa.',
    aloneNone: 'Không có gì chỉ dựa vào bài này.',
    unknown: 'Đồ thị không có nguồn nào mang mã này.',
    particulars: 'Chi tiết',
  },
  en: {
    intro:
      'Everything in the graph rests on these articles. Each statement names the paragraph and the article that say so.',
    author: 'Author',
    publisher: 'Published by',
    republished: 'Taken from',
    published: 'Published',
    pageDate: 'Date printed on the page',
    address: 'Address',
    noAddress: 'Not known',
    file: 'File',
    language: 'Language',
    vi: 'Vietnamese',
    en: 'English',
    paragraphs: 'Paragraphs',
    states: 'statements',
    alone: 'rest on it alone',
    entitiesAlone: 'entities of which it alone speaks',
    notPrinted: 'not printed',
    untitled: 'Printed without a title; the graph gave it this name.',
    read: 'Read paragraph by paragraph',
    card: 'Open the card',
    all: 'All sources',
    compared: 'Sources compared',
    shared: 'Stated by both',
    sharedNote:
      'How many statements two articles both make; on the diagonal, all that an article makes.',
    kinds: 'What they speak of',
    kindsNote: 'How many statements each makes, by the kind of the subject.',
    article: 'Article',
    kind: 'Kind',
    cite: 'How to cite',
    contents: 'What it states, paragraph by paragraph',
    contentsNote:
      'The text of the article is not here: only the statements drawn from each paragraph, and the words that bear them out.',
    paragraph: 'Paragraph',
    statements: 'statement|statements',
    statesNothing: 'states nothing',
    aloneTitle: 'What rests on it alone',
    aloneNote: 'If this article is wrong, nothing else holds these up.',
    aloneNone: 'Nothing rests on it alone.',
    unknown: 'The graph has no source with this id.',
    particulars: 'Particulars',
  },
};
