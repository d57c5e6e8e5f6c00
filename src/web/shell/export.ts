import type { Words } from '../../pieces/language.ts';
import { language } from '../state/explorer.ts';
import type { ExportFormat, ExportOffer } from '../state/exports.ts';
import { tell } from './message.ts';

const words: Words<'preparing' | 'failed'> = {
  vi: { preparing: 'Đang chuẩn bị tệp…', failed: 'Chưa tạo được tệp:' },
  en: { preparing: 'Preparing the file…', failed: 'The file could not be made:' },
};

/** What a format is good for. */
export const formatWords: Words<ExportFormat> = {
  vi: {
    png: 'Ảnh, để chèn vào tài liệu',
    svg: 'Hình vector, phóng to không vỡ',
    gexf: 'Đồ thị, để mở bằng Gephi',
    json: 'Dữ liệu, để lập trình',
    csv: 'Bảng, để mở bằng bảng tính',
  },
  en: {
    png: 'A picture, for documents',
    svg: 'A drawing, sharp at any size',
    gexf: 'The graph, for Gephi',
    json: 'The data, for programs',
    csv: 'A table, for spreadsheets',
  },
};

/** Makes what a view offers and hands it to the browser as a file. */
export async function download({ make, name, format }: ExportOffer): Promise<void> {
  const say = words[language.value];
  tell(say.preparing);
  try {
    const address = URL.createObjectURL(await make());
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.${format}`;
    link.click();
    // The browser has taken hold of it by then.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    tell(`${name}.${format}`);
  } catch (error) {
    tell(`${say.failed} ${error instanceof Error ? error.message : String(error)}`);
  }
}
